using McpGen.Authorization;
using McpGen.Hosting;
using McpGen.Invocation;
using McpGen.Paths;
using McpGen.Urls;
using McpGen.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting;

/// <summary>A guard whose configuration is missing stops the server before anybody can call it, and names the tool and the argument.</summary>
public sealed class GuardStartTests : IDisposable
{
    private const string Who = "Tool 'guarded' of McpGen.Tests.Hosting.GuardStartTests: argument 'request.file': ";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mcpgen-start-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_root_that_is_there_starts()
    {
        Assert.Equal("", FailureOf(new PathGuard("notes", "**")));
        Assert.Equal("", FailureOf(new PathGuard("notes", "**") { Access = PathAccess.ReadWrite }));
        Assert.Equal("", FailureOf(new PathGuard("readable", "**")));
    }

    [Fact]
    public void A_root_that_is_unknown_stops_the_start() => Assert.Equal(
        Who + "the root 'notes' is not in HardeningOptions.Roots. Add it there with its directory.", FailureOf(new PathGuard("notes", "**"), static _ => { }));

    [Fact]
    public void Names_of_roots_are_compared_ordinally() => Assert.StartsWith(Who + "the root 'Notes' is not in HardeningOptions.Roots", FailureOf(new PathGuard("Notes", "**")), StringComparison.Ordinal);

    [Theory]
    [InlineData("not-there")]
    [InlineData("not-there/below")]
    [InlineData("file")]
    [InlineData("file/below")]
    public void A_root_that_is_no_directory_stops_the_start(string name)
    {
        File.WriteAllText(Path.Combine(_directory.FullName, "file"), "");

        Assert.StartsWith(Who + "the root 'notes' cannot be opened", FailureOf(new PathGuard("notes", "**"), options => options.Roots.Add("notes", Path.Combine(_directory.FullName, name))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PathAccess.Write, "Write")]
    [InlineData(PathAccess.ReadWrite, "ReadWrite")]
    public void More_access_than_the_root_grants_stops_the_start(PathAccess access, string name) => Assert.Equal(
        Who + $"it has the access {name}, and the root 'readable' grants Read. Ask for less, or grant more in HardeningOptions.Roots.", FailureOf(new PathGuard("readable", "**") { Access = access }));

    [Theory]
    [InlineData(PathAccess.None)]
    [InlineData((PathAccess)4)]
    public void An_access_that_is_none_stops_the_start(PathAccess access) =>
        Assert.Equal(Who + "its access is neither Read, Write nor ReadWrite.", FailureOf(new PathGuard("notes", "**") { Access = access }));

    [Fact]
    public void A_root_per_caller_is_asked_for_nobody_at_the_start()
    {
        int asked = 0;

        Assert.Equal("", FailureOf(new PathGuard("own", "**"), options => options.Roots.AddPerCaller("own", _ =>
        {
            asked++;
            return "/nowhere";
        })));
        Assert.Equal(0, asked);
        Assert.StartsWith(
            Who + "it has the access ReadWrite, and the root 'own' grants Read", FailureOf(new PathGuard("own", "**") { Access = PathAccess.ReadWrite }, static options => options.Roots.AddPerCaller("own", static _ => "/", PathAccess.Read)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.0.7")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:8.8.8.8]")]
    public void An_address_that_is_neither_public_nor_in_a_network_stops_the_start(string address) =>
        Assert.Equal(Who + $"lists the address {address}, which is neither public nor in one of its networks.", FailureOf(new UrlGuard("a.example", address) { Networks = ["10.2.0.0/16"] }));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("[2606:4700:4700::1111]")]
    [InlineData("10.2.0.7")]
    [InlineData("a.example")]
    public void An_address_that_is_public_or_in_a_network_starts(string host) => Assert.Equal("", FailureOf(new UrlGuard(host) { Networks = ["10.2.0.0/16"] }));

    [Fact]
    public void Text_in_normalization_form_C_starts_where_the_form_can_be_told() =>
        Assert.Equal("", FailureOf(new Pattern("^a$", "^a$") { IsNormalized = true }));

    [Fact]
    public void A_guard_of_a_result_is_named_as_such() => Assert.Equal(
        "Tool 'guarded' of McpGen.Tests.Hosting.GuardStartTests: result: lists the address 10.0.0.1, which is neither public nor in one of its networks.",
        TestServer.FailureOf(builder => Harden(builder, Roots, new GuardUse(null, new UrlGuard("10.0.0.1")))));

    [Fact]
    public void Every_guard_that_is_wrong_is_told_at_once()
    {
        string failure = TestServer.FailureOf(builder => Harden(builder, Roots, new("file", new PathGuard("notes", "**")), new("one", new PathGuard("unknown", "**")), new("two.three", new UrlGuard("10.0.0.1"))));

        Assert.DoesNotContain("'file'", failure, StringComparison.Ordinal);
        Assert.Contains("argument 'one': the root 'unknown'", failure, StringComparison.Ordinal);
        Assert.Contains("argument 'two.three': lists the address 10.0.0.1", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_does_not_start_and_nothing_listens()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        Harden(TestServer.Builder(builder.Services), static _ => { }, new GuardUse("request.file", new PathGuard("notes", "**")));
        using IHost host = builder.Build();

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains("argument 'request.file'", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A server that is made past its options and its start-up check still refuses: what is missing is said to the log and to nobody else.</summary>
    [Fact]
    public async Task A_caller_is_told_nothing_of_it()
    {
        var guard = new PathGuard("notes", "**");
        var options = new HardeningOptions();
        options.Roots.Add("notes", Path.Combine(_directory.FullName, "not-there"));
        var tool = new HardenedTool(
            new ToolDefinition
            {
                Name = "guarded",
                ToolClass = typeof(GuardStartTests),
                DeclaringType = typeof(GuardStartTests),
                Access = Access.Anyone,
                Method = async call =>
                {
                    Assert.Null(guard.TryBind("a.md", options, static () => null, out SandboxedPath? path));
                    return ToolResult.Text(await path!.ReadAllTextAsync());
                },
                InputSchema = _ => """{"type":"object"}"""u8,
            },
            options);
        await using TestServer server = await TestServer.StartSessionAsync(static _ => { }, session => session.ToolCollection = [tool]);

        string answer = await server.CallAsync("guarded");

        Assert.Matches("^error: guarded failed\\. The server's log has the details under [0-9a-f]{16}\\.$", answer);
    }

    [Fact]
    public async Task Where_the_kernel_keeps_paths_nothing_is_warned_of()
    {
        Assert.SkipUnless(RootCollection.HasNativeWay, "There is no native way on this platform.");

        foreach (PathWay way in (PathWay[])[PathWay.Best, PathWay.Walk])
        {
            Assert.Empty(await WarningsAsync(way, new GuardUse("file", new PathGuard("notes", "**"))));
        }
    }

    [Fact]
    public async Task Where_it_does_not_the_weaker_promise_is_said_once()
    {
        string warning = Assert.Single(await WarningsAsync(PathWay.Managed, new GuardUse("file", new PathGuard("notes", "**")), new GuardUse("other", new PathGuard("readable", "**"))));

        Assert.Contains("is not kept inside it", warning, StringComparison.Ordinal);
        Assert.DoesNotContain(_directory.FullName, warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_root_that_no_argument_leads_into_is_used_too()
    {
        Assert.Single(await WarningsAsync(PathWay.Managed));
        Assert.StartsWith("HardeningOptions.Roots: the root 'notes' cannot be opened", TestServer.FailureOf(builder => Harden(
            builder, options => options.Roots.Add("notes", Path.Combine(_directory.FullName, "not-there")), new GuardUse("page", new UrlGuard("a.example")))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_roots_has_no_promise_to_weaken() =>
        Assert.Empty(await WarningsAsync(PathWay.Managed, static _ => { }, new GuardUse("page", new UrlGuard("a.example"))));

    private void Roots(HardeningOptions options) => options.Roots.Add("notes", _directory.FullName).Add("readable", _directory.FullName, PathAccess.Read);

    private string FailureOf(IArgumentGuard guard, Action<HardeningOptions>? configure = null) =>
        TestServer.FailureOf(builder => Harden(builder, configure ?? Roots, new GuardUse("request.file", guard)));

    private Task<string[]> WarningsAsync(PathWay way, params GuardUse[] guards) => WarningsAsync(way, Roots, guards);

    private static async Task<string[]> WarningsAsync(PathWay way, Action<HardeningOptions> configure, params GuardUse[] guards)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        Harden(
            TestServer.Builder(builder.Services),
            options =>
            {
                configure(options);
                options.Roots.Way = way;
            },
            guards);
        using IHost host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
        return host.Services.GetRequiredService<RecordedLog>().At(LogLevel.Warning);
    }

    private static void Harden(IMcpServerBuilder builder, Action<HardeningOptions> configure, params GuardUse[] guards) => HardenedToolRegistration.Add(
        builder,
        configure,
        [
            new ToolClass(typeof(GuardStartTests), options =>
            [
                new HardenedTool(
                    new ToolDefinition
                    {
                        Name = "guarded",
                        ToolClass = typeof(GuardStartTests),
                        DeclaringType = typeof(GuardStartTests),
                        Access = Access.Anyone,
                        Method = static _ => new(ToolResult.Text("called")),
                        InputSchema = static _ => """{"type":"object"}"""u8,
                        Guards = guards,
                    },
                    options),
            ]),
        ],
        Tools.None);
}
