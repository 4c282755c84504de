using System.Threading.Channels;
using ModelContextProtocol.Protocol;

namespace McpGen.Benchmarks.Calls;

/// <summary>A transport whose messages are put in by hand, and whose answers go nowhere.</summary>
internal sealed class SilentTransport : ITransport
{
    private readonly Channel<JsonRpcMessage> _messages = Channel.CreateUnbounded<JsonRpcMessage>();

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => _messages.Reader;

    public void Receive(JsonRpcMessage message) => _messages.Writer.TryWrite(message);

    public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public ValueTask DisposeAsync() => default;
}
