using System.IO.Pipelines;
using McpGen.EndToEnd.Tests.Tools;
using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>A server in this process, and the other end of its pipes.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();
    private readonly ServiceProvider _services;
    private readonly McpServer _server;
    private readonly Task _running;

    public LocalServer(Action<IMcpServerBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Log).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton(Entered);
        services.AddSingleton<ITransport>(new LocalTransport(new StreamServerTransport(_toServer.Reader.AsStream(), _toClient.Writer.AsStream())));
        configure(services.AddMcpServer());
        _services = services.BuildServiceProvider();
        _server = _services.GetRequiredService<McpServer>();
        _running = _server.RunAsync();
    }

    public RecordedLog Log { get; } = new();

    /// <summary>How often a tool method was entered.</summary>
    public Entered Entered { get; } = new();

    /// <summary>The official client.</summary>
    public Task<McpClient> ConnectAsync(string version = Protocol.Stateless) =>
        McpClient.CreateAsync(new StreamClientTransport(_toServer.Writer.AsStream(), _toClient.Reader.AsStream()), new McpClientOptions { ProtocolVersion = version });

    /// <summary>Lines of text.</summary>
    public Task<Wire> OpenAsync(string version = Protocol.Stateless) => Wire.OpenAsync(_toServer.Writer.AsStream(), _toClient.Reader.AsStream(), version);

    public async ValueTask DisposeAsync()
    {
        await _toServer.Writer.CompleteAsync();
        await _running;
        await _server.DisposeAsync();
        await _services.DisposeAsync();
    }
}
