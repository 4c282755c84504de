using System.IO.Pipelines;
using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting;

/// <summary>A server and its client in one process, joined by pipes.</summary>
public sealed class TestServer : IAsyncDisposable
{
    public const string Initialize = "2025-11-25";
    public const string Stateless = "2026-07-28";

    private readonly ServiceProvider _services;
    private readonly McpServer _server;
    private readonly Task _running;

    private TestServer(ServiceProvider services, McpServer server, McpClient client, Task running)
    {
        _services = services;
        _server = server;
        _running = running;
        Client = client;
    }

    public McpClient Client { get; }

    public McpServerPrimitiveCollection<McpServerTool> Collection => _server.ServerOptions.ToolCollection!;

    public RecordedLog Log => _services.GetRequiredService<RecordedLog>();

    /// <summary>Services with an MCP server and a log to read.</summary>
    public static IMcpServerBuilder Builder(IServiceCollection? services = null)
    {
        var log = new RecordedLog();
        services ??= new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log)).AddSingleton(log);
        return services.AddMcpServer();
    }

    /// <summary>What stops the server; empty when nothing does.</summary>
    public static string FailureOf(Action<IMcpServerBuilder> configure)
    {
        IMcpServerBuilder builder = Builder();
        configure(builder);
        using ServiceProvider services = builder.Services.BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<McpServerOptions>>().Value;
            return "";
        }
        catch (OptionsValidationException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>A caller over a transport that is marked as local.</summary>
    public static Task<TestServer> StartLocalAsync(Action<IMcpServerBuilder> configure, string protocol = Stateless) =>
        StartAsync(configure, transport => new LocalTransport(transport), protocol);

    /// <summary>A caller over a transport about which nothing is known.</summary>
    public static Task<TestServer> StartRemoteAsync(Action<IMcpServerBuilder> configure, string protocol = Stateless) =>
        StartAsync(configure, transport => transport, protocol);

    /// <summary>A session whose options are its own.</summary>
    public static Task<TestServer> StartSessionAsync(Action<IMcpServerBuilder> configure, Action<McpServerOptions> configureSession)
    {
        return StartAsync(configure, transport => new LocalTransport(transport), Stateless, services =>
        {
            McpServerOptions options = services.GetRequiredService<IOptionsFactory<McpServerOptions>>().Create(Options.DefaultName);
            configureSession(options);
            return McpServer.Create(services.GetRequiredService<ITransport>(), options, services.GetService<ILoggerFactory>(), services);
        });
    }

    public async Task<string> CallAsync(string tool)
    {
        CallToolResult result = await Client.CallToolAsync(tool);
        return (result.IsError is true ? "error: " : "") + Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
    }

    public async Task<string> ListAsync() => string.Join(' ', (await Client.ListToolsAsync()).Select(tool => tool.Name));

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _server.DisposeAsync();
        await _running;
        await _services.DisposeAsync();
    }

    private static async Task<TestServer> StartAsync(
        Action<IMcpServerBuilder> configure, Func<ITransport, ITransport> wrap, string protocol, Func<IServiceProvider, McpServer>? create = null)
    {
        var toServer = new Pipe();
        var toClient = new Pipe();
        IMcpServerBuilder builder = Builder();
        builder.Services.AddSingleton(wrap(new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream())));
        configure(builder);
        ServiceProvider services = builder.Services.BuildServiceProvider();
        McpServer server = create is null ? services.GetRequiredService<McpServer>() : create(services);
        Task running = server.RunAsync();
        McpClient client = await McpClient.CreateAsync(
            new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()), new McpClientOptions { ProtocolVersion = protocol });
        return new TestServer(services, server, client, running);
    }
}
