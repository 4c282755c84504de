using System.Threading.Channels;
using ModelContextProtocol.Protocol;

namespace McpGen.Hosting;

/// <summary>
/// A transport whose other end is the process that started the server, or one that is trusted like it. Its messages carry a positive
/// mark; without one a caller is anonymous, whatever else is missing from its message.
/// </summary>
/// <remarks>
/// The SDK's stdio transport is wrapped by McpGen itself. Wrap another one only when nobody else can reach it: a pipe to the parent
/// process is local, a socket is not.
/// </remarks>
/// <param name="inner">The transport to mark.</param>
public sealed class LocalTransport(ITransport inner) : ITransport
{
    private const string Key = "McpGen.Local";

    // Compared by reference: no text that arrives over a wire can become this object.
    private static readonly object s_mark = new();

    private readonly ITransport _inner = inner ?? throw new ArgumentNullException(nameof(inner));

    /// <inheritdoc/>
    public string? SessionId => _inner.SessionId;

    /// <inheritdoc/>
    public ChannelReader<JsonRpcMessage> MessageReader { get; } = new MarkingReader((inner ?? throw new ArgumentNullException(nameof(inner))).MessageReader);

    /// <inheritdoc/>
    public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default) => _inner.SendMessageAsync(message, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    internal static bool IsLocal(JsonRpcMessage? message) =>
        message?.Context?.Items is { } items && items.TryGetValue(Key, out object? mark) && ReferenceEquals(mark, s_mark);

    private sealed class MarkingReader(ChannelReader<JsonRpcMessage> inner) : ChannelReader<JsonRpcMessage>
    {
        public override Task Completion => inner.Completion;

        public override bool CanCount => inner.CanCount;

        public override int Count => inner.Count;

        public override bool CanPeek => false;

        public override bool TryRead([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out JsonRpcMessage item)
        {
            if (!inner.TryRead(out item))
            {
                return false;
            }

            Mark(item);
            return true;
        }

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => inner.WaitToReadAsync(cancellationToken);

        private static void Mark(JsonRpcMessage message)
        {
            message.Context ??= new JsonRpcMessageContext();
            message.Context.Items ??= new Dictionary<string, object?>();
            message.Context.Items[Key] = s_mark;
        }
    }
}
