using System.Buffers;
using System.Text;

namespace McpGen.Validation;

/// <summary>The limits of texts as .NET holds them, in UTF-16: of what is written, and of single characters either way.</summary>
internal static class TextChecks
{
    private const int StackBytes = 256;

    /// <summary>What a text should have been, or null where it is that.</summary>
    public static string? FindViolation(
        string text, int minLength, int maxLength, Pattern? pattern, StringFormat? format, ReadOnlySpan<string> allowed, ReadOnlySpan<string> denied) =>
        !Fits(text, minLength, maxLength, pattern, format, out bool isWellFormed) ? (isWellFormed ? Expected.Text(minLength, maxLength, pattern, format) : Expected.UnicodeText)
        : !allowed.IsEmpty && !allowed.Contains(text) ? Expected.OneOf(allowed)
        : denied.Contains(text) ? Expected.NoneOf(denied)
        : null;

    public static bool Fits(string text, int minLength, int maxLength, Pattern? pattern, StringFormat? format, out bool isWellFormed)
    {
        isWellFormed = TryCount(text, out int codePoints);
        return isWellFormed && codePoints >= minLength && codePoints <= maxLength
            && (format is not { } form || HasFormat(text, form))
            && (pattern is null || pattern.IsMatch(text));
    }

    /// <summary>What a character should have been, or null where it is that; half of a surrogate pair is none.</summary>
    public static string? FindViolation(char value, Pattern? pattern, ReadOnlySpan<string> allowed, ReadOnlySpan<string> denied) =>
        char.IsSurrogate(value) || (pattern is not null && !pattern.IsMatch([value])) ? Expected.OneCharacter(pattern)
        : !allowed.IsEmpty && !Holds(allowed, value) ? Expected.OneOf(allowed)
        : Holds(denied, value) ? Expected.NoneOf(denied)
        : null;

    private static bool Holds(ReadOnlySpan<string> texts, char value)
    {
        foreach (string text in texts)
        {
            if (text.Length == 1 && text[0] == value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts code points; false for text that holds half of a surrogate pair.</summary>
    private static bool TryCount(ReadOnlySpan<char> text, out int codePoints)
    {
        codePoints = text.Length;
        for (int index = text.IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0;)
        {
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return false;
            }

            codePoints--;
            text = text[(index + 2)..];
            index = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return true;
    }

    private static bool HasFormat(string text, StringFormat format)
    {
        // Every format is ASCII.
        byte[]? rented = null;
        Span<byte> utf8 = text.Length <= StackBytes ? stackalloc byte[StackBytes] : (rented = ArrayPool<byte>.Shared.Rent(text.Length));
        bool hasFormat = Ascii.FromUtf16(text, utf8, out int length) == OperationStatus.Done && Formats.IsMatch(format, utf8[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hasFormat;
    }
}
