using System.Runtime.CompilerServices;
using System.Text;

namespace McpGen.Validation;

public ref partial struct ArgumentReader
{
    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <param name="raw">The raw text of the value.</param>
    public bool ReadBoolean(scoped ReadOnlySpan<byte> raw)
    {
        byte first = raw[0];
        if (first is not ((byte)'t' or (byte)'f'))
        {
            Refuse(raw, Expected.Boolean);
        }

        return first == 't';
    }

    /// <summary>Reads one of a set of names, compared ordinally.</summary>
    /// <param name="raw">The raw text of the value.</param>
    /// <param name="names">The names.</param>
    /// <returns>Which of the names it is; -1 when it was refused.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int ReadName(scoped ReadOnlySpan<byte> raw, NameTable names)
    {
        int index = TryUnquote(raw, out ReadOnlySpan<byte> name) ? names.IndexOfRaw(name) : -1;
        if (index < 0)
        {
            RefuseName(raw, names);
        }

        return index;
    }

    /// <summary>Reads a string. Its length is decided before it is materialized.</summary>
    /// <param name="raw">The raw text of the value.</param>
    /// <param name="minLength">The fewest Unicode code points.</param>
    /// <param name="maxLength">The most Unicode code points.</param>
    /// <param name="pattern">What it must match.</param>
    /// <param name="format">The standard form it must have.</param>
    /// <param name="allowed">The only values it may have.</param>
    /// <param name="denied">Values it must not have.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string ReadString(
        scoped ReadOnlySpan<byte> raw, int minLength = 0, int maxLength = int.MaxValue, Pattern? pattern = null, StringFormat? format = null,
        scoped ReadOnlySpan<string> allowed = default, scoped ReadOnlySpan<string> denied = default) =>
        format is null && allowed.IsEmpty && denied.IsEmpty
            ? ReadText(raw, minLength, maxLength, pattern)
            : ReadListedText(raw, minLength, maxLength, pattern, format, allowed, denied);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string ReadText(scoped ReadOnlySpan<byte> raw, int minLength, int maxLength, Pattern? pattern)
    {
        // Nearly all text is ASCII without escapes, where a byte is a character.
        ReadOnlySpan<byte> quoted = raw;
        if (quoted.Length >= 2 && quoted[0] == '"')
        {
            quoted = quoted[1..^1];
            if (JsonText.IsPlain(quoted) && quoted.Length >= minLength && quoted.Length <= maxLength)
            {
                string text = Encoding.Latin1.GetString(quoted);
                if (pattern is null || pattern.IsMatch(text))
                {
                    return text;
                }
            }
        }

        return ReadListedText(raw, minLength, maxLength, pattern, null, default, default);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string ReadListedText(
        scoped ReadOnlySpan<byte> raw, int minLength, int maxLength, Pattern? pattern, StringFormat? format,
        scoped ReadOnlySpan<string> allowed, scoped ReadOnlySpan<string> denied) =>
        TryUnquote(raw, out ReadOnlySpan<byte> quoted) && TryReadText(quoted, minLength, maxLength, format, pattern, out string text, out _)
        && (allowed.IsEmpty || allowed.Contains(text)) && (denied.IsEmpty || !denied.Contains(text))
            ? text
            : RefuseString(raw, minLength, maxLength, pattern, format, allowed, denied);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refuse(scoped ReadOnlySpan<byte> raw, string message)
    {
        if (Count())
        {
            DescribeAt(raw, message);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefuseName(scoped ReadOnlySpan<byte> raw, NameTable names)
    {
        if (Count())
        {
            DescribeAt(raw, Expected.OneOf(names.Names));
        }
    }

    /// <summary>Finds out once more why a string was refused; only for those that are printed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private string RefuseString(
        scoped ReadOnlySpan<byte> raw, int minLength, int maxLength, Pattern? pattern, StringFormat? format, scoped ReadOnlySpan<string> allowed, scoped ReadOnlySpan<string> denied)
    {
        if (Count())
        {
            string text = "";
            bool isWellFormed = true;
            bool isWithin = TryUnquote(raw, out ReadOnlySpan<byte> quoted) && TryReadText(quoted, minLength, maxLength, format, pattern, out text, out isWellFormed);
            DescribeAt(raw, !isWellFormed ? Expected.UnicodeText
                : !isWithin ? Expected.Text(minLength, maxLength, pattern, format)
                : !allowed.IsEmpty && !allowed.Contains(text) ? Expected.OneOf(allowed)
                : Expected.NoneOf(denied));
        }

        return "";
    }

    /// <summary>Reads the text between quotes when it is within its limits; it is decoded last, so that long text costs nothing.</summary>
    internal static bool TryReadText(
        ReadOnlySpan<byte> raw, int minLength, int maxLength, StringFormat? format, Pattern? pattern, out string text, out bool isWellFormed)
    {
        text = "";
        isWellFormed = JsonText.TryMeasure(raw, out int codePoints, out bool hasEscapes);
        if (!isWellFormed || codePoints < minLength || codePoints > maxLength || (format is { } form && !HasFormat(raw, form)))
        {
            return false;
        }

        text = codePoints == raw.Length ? Encoding.Latin1.GetString(raw) : JsonText.GetString(raw, hasEscapes);
        return pattern is null || pattern.IsMatch(text);
    }

    /// <summary>The text between the quotes of a string; false for every other value.</summary>
    private static bool TryUnquote(ReadOnlySpan<byte> raw, out ReadOnlySpan<byte> quoted)
    {
        // The first byte of a JSON value tells its kind.
        if (raw[0] != '"')
        {
            quoted = default;
            return false;
        }

        quoted = raw[1..^1];
        return true;
    }
}
