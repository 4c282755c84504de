using System.Buffers;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace McpGen.Validation;

/// <summary>
/// Measures, decodes and compares JSON strings (RFC 8259, section 7). Every method takes the UTF-8 text between the quotes
/// of one string token as it stands in the document, escapes included, in linear time. Ill-formed text (invalid UTF-8, a
/// surrogate escape without its other half, an escape that does not exist) is never an exception.
/// </summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonText
{
    private const int StackChars = 256;
    private const int UnicodeEscapeLength = 6;

    // One character each, in the document and decoded.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(PlainBytes());

    /// <summary>Checks a string and counts its Unicode code points, the unit of <c>minLength</c> and <c>maxLength</c> in JSON Schema 2020-12.</summary>
    /// <param name="raw">The text between the quotes.</param>
    /// <param name="codePoints">The number of code points of the decoded string, 0 to the length of <paramref name="raw"/>; zero when ill-formed.</param>
    /// <param name="hasEscapes">Whether there is a backslash, so that the decoded string differs from <paramref name="raw"/>; false when ill-formed.</param>
    /// <returns>False when the text is ill-formed.</returns>
    public static bool TryMeasure(ReadOnlySpan<byte> raw, out int codePoints, out bool hasEscapes)
    {
        int plain = raw.IndexOfAnyExcept(Plain);
        if (plain < 0)
        {
            codePoints = raw.Length;
            hasEscapes = false;
            return true;
        }

        return TryMeasureRest(raw, plain, out codePoints, out hasEscapes);
    }

    /// <summary>Decodes a string to UTF-16.</summary>
    /// <param name="raw">The text between the quotes, accepted by <see cref="TryMeasure"/>. Of other text, ill-formed parts become U+FFFD.</param>
    /// <param name="hasEscapes">What <see cref="TryMeasure"/> said.</param>
    /// <param name="destination">Where to; as many characters as <paramref name="raw"/> has bytes always suffice.</param>
    /// <returns>The number of UTF-16 code units written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int GetChars(ReadOnlySpan<byte> raw, bool hasEscapes, Span<char> destination)
    {
        if (!hasEscapes) return Encoding.UTF8.GetChars(raw, destination);

        int length = 0;
        while (true)
        {
            int slash = raw.IndexOf((byte)'\\');
            ReadOnlySpan<byte> segment = slash < 0 ? raw : raw[..slash];
            if (!segment.IsEmpty) length += Encoding.UTF8.GetChars(segment, destination[length..]);
            if (slash < 0) return length;

            raw = raw[slash..];
            Rune rune = ReadEscape(raw, out int consumed) is int scalar and >= 0 ? new Rune(scalar) : Rune.ReplacementChar;
            length += rune.EncodeToUtf16(destination[length..]);
            raw = raw[consumed..];
        }
    }

    /// <summary>Decodes a string; the result is all that is allocated.</summary>
    /// <param name="raw">The text between the quotes, accepted by <see cref="TryMeasure"/>. Of other text, ill-formed parts become U+FFFD.</param>
    /// <param name="hasEscapes">What <see cref="TryMeasure"/> said.</param>
    public static string GetString(ReadOnlySpan<byte> raw, bool hasEscapes)
    {
        if (!hasEscapes) return Encoding.UTF8.GetString(raw);

        char[]? rented = null;
        Span<char> buffer = raw.Length <= StackChars ? stackalloc char[StackChars] : (rented = ArrayPool<char>.Shared.Rent(raw.Length));
        string text = new(buffer[..GetChars(raw, hasEscapes, buffer)]);
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        return text;
    }

    /// <summary>Decodes a string to UTF-8.</summary>
    /// <param name="raw">The text between the quotes. It need not have been measured.</param>
    /// <param name="destination">Where to; as many bytes as <paramref name="raw"/> has always suffice. It must not overlap <paramref name="raw"/>.</param>
    /// <returns>The number of bytes written, or -1 when the text is ill-formed; what is in the destination then means nothing.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int GetUtf8(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        int length = 0;
        while (true)
        {
            int slash = raw.IndexOf((byte)'\\');
            ReadOnlySpan<byte> segment = slash < 0 ? raw : raw[..slash];
            if (!segment.IsEmpty)
            {
                if (!Utf8.IsValid(segment)) return -1;
                segment.CopyTo(destination[length..]);
                length += segment.Length;
            }

            if (slash < 0) return length;

            raw = raw[slash..];
            int scalar = ReadEscape(raw, out int consumed);
            if (scalar < 0) return -1;
            length += new Rune(scalar).EncodeToUtf8(destination[length..]);
            raw = raw[consumed..];
        }
    }

    /// <summary>Tells whether the decoded string is a given text, ordinally.</summary>
    /// <param name="raw">The text between the quotes. It need not have been measured; ill-formed text equals nothing.</param>
    /// <param name="expected">Well-formed UTF-8, not escaped.</param>
    public static bool EqualsUtf8(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> expected)
    {
        // An escape takes at least as many bytes as what it stands for, and at most six times as many.
        if (raw.Length == expected.Length) return raw.SequenceEqual(expected) && !raw.Contains((byte)'\\');
        if (raw.Length < expected.Length || raw.Length > (long)expected.Length * UnicodeEscapeLength) return false;
        return EqualsDecoded(raw, expected);
    }

    private static bool EqualsDecoded(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> expected)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (true)
        {
            int slash = raw.IndexOf((byte)'\\');
            if (slash < 0) return raw.SequenceEqual(expected);
            if (!expected.StartsWith(raw[..slash])) return false;

            raw = raw[slash..];
            expected = expected[slash..];
            int scalar = ReadEscape(raw, out int consumed);
            if (scalar < 0) return false;
            ReadOnlySpan<byte> decoded = utf8[..new Rune(scalar).EncodeToUtf8(utf8)];
            if (!expected.StartsWith(decoded)) return false;
            raw = raw[consumed..];
            expected = expected[decoded.Length..];
        }
    }

    /// <summary>Whether a text is ASCII without escapes: one character each, in the document and decoded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsPlain(ReadOnlySpan<byte> raw) => raw.Length <= 16 ? IsPlainShort(raw) : !raw.ContainsAnyExcept(Plain);

    // Two reads that may overlap see all of a short text.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlainShort(ReadOnlySpan<byte> text)
    {
        ulong first = 0;
        ulong last = 0;
        if (text.Length >= 8)
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(text);
            last = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
        }
        else if (text.Length >= 4)
        {
            first = BinaryPrimitives.ReadUInt32LittleEndian(text);
            last = BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]);
        }
        else
        {
            foreach (byte unit in text) first = (first << 8) | unit;
        }

        // A byte that is a backslash becomes zero, and the lowest zero byte borrows its top bit.
        const ulong backslashes = 0x5C5C5C5C5C5C5C5C;
        const ulong ones = 0x0101010101010101;
        const ulong tops = 0x8080808080808080;
        return ((first | last | ((first ^ backslashes) - ones) & ~(first ^ backslashes) | ((last ^ backslashes) - ones) & ~(last ^ backslashes)) & tops) == 0;
    }

    private static bool TryMeasureRest(ReadOnlySpan<byte> raw, int plain, out int codePoints, out bool hasEscapes)
    {
        int count = 0;
        codePoints = 0;
        hasEscapes = false;
        bool escapes = false;
        while (plain >= 0)
        {
            count += plain;
            raw = raw[plain..];
            if (raw[0] == '\\')
            {
                if (ReadEscape(raw, out int consumed) < 0) return false;
                escapes = true;
                count++;
                raw = raw[consumed..];
            }
            else
            {
                int slash = raw.IndexOf((byte)'\\');
                ReadOnlySpan<byte> segment = slash < 0 ? raw : raw[..slash];
                if (!Utf8.IsValid(segment)) return false;
                count += segment.Length - CountContinuations(segment);
                raw = raw[segment.Length..];
            }

            plain = raw.IndexOfAnyExcept(Plain);
        }

        codePoints = count + raw.Length;
        hasEscapes = escapes;
        return true;
    }

    // Of well-formed UTF-8, all bytes but one of each code point: 10xxxxxx, which is below -64 as a signed byte.
    private static int CountContinuations(ReadOnlySpan<byte> utf8)
    {
        int count = 0;
        if (Vector.IsHardwareAccelerated && utf8.Length >= Vector<sbyte>.Count)
        {
            ReadOnlySpan<Vector<sbyte>> vectors = MemoryMarshal.Cast<byte, Vector<sbyte>>(utf8);
            utf8 = utf8[(vectors.Length * Vector<sbyte>.Count)..];
            Vector<sbyte> bound = new(-64);
            while (!vectors.IsEmpty)
            {
                // Each lane counts up to 127 before the lanes are added up.
                int batch = Math.Min(vectors.Length, sbyte.MaxValue);
                Vector<sbyte> lanes = Vector<sbyte>.Zero;
                foreach (Vector<sbyte> vector in vectors[..batch]) lanes -= Vector.LessThan(vector, bound);
                Vector.Widen(lanes, out Vector<short> low, out Vector<short> high);
                count += Vector.Sum(low + high);
                vectors = vectors[batch..];
            }
        }

        foreach (byte unit in utf8) count += (sbyte)unit < -64 ? 1 : 0;
        return count;
    }

    // Decodes the escape the text begins with: the code point, or -1 when it is ill-formed. What is consumed is then the
    // lone surrogate's six bytes, or the backslash alone when there is no such escape; never the text after it.
    private static int ReadEscape(ReadOnlySpan<byte> text, out int consumed)
    {
        consumed = 2;
        if (text.Length < 2)
        {
            consumed = 1;
            return -1;
        }

        switch (text[1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/': return text[1];
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'n': return '\n';
            case (byte)'r': return '\r';
            case (byte)'t': return '\t';
        }

        int unit = ReadUnit(text);
        if (unit < 0)
        {
            consumed = 1;
            return -1;
        }

        consumed = UnicodeEscapeLength;
        if (!char.IsSurrogate((char)unit)) return unit;

        int next = ReadUnit(text[UnicodeEscapeLength..]);
        if (next < 0 || !char.IsSurrogatePair((char)unit, (char)next)) return -1;
        consumed = 2 * UnicodeEscapeLength;
        return char.ConvertToUtf32((char)unit, (char)next);
    }

    // The UTF-16 code unit of the \uXXXX the text begins with, or -1.
    private static int ReadUnit(ReadOnlySpan<byte> text)
    {
        if (text.Length < UnicodeEscapeLength || text[0] != '\\' || text[1] != 'u') return -1;
        int unit = 0;
        foreach (byte digit in text[2..UnicodeEscapeLength])
        {
            if (!char.IsAsciiHexDigit((char)digit)) return -1;
            unit = (unit << 4) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return unit;
    }

    private static byte[] PlainBytes()
    {
        byte[] bytes = new byte[127];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i < '\\' ? i : i + 1);
        return bytes;
    }
}
