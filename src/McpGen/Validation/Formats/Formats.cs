namespace McpGen.Validation;

/// <summary>Tells whether text has a standard form. Any bytes are taken, in linear time; nothing is allocated and nothing thrown.</summary>
internal static class Formats
{
    /// <param name="format">The form.</param>
    /// <param name="utf8">The text, without JSON escapes.</param>
    public static bool IsMatch(StringFormat format, ReadOnlySpan<byte> utf8) => format switch
    {
        StringFormat.DateTime => DateTimeParts.TryReadDateTime(utf8, out _),
        StringFormat.Date => DateTimeParts.TryReadDate(utf8, out _),
        StringFormat.Time => DateTimeParts.TryReadTime(utf8, out _),
        StringFormat.Duration => DurationText.IsDuration(utf8),
        StringFormat.Uuid => UuidText.IsUuid(utf8),
        StringFormat.Uri => UriText.IsUri(utf8),
        StringFormat.Email => EmailText.IsMailbox(utf8),
        StringFormat.Hostname => HostText.IsHostname(utf8),
        StringFormat.IPv4 => HostText.IsIPv4(utf8),
        StringFormat.IPv6 => HostText.IsIPv6(utf8),
        StringFormat.Base64 => Base64Text.IsBase64(utf8),

        // What is unknown is not let through.
        _ => false,
    };

    /// <summary>The form in words, with an example of it.</summary>
    public static string Describe(StringFormat format) => format switch
    {
        StringFormat.DateTime => "a date-time as in RFC 3339, such as 2026-01-31T12:00:00Z",
        StringFormat.Date => "a date as in RFC 3339, such as 2026-01-31",
        StringFormat.Time => "a time with its offset as in RFC 3339, such as 12:00:00Z",
        StringFormat.Duration => "a duration as in RFC 3339, such as P3D or PT1H30M",
        StringFormat.Uuid => "a UUID as in RFC 9562, such as f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        StringFormat.Uri => "a URI with a scheme as in RFC 3986, such as https://example.com/a",
        StringFormat.Email => "an e-mail address as in RFC 5321, such as ada@example.com",
        StringFormat.Hostname => "a host name as in RFC 1123, such as api.example.com",
        StringFormat.IPv4 => "an IPv4 address, such as 192.0.2.1",
        StringFormat.IPv6 => "an IPv6 address as in RFC 4291, such as 2001:db8::1",
        StringFormat.Base64 => "base64 with padding as in RFC 4648, such as aGVsbG8=",
        _ => "a string",
    };
}
