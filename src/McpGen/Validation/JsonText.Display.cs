using System.Buffers;
using System.Text;

namespace McpGen.Validation;

public static partial class JsonText
{
    private const int MaxDisplay = 4096;
    private const string Ellipsis = "...";

    /// <summary>
    /// Makes a name fit to be shown in a message: printable ASCII, cut. Characters outside U+0020 to U+007E, the quote and
    /// the backslash are written as <c>\uXXXX</c> per UTF-16 code unit, ill-formed parts as <c>\uFFFD</c>.
    /// </summary>
    /// <param name="raw">The text between the quotes. It need not have been measured; only as much is read as is shown.</param>
    /// <param name="maxLength">The most characters to show, 0 to 4096 (values outside are taken as these); a code point is shown whole or not at all.</param>
    /// <returns>The name, followed by <c>...</c> when it was cut.</returns>
    public static string ToDisplay(ReadOnlySpan<byte> raw, int maxLength = 64)
    {
        int limit = Math.Clamp(maxLength, 0, MaxDisplay);
        char[]? rented = null;
        Span<char> buffer = limit + Ellipsis.Length <= StackChars
            ? stackalloc char[StackChars]
            : (rented = ArrayPool<char>.Shared.Rent(limit + Ellipsis.Length));

        int length = 0;
        bool whole = true;
        while (whole && !raw.IsEmpty)
        {
            int consumed;
            Rune rune;
            if (raw[0] == '\\') rune = ReadEscape(raw, out consumed) is int scalar and >= 0 ? new Rune(scalar) : Rune.ReplacementChar;
            else Rune.DecodeFromUtf8(raw, out rune, out consumed);
            whole = TryAppendDisplay(rune, buffer[..limit], ref length);
            raw = raw[consumed..];
        }

        return FinishDisplay(buffer, length, whole, rented);
    }

    /// <summary>Makes a name fit to be shown in a message; see <see cref="ToDisplay(ReadOnlySpan{byte}, int)"/>. Lone surrogates are shown as <c>\uFFFD</c>.</summary>
    /// <param name="name">The name, decoded; only as much is read as is shown.</param>
    /// <param name="maxLength">The most characters to show, 0 to 4096 (values outside are taken as these); a code point is shown whole or not at all.</param>
    /// <returns>The name, followed by <c>...</c> when it was cut.</returns>
    public static string ToDisplay(string name, int maxLength = 64)
    {
        int limit = Math.Clamp(maxLength, 0, MaxDisplay);
        char[]? rented = null;
        Span<char> buffer = limit + Ellipsis.Length <= StackChars
            ? stackalloc char[StackChars]
            : (rented = ArrayPool<char>.Shared.Rent(limit + Ellipsis.Length));

        int length = 0;
        bool whole = true;
        ReadOnlySpan<char> rest = name;
        while (whole && !rest.IsEmpty)
        {
            Rune.DecodeFromUtf16(rest, out Rune rune, out int consumed);
            whole = TryAppendDisplay(rune, buffer[..limit], ref length);
            rest = rest[consumed..];
        }

        return FinishDisplay(buffer, length, whole, rented);
    }

    private static bool TryAppendDisplay(Rune rune, Span<char> buffer, ref int length)
    {
        Span<char> rest = buffer[length..];
        if (rune.Value is >= ' ' and <= '~' and not '"' and not '\\')
        {
            if (rest.IsEmpty) return false;
            rest[0] = (char)rune.Value;
            length++;
            return true;
        }

        Span<char> units = stackalloc char[2];
        int count = rune.EncodeToUtf16(units);
        if (rest.Length < count * UnicodeEscapeLength) return false;
        foreach (char unit in units[..count])
        {
            rest[0] = '\\';
            rest[1] = 'u';
            for (int i = 0; i < 4; i++) rest[2 + i] = "0123456789ABCDEF"[(unit >> (12 - 4 * i)) & 0xF];
            rest = rest[UnicodeEscapeLength..];
        }

        length += count * UnicodeEscapeLength;
        return true;
    }

    private static string FinishDisplay(Span<char> buffer, int length, bool whole, char[]? rented)
    {
        if (!whole)
        {
            Ellipsis.CopyTo(buffer[length..]);
            length += Ellipsis.Length;
        }

        string text = new(buffer[..length]);
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        return text;
    }
}
