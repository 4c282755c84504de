using McpGen.Validation;

namespace McpGen.Invocation;

public sealed partial class ResultWriter
{
    private delegate bool Formatter<T>(T value, Span<byte> destination, out int written);

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => _json.WriteNullValue();

    /// <summary>Writes a string.</summary>
    /// <param name="value">The value.</param>
    /// <param name="minLength">The fewest Unicode code points.</param>
    /// <param name="maxLength">The most Unicode code points.</param>
    /// <param name="pattern">What it must match.</param>
    /// <param name="format">The standard form it must have.</param>
    /// <param name="allowed">The only values it may have.</param>
    /// <param name="denied">Values it must not have.</param>
    public void WriteString(
        string? value, int minLength = 0, int maxLength = int.MaxValue, Pattern? pattern = null, StringFormat? format = null,
        scoped ReadOnlySpan<string> allowed = default, scoped ReadOnlySpan<string> denied = default)
    {
        Require(value);
        RequireRoom(value!.Length);
        if (TextChecks.FindViolation(value, minLength, maxLength, pattern, format, allowed, denied) is { } violation)
        {
            throw Unfit(violation);
        }

        _json.WriteStringValue(value);
    }

    /// <summary>Writes a path or a URL as it shows itself: its relative name, or scheme, host and port.</summary>
    /// <param name="value">A <see cref="SandboxedPath"/> or a <see cref="GuardedUri"/>.</param>
    public void WriteGuarded(object? value)
    {
        Require(value);
        WriteString(value!.ToString());
    }

    /// <summary>Writes a declared name: of an enum's member, or of a case.</summary>
    /// <param name="name">The name.</param>
    public void WriteName(string name) => _json.WriteStringValue(name);

    /// <summary>Writes a URI (RFC 3986): as it was made, or where that is no such text, as <see cref="Uri"/> escapes it.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteUri(
        Uri? value, int minLength = 0, int maxLength = int.MaxValue, Pattern? pattern = null, scoped ReadOnlySpan<string> allowed = default, scoped ReadOnlySpan<string> denied = default)
    {
        Require(value);
        string text = value!.OriginalString;
        if (value.IsAbsoluteUri && !TextChecks.Fits(text, 0, int.MaxValue, null, StringFormat.Uri, out _))
        {
            text = value.AbsoluteUri;
        }

        WriteString(text, minLength, maxLength, pattern, StringFormat.Uri, allowed, denied);
    }

    /// <summary>Writes one character; half of a surrogate pair is none.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteChar(char value, Pattern? pattern = null, scoped ReadOnlySpan<string> allowed = default, scoped ReadOnlySpan<string> denied = default)
    {
        if (TextChecks.FindViolation(value, pattern, allowed, denied) is { } violation)
        {
            throw Unfit(violation);
        }

        _json.WriteStringValue([value]);
    }

    /// <summary>Writes bytes in base64 (RFC 4648, section 4).</summary>
    /// <param name="value">The bytes.</param>
    /// <param name="minBytes">The fewest bytes.</param>
    /// <param name="maxBytes">The most bytes.</param>
    public void WriteBytes(byte[]? value, int minBytes = 0, int maxBytes = int.MaxValue)
    {
        Require(value);
        WriteBytes(value.AsMemory(), minBytes, maxBytes);
    }

    /// <inheritdoc cref="WriteBytes(byte[], int, int)"/>
    public void WriteBytes(ReadOnlyMemory<byte> value, int minBytes = 0, int maxBytes = int.MaxValue)
    {
        if (value.Length < minBytes || value.Length > maxBytes)
        {
            throw Unfit(Expected.Base64(minBytes, maxBytes));
        }

        RequireRoom(value.Length);
        _json.WriteBase64StringValue(value.Span);
    }

    /// <summary>Writes a UUID in lower case.</summary>
    /// <param name="value">The value.</param>
    public void WriteGuid(Guid value) => WriteFormatted(value, FormattedText.TryFormat);

    /// <summary>Writes a date-time of RFC 3339 with its offset.</summary>
    /// <param name="value">The value.</param>
    public void WriteDateTimeOffset(DateTimeOffset value) => WriteFormatted(value, FormattedText.TryFormat);

    /// <summary>Writes a date-time of RFC 3339 in UTC. One of unspecified kind is no instant, and does not fit.</summary>
    /// <param name="value">The value.</param>
    public void WriteDateTime(DateTime value)
    {
        if (value.Kind == DateTimeKind.Unspecified)
        {
            throw Unfit(Expected.Instant);
        }

        WriteFormatted(value, FormattedText.TryFormat);
    }

    /// <summary>Writes a date of RFC 3339.</summary>
    /// <param name="value">The value.</param>
    public void WriteDateOnly(DateOnly value) => WriteFormatted(value, FormattedText.TryFormat);

    /// <summary>Writes a time of day.</summary>
    /// <param name="value">The value.</param>
    public void WriteTimeOnly(TimeOnly value) => WriteFormatted(value, FormattedText.TryFormat);

    /// <summary>Writes a duration of ISO 8601.</summary>
    /// <param name="value">The value.</param>
    public void WriteTimeSpan(TimeSpan value) => WriteFormatted(value, FormattedText.TryFormat);

    // Between quotes of its own: the encoder would escape the plus of an offset.
    private void WriteFormatted<T>(T value, Formatter<T> format)
    {
        Span<byte> text = stackalloc byte[FormattedText.MaxLength + 2];
        format(value, text[1..^1], out int length);
        text[0] = text[length + 1] = (byte)'"';
        _json.WriteRawValue(text[..(length + 2)], skipInputValidation: true);
    }
}
