using System.Buffers;

namespace McpGen.Validation;

/// <summary>The UTF-8 text of a JSON string that holds escapes, in a buffer of the caller's or, when it is long, of the pool's.</summary>
internal readonly ref struct UnescapedText
{
    public const int StackBytes = 256;

    private readonly byte[]? _rented;

    /// <param name="raw">The text between the quotes; it need not be well-formed.</param>
    /// <param name="buffer">Of <see cref="StackBytes"/>.</param>
    public UnescapedText(ReadOnlySpan<byte> raw, Span<byte> buffer)
    {
        // No text grows when its escapes are resolved.
        _rented = raw.Length <= buffer.Length ? null : ArrayPool<byte>.Shared.Rent(raw.Length);
        Span<byte> target = _rented ?? buffer;
        int length = JsonText.GetUtf8(raw, target);

        // What is ill-formed becomes a byte that is in no UTF-8 text, and so of no form.
        Utf8 = length < 0 ? IllFormed : target[..length];
    }

    public ReadOnlySpan<byte> Utf8 { get; }

    private static ReadOnlySpan<byte> IllFormed => [0xFF];

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }
}
