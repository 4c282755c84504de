namespace McpGen.Tests.Validation.Formats;

/// <summary>Texts that have a form, and texts that nearly have it, from the grammars of the RFCs.</summary>
internal static partial class FormatSamples
{
    private static readonly string Label63 = new('a', 63);

    // 253 characters: the longest host name.
    private static readonly string Name253 = string.Join('.', Label63, Label63, Label63, new string('b', 61));

    public static string[] Accepted(StringFormat format) => Of(format).Accepted;

    public static string[] Refused(StringFormat format) => Of(format).Refused;

    private static (string[] Accepted, string[] Refused) Of(StringFormat format) => format switch
    {
        StringFormat.DateTime => (s_dateTimes, s_noDateTimes),
        StringFormat.Date => (s_dates, s_noDates),
        StringFormat.Time => (s_times, s_noTimes),
        StringFormat.Duration => (s_durations, s_noDurations),
        StringFormat.Uuid => (s_uuids, s_noUuids),
        StringFormat.Uri => (s_uris, s_noUris),
        StringFormat.Email => (s_mailboxes, s_noMailboxes),
        StringFormat.Hostname => (s_hostnames, s_noHostnames),
        StringFormat.IPv4 => (s_ipv4, s_noIpv4),
        StringFormat.IPv6 => (s_ipv6, s_noIpv6),
        StringFormat.Base64 => (s_base64, s_noBase64),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
