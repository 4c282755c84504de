using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using static McpGen.Tests.Validation.Formats.FormatInternals;

namespace McpGen.Tests.Validation.Formats;

public sealed class FormatFuzzTests
{
    private const int Rounds = 20_000;
    private const string TimeOnlyPattern = @"^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,7})?\z";
    private const string TimeSpanPattern =
        @"^-?P(?:[0-9]+W|[0-9]+D|(?:[0-9]+D)?T(?:[0-9]+H(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]{1,7})?S)?|[0-9]+M(?:[0-9]+(?:\.[0-9]{1,7})?S)?|[0-9]+(?:\.[0-9]{1,7})?S))\z";
    private const string Base64Pattern = @"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?\z";

    public static TheoryData<StringFormat> All => [.. Enum.GetValues<StringFormat>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Damaged_text_never_throws_and_has_the_form_now_and_then(StringFormat format)
    {
        int accepted = 0;
        foreach (byte[] utf8 in Mutations(FormatSamples.Accepted(format), seed: 1 + (int)format))
        {
            accepted += IsMatch(format, utf8) ? 1 : 0;
        }

        // Otherwise the damage would be too great to test anything.
        Assert.InRange(accepted, Rounds / 100, Rounds - (Rounds / 100));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Random_bytes_never_throw(StringFormat format)
    {
        Random random = new(2);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = new byte[random.Next(48)];
            random.NextBytes(bytes);
            IsMatch(format, bytes);
        }
    }

    [Fact]
    public void A_typed_value_has_the_form_of_its_text()
    {
        AssertSubset(ToDateTimeOffset, StringFormat.DateTime);
        AssertSubset(ToDateTime, StringFormat.DateTime);
        AssertSubset(ToDateOnly, StringFormat.Date);
        AssertSubset(ToGuid, StringFormat.Uuid);
        AssertSubset(ToBytes, StringFormat.Base64);
    }

    // The platform knows every date from year 1 on; what it adds of its own is refused first.
    [Fact]
    public void A_date_has_the_form_exactly_when_it_is_in_the_calendar()
    {
        for (int year = 0; year <= 9999; year += year < 2101 ? 1 : 7)
        {
            for (int month = 0; month <= 13; month++)
            {
                int days = month is 0 or 13 ? 0 : DateTime.DaysInMonth(year == 0 ? 400 : year, month);
                foreach (int day in (int[])[0, 1, 28, 29, 30, 31, 32])
                {
                    string text = $"{year:D4}-{month:D2}-{day:D2}";
                    Assert.True(Matches(StringFormat.Date, text) == (day >= 1 && day <= days), text);
                }
            }
        }
    }

    [Fact]
    public void Base64_is_what_its_pattern_says_and_has_one_text_for_its_bytes()
    {
        foreach (byte[] utf8 in Mutations(FormatSamples.Accepted(StringFormat.Base64).Concat(FormatSamples.Refused(StringFormat.Base64)), seed: 3))
        {
            string text = Encoding.Latin1.GetString(utf8);
            bool isRead = ToBytes(utf8, out byte[] value);
            Assert.True(isRead == Regex.IsMatch(text, Base64Pattern), text);
            Assert.True(isRead == IsMatch(StringFormat.Base64, utf8), text);
            Assert.Equal(isRead ? text : "", Convert.ToBase64String(value));
        }
    }

    [Fact]
    public void A_time_of_day_is_what_its_pattern_says()
    {
        string[] samples = ["00:00:00", "23:59:59.9999999", "12:30:45.1", "19:09:59.25", "24:00:00", "12:30:45Z", "12:30:45.12345678", "12:30", "23:59:60"];
        foreach (byte[] utf8 in Mutations(samples, seed: 4))
        {
            string text = Encoding.Latin1.GetString(utf8);
            bool isRead = ToTimeOnly(utf8, out TimeOnly value);
            Assert.True(isRead == Regex.IsMatch(text, TimeOnlyPattern), text);
            Assert.Equal(isRead ? TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : default, value);
        }
    }

    // So short a text never overflows, and of the rest the platform's own reader of XML durations says what it means.
    [Fact]
    public void A_time_span_is_what_its_pattern_says()
    {
        string[] samples = ["PT0S", "P1D", "-P1DT2H3M4.5S", "PT1H1S", "P2W", "PT1H30M", "PT0.0000001S", "P1DT1S", "P1Y", "PT", "P1DT", "P1W1D", "PT1.S"];
        foreach (byte[] utf8 in Mutations(samples, seed: 5))
        {
            string text = Encoding.Latin1.GetString(utf8);
            bool isRead = ToTimeSpan(utf8, out TimeSpan value);
            if (utf8.Length > 20)
            {
                continue;
            }

            Assert.True(isRead == Regex.IsMatch(text, TimeSpanPattern), text);
            if (isRead && !text.EndsWith('W'))
            {
                Assert.Equal(System.Xml.XmlConvert.ToTimeSpan(text), value);
            }
        }
    }

    [Fact]
    public void An_IPv6_address_is_what_the_platform_reads_without_its_additions()
    {
        foreach (byte[] utf8 in Mutations(FormatSamples.Accepted(StringFormat.IPv6), seed: 6))
        {
            string text = Encoding.Latin1.GetString(utf8);
            bool isAddress = IsMatch(StringFormat.IPv6, utf8);
            bool isPlatforms = text.All(static unit => char.IsAsciiHexDigit(unit) || unit is ':' or '.')
                && IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6;

            // Only what the platform is laxer in may differ, never the other way.
            Assert.True(!isAddress || isPlatforms, text);
        }
    }

    [Theory]
    [InlineData(StringFormat.Duration, "P", "1")]
    [InlineData(StringFormat.Uri, "a:", "%41")]
    [InlineData(StringFormat.Uri, "a://", "@")]
    [InlineData(StringFormat.Uri, "a://[", ":")]
    [InlineData(StringFormat.Email, "", "a.")]
    [InlineData(StringFormat.Email, "\"", "\\\"")]
    [InlineData(StringFormat.Email, "a@[IPv6:", "1:")]
    [InlineData(StringFormat.Hostname, "", "a.")]
    [InlineData(StringFormat.IPv4, "", "1")]
    [InlineData(StringFormat.IPv6, "", "1:")]
    [InlineData(StringFormat.IPv6, "::", "1")]
    [InlineData(StringFormat.Base64, "", "A")]
    [InlineData(StringFormat.DateTime, "2026-01-31T12:00:00.", "0")]
    public void Long_text_is_answered_at_once(StringFormat format, string start, string repeated)
    {
        // A check that looks at its text more than once for every character would not come to an end here.
        string text = start + string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length));
        Matches(format, text);
        Matches(format, text + "!");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_check_allocates_nothing(StringFormat format)
    {
        byte[][] texts = [.. FormatSamples.Accepted(format).Concat(FormatSamples.Refused(format)).Select(Utf8), new byte[100_000]];
        int accepted = texts.Count(text => IsMatch(format, text));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 10; round++)
        {
            foreach (byte[] text in texts)
            {
                accepted -= IsMatch(format, text) ? 1 : 0;
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(accepted < 0);
    }

    internal static IEnumerable<byte[]> Mutations(IEnumerable<string> samples, int seed)
    {
        Random random = new(seed);
        byte[][] texts = [.. samples.Where(static text => text.Length < 100).Select(Utf8)];
        byte[] units = [.. texts.SelectMany(static text => text), .. "\0\n\r\t 09azAZ-.:/%[]@\"\\+="u8, 0x80, 0xC3, 0xFF];
        for (int round = 0; round < Rounds; round++)
        {
            List<byte> text = [.. texts[random.Next(texts.Length)]];
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                int place = random.Next(text.Count + 1);
                byte[] other = texts[random.Next(texts.Length)];
                switch (random.Next(5))
                {
                    case 0: text.Insert(place, units[random.Next(units.Length)]); break;
                    case 1 when place < text.Count: text[place] = units[random.Next(units.Length)]; break;
                    case 2 when place < text.Count: text.RemoveAt(place); break;
                    case 3 when place < text.Count: text.Insert(place, text[place]); break;
                    case 4: text = [.. text[..place], .. other[Math.Min(place, other.Length)..]]; break;
                }
            }

            yield return [.. text];
        }
    }

    private static void AssertSubset<T>(Conversion<T> convert, StringFormat format)
    {
        int accepted = 0;
        foreach (byte[] utf8 in Mutations(FormatSamples.Accepted(format), seed: 7))
        {
            if (convert(utf8, out _))
            {
                accepted++;
                Assert.True(IsMatch(format, utf8), Encoding.Latin1.GetString(utf8));
            }
        }

        Assert.True(accepted > Rounds / 100);
    }
}
