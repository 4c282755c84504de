using McpGen.Authorization;
using McpGen.Hosting;
using McpGen.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting;

public sealed class StartupTests
{
    [Fact]
    public async Task A_host_without_a_transport_is_validated_before_anything_starts()
    {
        var first = new FirstService();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHostedService(_ => first);
        Harden(TestServer.Builder(builder.Services).WithTools([typeof(PlainTools)]));
        using IHost host = builder.Build();

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains("'plain'", exception.Message);
        Assert.False(first.IsStarted);
    }

    [Fact]
    public void A_service_that_is_not_registered_stops_the_start()
    {
        string failure = TestServer.FailureOf(builder => Harden(builder, services: [new("settings", typeof(AppSettings))]));

        Assert.Contains("Tool 'needy' of McpGen.Tests.Hosting.PlainTools: parameter 'settings' takes the service McpGen.Tests.Hosting.AppSettings, which is not registered", failure);
    }

    [Fact]
    public void A_service_that_is_registered_later_starts() =>
        Assert.Equal("", TestServer.FailureOf(builder =>
        {
            Harden(builder, services: [new("settings", typeof(AppSettings))]);
            builder.Services.AddScoped<AppSettings>();
        }));

    [Fact]
    public void A_keyed_service_is_looked_for_under_its_key()
    {
        Assert.Equal("", TestServer.FailureOf(builder =>
        {
            builder.Services.AddKeyedSingleton<AppSettings>("blue");
            Harden(builder, services: [new("settings", typeof(AppSettings), "blue")]);
        }));
        Assert.Contains("with key 'red'", TestServer.FailureOf(builder =>
        {
            builder.Services.AddKeyedSingleton<AppSettings>("blue");
            builder.Services.AddSingleton<AppSettings>();
            Harden(builder, services: [new("settings", typeof(AppSettings), "red")]);
        }));
    }

    [Fact]
    public void An_argument_that_is_a_service_stops_the_start_and_is_offered_both_ways_out()
    {
        string failure = TestServer.FailureOf(builder =>
        {
            builder.Services.AddSingleton<AppSettings>();
            Harden(builder, arguments: [new("settings", typeof(AppSettings))]);
        });

        Assert.Contains("Tool 'needy' of McpGen.Tests.Hosting.PlainTools: argument 'settings'", failure);
        Assert.Contains("[Service]", failure);
        Assert.Contains("[Argument]", failure);
    }

    [Fact]
    public void An_argument_that_is_no_service_starts() =>
        Assert.Equal("", TestServer.FailureOf(builder => Harden(builder, arguments: [new("settings", typeof(AppSettings))])));

    [Fact]
    public async Task What_is_left_out_is_warned_of_with_its_reason()
    {
        string[] warnings = await WarningsAsync(builder =>
        {
            builder.Services.AddSingleton<ITransport>(new LocalTransport(new StreamServerTransport(Stream.Null, Stream.Null)));
            HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], [new(typeof(LegacyTools), "ported next month")]);
            HardenedToolRegistration.Add(builder, configure: null, [typeof(IssueTools)], [Tools.Issues], [new(typeof(LegacyTools), "ported next month")]);
        });

        Assert.Equal("McpGen.Tests.Hosting.LegacyTools is not hardened: ported next month", Assert.Single(warnings));
    }

    [Fact]
    public async Task Tools_that_nobody_can_reach_are_warned_of_once_with_the_fix()
    {
        string warning = Assert.Single(await WarningsAsync(Harden));

        Assert.StartsWith("No caller can reach 2 tools, the first of them search", warning);
        Assert.Contains("AddAuthentication", warning);
        Assert.Contains("LocalTransport", warning);
        Assert.Contains("[PublicTool(AllowAnonymous = true)]", warning);
    }

    [Fact]
    public async Task A_stream_transport_reaches_nothing_that_needs_a_caller() =>
        Assert.Single(await WarningsAsync(builder =>
        {
            builder.Services.AddSingleton<ITransport>(new StreamServerTransport(Stream.Null, Stream.Null));
            Harden(builder);
        }));

    [Fact]
    public async Task A_local_transport_is_enough() =>
        Assert.Empty(await WarningsAsync(builder =>
        {
            builder.Services.AddSingleton<ITransport>(new LocalTransport(new StreamServerTransport(Stream.Null, Stream.Null)));
            Harden(builder);
        }));

    [Fact]
    public async Task Authentication_is_enough() =>
        Assert.Empty(await WarningsAsync(builder =>
        {
            builder.Services.AddAuthentication();
            Harden(builder);
        }));

    [Fact]
    public async Task Tools_for_anyone_are_reached_by_anyone() =>
        Assert.Empty(await WarningsAsync(builder => HardenedToolRegistration.Add(
            builder, configure: null, [Tools.Class(typeof(PlainTools), options => Tools.Tool("open", typeof(PlainTools), Access.Anyone, options))], Tools.None)));

    private static void Harden(IMcpServerBuilder builder) => HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], Tools.None);

    private static void Harden(IMcpServerBuilder builder, ServiceUse[]? services = null, ArgumentClass[]? arguments = null) =>
        HardenedToolRegistration.Add(
            builder,
            configure: null,
            [Tools.Class(typeof(PlainTools), options => Tools.Tool("needy", typeof(PlainTools), Access.Anyone, options, services: services, arguments: arguments))],
            Tools.None);

    private static async Task<string[]> WarningsAsync(Action<IMcpServerBuilder> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        configure(TestServer.Builder(builder.Services));
        using IHost host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
        return host.Services.GetRequiredService<RecordedLog>().At(LogLevel.Warning);
    }

    private sealed class FirstService : IHostedService
    {
        public bool IsStarted { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            IsStarted = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
