using System.Threading.Channels;
using ModelContextProtocol.Protocol;

namespace McpGen.Differential.Compilation;

/// <summary>A transport that nothing comes from and nothing goes to: the calls are made by hand.</summary>
internal sealed class SilentTransport : ITransport
{
    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader { get; } = Channel.CreateUnbounded<JsonRpcMessage>().Reader;

    public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public ValueTask DisposeAsync() => default;
}
