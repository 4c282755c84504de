using ModelContextProtocol.Protocol;

namespace McpGen.Benchmarks.Calls.ByHand;

/// <summary>Marks the messages of the process that started the server, as a careful author would: by reference, so that no text becomes it.</summary>
internal static class LocalMark
{
    private const string Key = "Shop.Local";

    private static readonly object s_mark = new();

    public static void Set(JsonRpcMessage message)
    {
        message.Context ??= new JsonRpcMessageContext();
        message.Context.Items ??= new Dictionary<string, object?>();
        message.Context.Items[Key] = s_mark;
    }

    public static bool IsOn(JsonRpcMessage? message) =>
        message?.Context?.Items is { } items && items.TryGetValue(Key, out object? mark) && ReferenceEquals(mark, s_mark);
}
