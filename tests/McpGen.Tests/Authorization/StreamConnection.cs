using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using McpGen.Hosting;
using McpGen.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Authorization;

/// <summary>A session over a pair of pipes, as stdio is one; a message filter signs the callers in.</summary>
public sealed class StreamConnection : Connection
{
    private readonly bool _isLocal;
    private readonly ServiceProvider _services;
    private readonly McpServer _server;
    private readonly Task _running;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    private StreamConnection(string protocol, bool isLocal, Action<IMcpServerBuilder>? configure, Action<HardeningOptions>? harden)
        : base(protocol)
    {
        _isLocal = isLocal;
        var toServer = new Pipe();
        var toClient = new Pipe();
        var transport = new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream());
        IMcpServerBuilder builder = Configure(TestServer.Builder(), harden);
        builder.Services.AddSingleton<ITransport>(isLocal ? new LocalTransport(transport) : transport);
        builder.WithMessageFilters(static filters => filters.AddIncomingFilter(static next => (context, cancellationToken) =>
        {
            if (context.JsonRpcMessage is JsonRpcRequest request)
            {
                context.User = Callers.All[CallerOf(request.Id.ToString())];
            }

            return next(context, cancellationToken);
        }));
        configure?.Invoke(builder);
        _services = builder.Services.BuildServiceProvider();
        _server = _services.GetRequiredService<McpServer>();
        _running = _server.RunAsync();
        _reader = new StreamReader(toClient.Reader.AsStream());
        _writer = new StreamWriter(toServer.Writer.AsStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
    }

    public override bool IsLocal => _isLocal;

    public static async Task<StreamConnection> OpenAsync(string protocol, bool isLocal = false, Action<IMcpServerBuilder>? configure = null, Action<HardeningOptions>? harden = null)
    {
        var connection = new StreamConnection(protocol, isLocal, configure, harden);
        if (protocol != TestServer.Stateless)
        {
            await connection.AskAsync(connection.Request("nobody/initialize", "initialize", new JsonObject
            {
                ["protocolVersion"] = protocol,
                ["capabilities"] = new JsonObject(),
                ["clientInfo"] = new JsonObject { ["name"] = "raw", ["version"] = "1" },
            }));
            await connection._writer.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        }

        return connection;
    }

    public override Task<string> AskAsync(JsonObject request) => AskAsync(request.ToJsonString());

    public async Task<string> AskAsync(string request)
    {
        await _writer.WriteLineAsync(request);
        return await ReadAsync();
    }

    public Task WriteAsync(JsonObject request) => _writer.WriteLineAsync(request.ToJsonString());

    /// <summary>The next answer; whose it is stands in its id.</summary>
    public async Task<string> ReadAsync() => await _reader.ReadLineAsync() ?? throw new InvalidOperationException("The server is gone.");

    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _running;
        await _server.DisposeAsync();
        await _services.DisposeAsync();
        _reader.Dispose();
    }
}
