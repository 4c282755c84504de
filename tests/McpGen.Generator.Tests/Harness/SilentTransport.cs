using System.Threading.Channels;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Harness;

/// <summary>A transport that hands out what it was given and sends nowhere.</summary>
internal sealed class SilentTransport(ChannelReader<JsonRpcMessage> messages) : ITransport
{
    public SilentTransport()
        : this(Channel.CreateUnbounded<JsonRpcMessage>().Reader)
    {
    }

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => messages;

    public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public ValueTask DisposeAsync() => default;
}
