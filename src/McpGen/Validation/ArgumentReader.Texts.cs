using System.Runtime.CompilerServices;
using System.Text.Json;

namespace McpGen.Validation;

public ref partial struct ArgumentReader
{
    private delegate bool Conversion<T>(ReadOnlySpan<byte> utf8, out T value);

    /// <summary>Reads a UUID (RFC 9562, section 4): hexadecimal digits in either case, four hyphens, nothing else.</summary>
    /// <param name="json">The value.</param>
    public Guid ReadGuid(JsonElement json)
    {
        if (!TryConvert(json, UuidText.TryRead, out Guid value))
        {
            Refuse(json, StringFormat.Uuid);
        }

        return value;
    }

    /// <summary>
    /// Reads a date-time (RFC 3339, section 5.6) with its offset. Refused, because the type does not hold it: year 0000, an offset beyond
    /// 14:00, second 60, more than 7 fraction digits unless zero.
    /// </summary>
    /// <param name="json">The value.</param>
    public DateTimeOffset ReadDateTimeOffset(JsonElement json)
    {
        if (!TryConvert(json, DateTimeText.TryReadDateTimeOffset, out DateTimeOffset value))
        {
            Refuse(json, StringFormat.DateTime, Expected.HeldDateTimeOffset);
        }

        return value;
    }

    /// <summary>
    /// Reads a date-time (RFC 3339, section 5.6) as its instant, of kind UTC. Refused, because the type does not hold it: an instant
    /// before year 1 or after year 9999, second 60, more than 7 fraction digits unless zero.
    /// </summary>
    /// <param name="json">The value.</param>
    public DateTime ReadDateTime(JsonElement json)
    {
        if (!TryConvert(json, DateTimeText.TryReadDateTime, out DateTime value))
        {
            Refuse(json, StringFormat.DateTime, Expected.HeldDateTime);
        }

        return value;
    }

    /// <summary>Reads a date (RFC 3339, <c>full-date</c>) of the years 0001 to 9999.</summary>
    /// <param name="json">The value.</param>
    public DateOnly ReadDateOnly(JsonElement json)
    {
        if (!TryConvert(json, DateTimeText.TryReadDateOnly, out DateOnly value))
        {
            Refuse(json, StringFormat.Date, Expected.HeldDate);
        }

        return value;
    }

    /// <summary>
    /// Reads a time of day, 00:00:00 to 23:59:59.9999999, without an offset:
    /// <c>^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,7})?$</c>.
    /// </summary>
    /// <param name="json">The value.</param>
    public TimeOnly ReadTimeOnly(JsonElement json)
    {
        if (!TryConvert(json, DateTimeText.TryReadTimeOnly, out TimeOnly value) && Count())
        {
            DescribeAt(json, Expected.TimeOfDay);
        }

        return value;
    }

    /// <summary>
    /// Reads an ISO 8601 duration of weeks, or of days, hours, minutes and seconds, with an optional sign and up to 7 fraction digits of
    /// the seconds. Refused: years and months, which have no fixed length, and what is longer than the type holds.
    /// </summary>
    /// <param name="json">The value.</param>
    public TimeSpan ReadTimeSpan(JsonElement json)
    {
        if (!TryConvert(json, DurationText.TryReadTimeSpan, out TimeSpan value) && Count())
        {
            DescribeAt(json, Expected.TimeSpan);
        }

        return value;
    }

    /// <summary>
    /// Reads an absolute URI (RFC 3986). Refused too: what <see cref="Uri"/> does not accept or would read under another scheme
    /// (<c>c:/a</c> as a file).
    /// </summary>
    /// <param name="json">The value.</param>
    /// <param name="minLength">The fewest characters.</param>
    /// <param name="maxLength">The most characters.</param>
    /// <param name="pattern">What its text must match.</param>
    /// <param name="allowed">The only texts it may have, compared ordinally.</param>
    /// <param name="denied">Texts it must not have, compared ordinally.</param>
    /// <returns>The URI; null when it was refused, and then the tool is not called.</returns>
    public Uri ReadUri(
        JsonElement json, int minLength = 0, int maxLength = int.MaxValue, Pattern? pattern = null, string[]? allowed = null, string[]? denied = null)
    {
        int before = ViolationCount;
        string text = ReadString(json, minLength, maxLength, pattern, StringFormat.Uri, allowed, denied);
        if (ViolationCount != before)
        {
            return null!;
        }

        if (UriText.TryRead(text, out Uri? value))
        {
            return value;
        }

        if (Count())
        {
            DescribeAt(json, Expected.HeldUri);
        }

        return null!;
    }

    /// <summary>Reads one character: a single code point from U+0000 to U+FFFF.</summary>
    /// <param name="json">The value.</param>
    /// <param name="pattern">What it must match.</param>
    /// <param name="allowed">The only values it may have, one character each.</param>
    /// <param name="denied">Values it must not have, one character each.</param>
    public char ReadChar(JsonElement json, Pattern? pattern = null, string[]? allowed = null, string[]? denied = null)
    {
        string? violation = TryConvert(json, CharText.TryRead, out char value) ? TextChecks.FindViolation(value, pattern, allowed, denied) : Expected.OneCharacter(pattern);
        if (violation is null)
        {
            return value;
        }

        if (Count())
        {
            DescribeAt(json, violation);
        }

        return default;
    }

    /// <summary>Reads bytes in base64 (RFC 4648, section 4): padded, without line breaks, the unused bits zero. Their number is decided before they are decoded.</summary>
    /// <param name="json">The value.</param>
    /// <param name="minBytes">The fewest bytes, decoded.</param>
    /// <param name="maxBytes">The most bytes, decoded.</param>
    public byte[] ReadBytes(JsonElement json, int minBytes = 0, int maxBytes = int.MaxValue)
    {
        if (TryConvert(json, Base64Text.TryMeasure, out int length) && length >= minBytes && length <= maxBytes
            && TryConvert(json, Base64Text.TryDecode, out byte[] value))
        {
            return value;
        }

        if (Count())
        {
            DescribeAt(json, Expected.Base64(minBytes, maxBytes));
        }

        return [];
    }

    // Tells what has the wrong form from what has the right one and is still more than the type holds.
    private void Refuse(JsonElement json, StringFormat format, string? held = null)
    {
        if (Count())
        {
            bool isHeldBack = held is not null && json.ValueKind == JsonValueKind.String && HasFormat(Unquote(json), format);
            DescribeAt(json, isHeldBack ? held! : Expected.Format(format));
        }
    }

    private static bool TryConvert<T>(JsonElement json, Conversion<T> convert, out T value)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            value = default!;
            return false;
        }

        // Raw text is the text itself only where it holds no escape.
        ReadOnlySpan<byte> raw = Unquote(json);
        return raw.Contains((byte)'\\') ? TryConvertEscaped(raw, convert, out value) : convert(raw, out value);
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
