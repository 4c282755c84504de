using System.Globalization;
using System.Text.RegularExpressions;

namespace McpGen.Differential.Oracles;

/// <summary>The formats once more, each as the grammar of its RFC written down as one expression: slow, and like nothing in the runtime.</summary>
internal static class RfcFormats
{
    private const string Hex = "[0-9A-Fa-f]";
    private const string Octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private const string V4 = $@"{Octet}(?:\.{Octet}){{3}}";
    private const string H16 = $"{Hex}{{1,4}}";
    private const string Last = $"(?:{H16}:{H16}|{V4})";

    // RFC 3986, IPv6address
    private const string V6 =
        $"(?:(?:{H16}:){{6}}{Last}|::(?:{H16}:){{5}}{Last}|(?:{H16})?::(?:{H16}:){{4}}{Last}|(?:(?:{H16}:){{0,1}}{H16})?::(?:{H16}:){{3}}{Last}"
        + $"|(?:(?:{H16}:){{0,2}}{H16})?::(?:{H16}:){{2}}{Last}|(?:(?:{H16}:){{0,3}}{H16})?::{H16}:{Last}|(?:(?:{H16}:){{0,4}}{H16})?::{Last}"
        + $"|(?:(?:{H16}:){{0,5}}{H16})?::{H16}|(?:(?:{H16}:){{0,6}}{H16})?::)";

    private const string Unreserved = @"A-Za-z0-9\-._~";
    private const string SubDelims = "!$&'()*+,;=";
    private const string Encoded = $"%{Hex}{Hex}";
    private const string PChar = $"(?:[{Unreserved}{SubDelims}:@]|{Encoded})";
    private const string Literal = $@"\[(?:{V6}|[Vv]{Hex}+\.[{Unreserved}{SubDelims}:]+)\]";
    private const string Authority = $"(?:(?:[{Unreserved}{SubDelims}:]|{Encoded})*@)?(?:{Literal}|(?:[{Unreserved}{SubDelims}]|{Encoded})*)(?::[0-9]*)?";
    private const string HierPart = $"(?://{Authority}(?:/{PChar}*)*|/(?:{PChar}+(?:/{PChar}*)*)?|{PChar}+(?:/{PChar}*)*|)";

    // RFC 1123 over RFC 952
    private const string Label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private const string Name = $@"(?=.{{1,253}}\z){Label}(?:\.{Label})*";

    // RFC 5321, Mailbox
    private const string Atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private const string Snum = "(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})";
    private const string MailV4 = $@"{Snum}(?:\.{Snum}){{3}}";
    private const string Local = $@"(?:{Atom}(?:\.{Atom})*|""(?:[ !#-\[\]-~]|\\[ -~])*"")";

    // RFC 3339, appendix A
    private const string Clock = "(?:[0-9]+[Hh](?:[0-9]+[Mm](?:[0-9]+[Ss])?)?|[0-9]+[Mm](?:[0-9]+[Ss])?|[0-9]+[Ss])";

    private static readonly Dictionary<string, Func<string, bool>> s_formats = new()
    {
        ["date"] = static text => Date(text),
        ["time"] = static text => Time(text) is not null,
        ["date-time"] = DateTime,
        ["duration"] = Matching("[Pp](?:(?:[0-9]+[Dd]|[0-9]+[Mm](?:[0-9]+[Dd])?|[0-9]+[Yy](?:[0-9]+[Mm](?:[0-9]+[Dd])?)?)(?:[Tt]" + Clock + ")?|[Tt]" + Clock + "|[0-9]+[Ww])"),
        ["uuid"] = Matching($"{Hex}{{8}}(?:-{Hex}{{4}}){{3}}-{Hex}{{12}}"),
        ["uri"] = Matching($@"[A-Za-z][A-Za-z0-9+\-.]*:{HierPart}(?:\?(?:{PChar}|[/?])*)?(?:#(?:{PChar}|[/?])*)?"),
        ["email"] = Email,
        ["hostname"] = Matching(Name),
        ["ipv4"] = Matching(V4),
        ["ipv6"] = Matching(V6),
    };

    private static readonly Func<string, bool> s_mailboxAtName = Matching($"{Local}@{Name}");
    private static readonly Func<string, bool> s_mailboxAtAddress = Matching($@"{Local}@\[(?:{MailV4}|(?![Ii][Pp][Vv]6:)(?:[A-Za-z0-9-]*[A-Za-z0-9]):[!-Z^-~]+)\]");
    private static readonly Regex s_mailboxAtV6 = new($@"^{Local}@\[[Ii][Pp][Vv]6:([0-9A-Fa-f:.]+)\]\z");

    public static bool IsMatch(string format, string text) => s_formats[format](text);

    private static Func<string, bool> Matching(string expression)
    {
        var regex = new Regex($@"^(?:{expression})\z", RegexOptions.CultureInvariant);
        return regex.IsMatch;
    }

    private static bool Email(string text)
    {
        if (s_mailboxAtName(text) || s_mailboxAtAddress(text))
        {
            return true;
        }

        // RFC 5321: a gap stands for two groups at least.
        return s_mailboxAtV6.Match(text) is { Success: true } mail && IsMailV6(mail.Groups[1].Value);
    }

    private static bool IsMailV6(string address)
    {
        int dot = address.IndexOf('.', StringComparison.Ordinal);
        int colon = address.LastIndexOf(':');
        if (dot >= 0 && (colon < 0 || !Regex.IsMatch(address[(colon + 1)..], $@"^{MailV4}\z")))
        {
            return false;
        }

        string groups = dot < 0 ? address : address[..(colon + 1)] + "0:0";
        string[] halves = groups.Split("::");
        int[] counts = [.. halves.Select(static half => half.Length == 0 ? 0 : half.Split(':').Length)];
        bool areGroups = halves.All(static half => half.Length == 0 || half.Split(':').All(static group => Regex.IsMatch(group, $@"^{H16}\z")));
        return areGroups && (halves.Length == 1 ? counts[0] == 8 : halves.Length == 2 && counts.Sum() <= 6);
    }

    private static bool Date(string text)
    {
        Match match = Regex.Match(text, @"^([0-9]{4})-([0-9]{2})-([0-9]{2})\z");
        return match.Success && Number(match, 2) is >= 1 and <= 12 && Number(match, 3) >= 1 && Number(match, 3) <= DaysIn(Number(match, 1), Number(match, 2));
    }

    /// <summary>The minute of the day in UTC, and whether the second is the sixtieth; null for what is no time.</summary>
    private static (int Minute, bool IsLeap)? Time(string text)
    {
        Match match = Regex.Match(text, @"^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))\z");
        if (!match.Success || Number(match, 1) > 23 || Number(match, 2) > 59 || Number(match, 3) > 60 || (match.Groups[4].Success && (Number(match, 5) > 23 || Number(match, 6) > 59)))
        {
            return null;
        }

        int offset = match.Groups[4].Success ? (match.Groups[4].Value == "-" ? -1 : 1) * ((Number(match, 5) * 60) + Number(match, 6)) : 0;
        int minute = (Number(match, 1) * 60) + Number(match, 2) - offset;
        bool isLeap = Number(match, 3) == 60;
        return isLeap && ((minute % 1440) + 1440) % 1440 != 1439 ? null : (minute, isLeap);
    }

    private static bool DateTime(string text)
    {
        if (text.Length < 11 || text[10] is not ('T' or 't') || !Date(text[..10]) || Time(text[11..]) is not { } time)
        {
            return false;
        }

        // A leap second ends a month of UTC.
        int day = int.Parse(text.AsSpan(8, 2), CultureInfo.InvariantCulture) + (time.Minute < 0 ? -1 : time.Minute >= 1440 ? 1 : 0);
        int last = DaysIn(int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(5, 2), CultureInfo.InvariantCulture));
        return !time.IsLeap || day == 0 || day == last;
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
