using System.IO.Pipelines;
using System.Text.Json;
using McpGen.Benchmarks.Calls;
using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Pipeline;

/// <summary>A server with the search tool, and the official client at the other end of its streams.</summary>
internal sealed class PipelineServer : IAsyncDisposable
{
    /// <summary>How many calls wait for their answer at the same time.</summary>
    public const int InFlight = 32;

    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();
    private readonly ServiceProvider _services;
    private readonly McpServer _server;
    private readonly Task _running;
    private readonly McpClient _client;

    /// <summary>Starts it.</summary>
    /// <param name="isHardened">Whether the tool is; its transport is marked local then, as stdio is.</param>
    public PipelineServer(bool isHardened)
    {
        var services = new ServiceCollection();
        IMcpServerBuilder builder = services.AddLogging().AddMcpServer();
        _ = isHardened ? builder.WithHardenedTools(typeof(SearchTools)) : builder.WithTools([typeof(PlainSearchTools)]);
        ITransport transport = new StreamServerTransport(_toServer.Reader.AsStream(), _toClient.Writer.AsStream());
        _services = services.BuildServiceProvider();
        _server = McpServer.Create(
            isHardened ? new LocalTransport(transport) : transport,
            _services.GetRequiredService<IOptions<McpServerOptions>>().Value,
            _services.GetRequiredService<ILoggerFactory>(),
            _services);
        _running = _server.RunAsync();
        _client = McpClient.CreateAsync(new StreamClientTransport(_toServer.Writer.AsStream(), _toClient.Reader.AsStream())).GetAwaiter().GetResult();
    }

    /// <summary>Arguments as a client has them.</summary>
    public static IReadOnlyDictionary<string, object?> Arguments(string json) => JsonSerializer.Deserialize<Dictionary<string, object?>>(json)!;

    /// <summary>One call after the other.</summary>
    public async Task CallInTurnAsync(IReadOnlyDictionary<string, object?> arguments, bool isRefused)
    {
        for (int call = 0; call < InFlight; call++)
        {
            await CallAsync(arguments, isRefused).ConfigureAwait(false);
        }
    }

    /// <summary>As many calls at the same time.</summary>
    public Task CallAtOnceAsync(IReadOnlyDictionary<string, object?> arguments, bool isRefused)
    {
        var calls = new Task[InFlight];
        for (int call = 0; call < InFlight; call++)
        {
            calls[call] = CallAsync(arguments, isRefused);
        }

        return Task.WhenAll(calls);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync().ConfigureAwait(false);
        await _toServer.Writer.CompleteAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        await _services.DisposeAsync().ConfigureAwait(false);
    }

    private async Task CallAsync(IReadOnlyDictionary<string, object?> arguments, bool isRefused)
    {
        CallToolResult result = await _client.CallToolAsync("search", arguments).ConfigureAwait(false);
        if (result.IsError is true != isRefused)
        {
            throw new InvalidOperationException($"Wrongly {(isRefused ? "accepted" : "refused")}: {((TextContentBlock)result.Content[0]).Text}");
        }
    }
}
