namespace McpGen;

/// <summary>
/// A standard form of text, each by the grammar of its RFC, neither laxer nor stricter. Only the form is checked: that a host exists or
/// that mail arrives is not. Every form is ASCII; an empty string is accepted only as <see cref="Base64"/>.
/// </summary>
public enum StringFormat
{
    /// <summary>
    /// <c>date-time</c> of RFC 3339, section 5.6: <c>2026-01-31T12:00:00Z</c>. Year 0000 to 9999, a real day of its month, the offset
    /// required (<c>Z</c> or <c>-23:59</c> to <c>+23:59</c>), any number of fraction digits, <c>T</c> and <c>Z</c> in either case. Second
    /// 60 only at 23:59 UTC on the last day of a month.
    /// </summary>
    DateTime,

    /// <summary><c>full-date</c> of RFC 3339, section 5.6: <c>2026-01-31</c>. Year 0000 to 9999, a real day of its month.</summary>
    Date,

    /// <summary>
    /// <c>full-time</c> of RFC 3339, section 5.6: <c>12:00:00Z</c>. The offset is required, as for <see cref="DateTime"/>. Second 60 only
    /// at 23:59 UTC.
    /// </summary>
    Time,

    /// <summary>
    /// <c>duration</c> of RFC 3339, appendix A: <c>P1Y2M3D</c>, <c>PT1H30M</c>, <c>P2W</c>. Whole numbers of any length; no unit is left
    /// out between two others (not <c>P1Y2D</c>), weeks stand alone. Letters in either case, as ABNF has it.
    /// </summary>
    Duration,

    /// <summary>
    /// A UUID as in RFC 9562, section 4: <c>f81d4fae-7dec-11d0-a765-00a0c91e6bf6</c>. Hexadecimal digits in either case, of any version;
    /// no braces, no <c>urn:uuid:</c>.
    /// </summary>
    Uuid,

    /// <summary>
    /// <c>URI</c> of RFC 3986, section 3: <c>https://example.com/a?b#c</c>, <c>urn:example:a</c>. A scheme is required, a fragment
    /// allowed; characters beyond ASCII only percent-encoded. Any scheme: what may be fetched is for a guard to say.
    /// </summary>
    Uri,

    /// <summary>
    /// <c>Mailbox</c> of RFC 5321, section 4.1.2: <c>ada@example.com</c>. The local part may be quoted, the domain a
    /// <see cref="Hostname"/> or an address in brackets (<c>[192.0.2.1]</c>, <c>[IPv6:2001:db8::1]</c>).
    /// </summary>
    Email,

    /// <summary>
    /// A host name as in RFC 1123, section 2.1: <c>api.example.com</c>. Labels of 1 to 63 letters, digits and hyphens, no hyphen first or
    /// last; at most 253 characters in all; no dot at the end.
    /// </summary>
    Hostname,

    /// <summary>An IPv4 address in dotted decimal, as in RFC 3986, section 3.2.2: <c>192.0.2.1</c>. Four numbers to 255 without leading zeros.</summary>
    IPv4,

    /// <summary>
    /// An IPv6 address as in RFC 4291, section 2.2: <c>2001:db8::1</c>, also with an <see cref="IPv4"/> address as its end
    /// (<c>::ffff:192.0.2.1</c>). No zone, no brackets.
    /// </summary>
    IPv6,

    /// <summary>
    /// Base64 as in RFC 4648, section 4: <c>aGVsbG8=</c>. Padded, no line breaks, unused bits zero, so that bytes have one text only. The
    /// empty string is no bytes.
    /// </summary>
    Base64,
}
