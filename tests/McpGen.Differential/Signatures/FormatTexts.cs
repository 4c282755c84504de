using System.Globalization;

namespace McpGen.Differential.Signatures;

/// <summary>Texts of the standard forms, put together from parts at their limits and, now and then, beyond them.</summary>
internal static class FormatTexts
{
    public static string Date(Draw draw) =>
        $"{Digits(draw, 4, draw.Of(2024, 2023, 2000, 1900, 1, 9999, 0, 2026))}-{Digits(draw, 2, Rarely(draw, draw.Int(1, 12), 0, 13))}-{Digits(draw, 2, Rarely(draw, draw.Of(1, 15, 28, 28, 29, 30, 31), 0, 32))}";

    public static string TimeOfDay(Draw draw) =>
        $"{Digits(draw, 2, Rarely(draw, draw.Of(0, 12, 23), 24))}:{Digits(draw, 2, Rarely(draw, draw.Of(0, 30, 59), 60))}:{Digits(draw, 2, draw.PerMille(8) ? draw.Of(60, 60, 61) : draw.Of(0, 1, 30, 59))}{Fraction(draw)}";

    public static string Time(Draw draw) => (draw.PerMille(15) ? "23:59:60" : TimeOfDay(draw)) + Offset(draw);

    public static string DateTime(Draw draw) => draw.PerMille(30)
        ? draw.Of("1998-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00", "2016-11-30T23:59:60Z", "2016-11-29T23:59:60Z", "2017-01-01T08:59:60+09:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-00:01", "0000-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z")
        : Date(draw) + (draw.PerMille(12) ? draw.Of(" ", "", "_", "-") : draw.Of("T", "T", "T", "t")) + TimeOfDay(draw) + Offset(draw);

    public static string Duration(Draw draw)
    {
        string time = string.Concat(draw.Some(["1H", "30M", "15S", "0S", "100H"], 1, 3));
        string text = "P" + draw.Int(0, 5) switch
        {
            0 => draw.Int(0, 60) + "W",
            1 => "T" + time,
            2 => string.Concat(draw.Some(["1Y", "2M", "3D"], 1, 3)),
            3 => string.Concat(draw.Some(["1Y", "2M", "3D"], 0, 3)) + "T" + time,
            4 => draw.Of("1Y2M3DT4H5M6S", "3DT0S", "99999999999999999999D", "1D"),
            _ => draw.Of("", "T", "1", "1WT1H", "1.5D", "T1.5S", "1H", "1D1Y", "2W3D"),
        };
        return draw.Chance(5) ? text.ToLowerInvariant() : text;
    }

    /// <summary>What a time span is written as: weeks, or days to seconds with a sign and a fraction.</summary>
    public static string TimeSpan(Draw draw) => (draw.Chance(20) ? "-" : draw.PerMille(20) ? "+" : "") + "P" + draw.Int(0, 5) switch
    {
        0 => draw.Int(0, 60) + "W",
        1 => draw.Int(0, 400) + "D",
        2 or 3 => "T" + string.Concat(draw.Some(["1H", "90M", draw.Int(0, 99) + Fraction(draw) + "S"], 1, 3)),
        4 => draw.Int(0, 9) + "D" + "T" + string.Concat(draw.Some(["0H", "5M", "7.0000001S"], 1, 3)),
        _ => draw.Of("10675199DT2H48M5.4775807S", "10675199DT2H48M5.4775808S", "10675200D", "1525029W", "99999999999999999999W", "", "T", "1Y", "1M", "T1.S", "T.5S", "1D2H", "1WT1H", "T1H30S", "T0.12345678S", "t1h"),
    };

    public static string Uuid(Draw draw)
    {
        string digits = string.Concat(Enumerable.Range(0, 32).Select(_ => draw.Of("0", "9", "a", "f", "A", "F", "7")));
        string text = $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
        return draw.PerMille(100) ? draw.Of(digits, "{" + text + "}", "urn:uuid:" + text, text + "0", text.Replace('f', 'g'), text[..^1], " " + text, text + "\n") : text;
    }

    public static string Uri(Draw draw) => draw.Chance(30)
        ? draw.Of("http:", "c:/a", "urn:a:b", "mailto:a@b", "http://[::1]:80/", "http://[v1.a:b]/", "http://a:b@c:d", "//a", "/a", "a", "", "http://a b", "http://\u00e9/", "http://%zz", "http://%41/%c3%a9", "1a:b", "a+b-c.d:e", "http://[::1", "http://a/<", "file:///a", "a://", "http://user:pass@host:8080/p/a?q=1#f", "http://h?q\"x", "http://h#a#b", "x:%", "http://256.1.1.1/", "http://host:99999/", "http://-a-/", "http://a..b/", "http://?", "a:b\\c", "http://a/[b]", "http://a|b/", "http://{a}/", "http://a^/", "http://`/")
        : draw.Of("http", "https", "ftp", "urn", "x-y.z+1") + ":" + draw.Of("//", "//", "/", "") + draw.Of("example.com", "a.b", "192.0.2.1", "[2001:db8::1]", "localhost", "user@h") + (draw.PerMille(15) ? ":x" : draw.Of("", ":80", ":", "", ":8080")) + draw.Of("", "/", "/a/b", "/a%20b", "//x", "/a:b@c") + draw.Of("", "?a=b&c", "?", "?/?") + draw.Of("", "#f", "#");

    public static string Url(Draw draw) => draw.Chance(50) ? draw.Of("http://a", "HTTPS://b/c?d", "ftp://x", "fTp://x/", "https://example.com:8080/a#b") : Uri(draw);

    public static string Email(Draw draw) => draw.Chance(30)
        ? draw.Of("@", "a@", "@b", "a@b@c", "a @b.c", "\u00e9@b.c", "a.@b.c", ".a@b.c", "a..b@c.d", "\"a b\"@c.d", "\"a\\\"b\"@c.d", "\"a\"b\"@c.d", "a@[192.0.2.1]", "a@[192.0.2.001]", "a@[256.1.1.1]", "a@[IPv6:::1]", "a@[IPv6:2001:db8::1]", "a@[x:y]", "a@[IPv6:1:2:3:4:5:6:7::]", "a@-b.c", "a@b-.c", "a@b.c.", "a@b_c.d", "<a@b.c>", "a@b", "A@B.CO")
        : draw.Of("ada", "a.b", "x+y", "!#$%&'*+-/=?^_`{|}~", "A9") + "@" + draw.Of("example.com", "b.c", "sub.domain.example", "a-b.c9", "1.2", "xn--a.b");

    public static string Hostname(Draw draw) => draw.Chance(25)
        ? draw.Of("", ".", "-a", "a-", "a..b", "a.", ".a", "a_b", "\u00e9.b", new string('a', 63), new string('a', 64), "a b", "a." + new string('b', 63), string.Concat(Enumerable.Repeat("abcdefghi.", 25)) + "abc", string.Concat(Enumerable.Repeat("abcdefghi.", 25)) + "abcd", "*.a", "[::1]")
        : draw.Of("example.com", "localhost", "a", "A.B.C", "1.2.3.4", "xn--a-b", "a-b.c-d", "9", "host-1.example");

    public static string IPv4(Draw draw) => draw.Chance(20)
        ? draw.Of("1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.04", "1.2.3.", ".1.2.3", "a.b.c.d", "1.2.3.4 ", "\u0661.2.3.4", "0x1.2.3.4", "1..2.3")
        : string.Join(".", Enumerable.Range(0, 4).Select(_ => draw.Of(0, 1, 9, 10, 99, 100, 192, 249, 250, 255)));

    public static string IPv6(Draw draw)
    {
        if (draw.Chance(25))
        {
            return draw.Of("::", "::1", "1::", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::3:4:5:6:7:8", "1:2:3:4:5:6:7:8::", "1::2::3", ":::", ":1", "1:", "12345::", "g::", "::ffff:192.0.2.1", "::ffff:192.0.2.256", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "1.2.3.4", "::1.2.3.4:5", "fe80::1%eth0", "[::1]", "::01.2.3.4", "::1 ");
        }

        List<string> groups = [.. Enumerable.Range(0, draw.Of(8, 8, 8, 7, 9)).Select(_ => draw.Of("0", "1", "ffff", "db8", "0001", "ABCD"))];
        if (draw.Chance(60))
        {
            int gap = draw.Int(0, 6);
            groups.RemoveRange(gap, draw.Int(1, groups.Count - gap));
            return string.Join(":", groups[..Math.Min(gap, groups.Count)]) + "::" + string.Join(":", groups[Math.Min(gap, groups.Count)..]);
        }

        return string.Join(":", groups);
    }

    /// <summary>Base64 of so many bytes, give or take one.</summary>
    public static string Base64(Draw draw, int least, int most)
    {
        int count = Math.Max(0, draw.Of(least, most, draw.Int(least, most), least - 1, most + 1));
        string text = Convert.ToBase64String([.. Enumerable.Range(0, count).Select(_ => (byte)draw.Int(0, 255))]);
        return draw.PerMille(900) ? text : draw.Of(text.TrimEnd('='), text + "=", text.Replace('+', '-').Replace('/', '_'), text + "\n", " " + text, text.Replace("=", "A=", StringComparison.Ordinal), "YW==", "YWJ=", "AB==", "Y Q=", "====", "=");
    }

    public static string Char(Draw draw) => draw.Of("a", "Z", "0", " ", "\u00e9", "\u0000", "\uffff", "\ud7ff", "\ue000", "\n", "\u2028", draw.PerMille(200) ? "\U0001f600" : "x", draw.PerMille(200) ? "ab" : "y", draw.PerMille(200) ? "" : "z");

    private static string Offset(Draw draw) => draw.PerMille(970)
        ? draw.Of("Z", "Z", "z", "+00:00", "-00:00", "+02:00", "-08:30", "+14:00", "-14:00", "+14:01", "+23:59", "-23:59")
        : draw.Of("", "+2", "+0200", "+24:00", "+12:60", "UTC", " Z", "+02");

    private static string Fraction(Draw draw) => draw.Int(0, 9) switch
    {
        0 or 1 => "." + draw.Of("0", "5", "123", "1234567", "9999999", "0000001"),
        2 => "." + draw.Of("12345678", "12345670", "00000000000", "0000000000001"),
        3 when draw.PerMille(300) => draw.Of(".", ",5", ".a"),
        _ => "",
    };

    private static int Rarely(Draw draw, int usual, params int[] odd) => draw.PerMille(15) ? draw.Of(odd) : usual;

    private static string Digits(Draw draw, int count, int value)
    {
        string digits = value.ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');
        return draw.PerMille(6) ? digits[1..] : draw.PerMille(3) ? digits.Replace('0', '\u0660') : digits;
    }
}
