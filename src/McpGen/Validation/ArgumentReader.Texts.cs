using System.Runtime.CompilerServices;

namespace McpGen.Validation;

public ref partial struct ArgumentReader
{
    private delegate bool Conversion<T>(ReadOnlySpan<byte> utf8, out T value);

    /// <summary>Reads a UUID (RFC 9562, section 4): hexadecimal digits in either case, four hyphens, nothing else.</summary>
    /// <param name="raw">The raw text of the value.</param>
    public Guid ReadGuid(scoped ReadOnlySpan<byte> raw)
    {
        if (!TryConvert(raw, UuidText.TryRead, out Guid value))
        {
            Refuse(raw, StringFormat.Uuid);
        }

        return value;
    }

    /// <summary>
    /// Reads a date-time (RFC 3339, section 5.6) with its offset. Refused, because the type does not hold it: year 0000, an offset beyond
    /// 14:00, second 60, more than 7 fraction digits unless zero.
    /// </summary>
    /// <param name="raw">The raw text of the value.</param>
    public DateTimeOffset ReadDateTimeOffset(scoped ReadOnlySpan<byte> raw)
    {
        if (!TryConvert(raw, DateTimeText.TryReadDateTimeOffset, out DateTimeOffset value))
        {
            Refuse(raw, StringFormat.DateTime, Expected.HeldDateTimeOffset);
        }

        return value;
    }

    /// <summary>
    /// Reads a date-time (RFC 3339, section 5.6) as its instant, of kind UTC. Refused, because the type does not hold it: an instant
    /// before year 1 or after year 9999, second 60, more than 7 fraction digits unless zero.
    /// </summary>
    /// <param name="raw">The raw text of the value.</param>
    public DateTime ReadDateTime(scoped ReadOnlySpan<byte> raw)
    {
        if (!TryConvert(raw, DateTimeText.TryReadDateTime, out DateTime value))
        {
            Refuse(raw, StringFormat.DateTime, Expected.HeldDateTime);
        }

        return value;
    }

    /// <summary>Reads a date (RFC 3339, <c>full-date</c>) of the years 0001 to 9999.</summary>
    /// <param name="raw">The raw text of the value.</param>
    public DateOnly ReadDateOnly(scoped ReadOnlySpan<byte> raw)
    {
        if (!TryConvert(raw, DateTimeText.TryReadDateOnly, out DateOnly value))
        {
            Refuse(raw, StringFormat.Date, Expected.HeldDate);
        }

        return value;
    }

    /// <summary>
    /// Reads a time of day, 00:00:00 to 23:59:59.9999999, without an offset:
    /// <c>^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,7})?$</c>.
    /// </summary>
    /// <param name="raw">The raw text of the value.</param>
    public TimeOnly ReadTimeOnly(scoped ReadOnlySpan<byte> raw)
    {
        if (!TryConvert(raw, DateTimeText.TryReadTimeOnly, out TimeOnly value))
        {
            Refuse(raw, Expected.TimeOfDay);
        }

        return value;
    }

    /// <summary>
    /// Reads an ISO 8601 duration of weeks, or of days, hours, minutes and seconds, with an optional sign and up to 7 fraction digits of
    /// the seconds. Refused: years and months, which have no fixed length, and what is longer than the type holds.
    /// </summary>
    /// <param name="raw">The raw text of the value.</param>
    public TimeSpan ReadTimeSpan(scoped ReadOnlySpan<byte> raw)
    {
        if (!TryConvert(raw, DurationText.TryReadTimeSpan, out TimeSpan value))
        {
            Refuse(raw, Expected.TimeSpan);
        }

        return value;
    }

    /// <summary>
    /// Reads an absolute URI (RFC 3986). Refused too: what <see cref="Uri"/> does not accept or would read under another scheme
    /// (<c>c:/a</c> as a file).
    /// </summary>
    /// <param name="raw">The raw text of the value.</param>
    /// <param name="minLength">The fewest characters.</param>
    /// <param name="maxLength">The most characters.</param>
    /// <param name="pattern">What its text must match.</param>
    /// <param name="allowed">The only texts it may have, compared ordinally.</param>
    /// <param name="denied">Texts it must not have, compared ordinally.</param>
    /// <returns>The URI; null when it was refused, and then the tool is not called.</returns>
    public Uri ReadUri(
        scoped ReadOnlySpan<byte> raw, int minLength = 0, int maxLength = int.MaxValue, Pattern? pattern = null, scoped ReadOnlySpan<string> allowed = default, scoped ReadOnlySpan<string> denied = default)
    {
        int before = ViolationCount;
        string text = ReadString(raw, minLength, maxLength, pattern, StringFormat.Uri, allowed, denied);
        if (ViolationCount != before)
        {
            return null!;
        }

        if (UriText.TryRead(text, out Uri? value))
        {
            return value;
        }

        Refuse(raw, Expected.HeldUri);
        return null!;
    }

    /// <summary>Reads one character: a single code point from U+0000 to U+FFFF.</summary>
    /// <param name="raw">The raw text of the value.</param>
    /// <param name="pattern">What it must match.</param>
    /// <param name="allowed">The only values it may have, one character each.</param>
    /// <param name="denied">Values it must not have, one character each.</param>
    public char ReadChar(scoped ReadOnlySpan<byte> raw, Pattern? pattern = null, scoped ReadOnlySpan<string> allowed = default, scoped ReadOnlySpan<string> denied = default)
    {
        string? violation = TryConvert(raw, CharText.TryRead, out char value) ? TextChecks.FindViolation(value, pattern, allowed, denied) : Expected.OneCharacter(pattern);
        if (violation is null)
        {
            return value;
        }

        Refuse(raw, violation);
        return default;
    }

    /// <summary>Reads bytes in base64 (RFC 4648, section 4): padded, without line breaks, the unused bits zero. Their number is decided before they are decoded.</summary>
    /// <param name="raw">The raw text of the value.</param>
    /// <param name="minBytes">The fewest bytes, decoded.</param>
    /// <param name="maxBytes">The most bytes, decoded.</param>
    public byte[] ReadBytes(scoped ReadOnlySpan<byte> raw, int minBytes = 0, int maxBytes = int.MaxValue)
    {
        if (TryConvert(raw, Base64Text.TryMeasure, out int length) && length >= minBytes && length <= maxBytes
            && TryConvert(raw, Base64Text.TryDecode, out byte[] value))
        {
            return value;
        }

        if (Count())
        {
            DescribeAt(raw, Expected.Base64(minBytes, maxBytes));
        }

        return [];
    }

    // Tells what has the wrong form from what has the right one and is still more than the type holds.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refuse(scoped ReadOnlySpan<byte> raw, StringFormat format, string? held = null)
    {
        if (Count())
        {
            bool isHeldBack = held is not null && TryUnquote(raw, out ReadOnlySpan<byte> quoted) && HasFormat(quoted, format);
            DescribeAt(raw, isHeldBack ? held! : Expected.Format(format));
        }
    }

    private static bool TryConvert<T>(scoped ReadOnlySpan<byte> raw, Conversion<T> convert, out T value)
    {
        if (!TryUnquote(raw, out ReadOnlySpan<byte> quoted))
        {
            value = default!;
            return false;
        }

        // Raw text is the text itself only where it holds no escape.
        return quoted.Contains((byte)'\\') ? TryConvertEscaped(quoted, convert, out value) : convert(quoted, out value);
    }

    private static bool HasFormat(ReadOnlySpan<byte> raw, StringFormat format) =>
        raw.Contains((byte)'\\') ? HasFormatEscaped(raw, format) : Formats.IsMatch(format, raw);

    // Apart, so that only text with escapes pays for the buffer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryConvertEscaped<T>(ReadOnlySpan<byte> raw, Conversion<T> convert, out T value)
    {
        using var text = new UnescapedText(raw, stackalloc byte[UnescapedText.StackBytes]);
        return convert(text.Utf8, out value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool HasFormatEscaped(ReadOnlySpan<byte> raw, StringFormat format)
    {
        using var text = new UnescapedText(raw, stackalloc byte[UnescapedText.StackBytes]);
        return Formats.IsMatch(format, text.Utf8);
    }
}
