using System.Text;
using System.Text.Json;
using McpGen.Validation;
using static McpGen.Tests.Validation.Formats.ReaderCall;

namespace McpGen.Tests.Validation.Formats;

public sealed class TextReadersTests
{
    private const string HeldDateTimeOffset =
        "must be a date-time of the years 0001 to 9999, without a leap second, with at most 7 fraction digits and an offset of at most 14:00, such as 2026-01-31T12:00:00Z";

    private static readonly Pattern s_pattern = new("^https:", "^https:");

    [Fact]
    public async Task A_value_is_read_as_its_type()
    {
        Assert.Equal(Guid.Parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"), await AcceptAsync("\"F81D4FAE-7dec-11d0-a765-00a0c91e6bf6\"", static (ref reader, raw) => reader.ReadGuid(raw)));
        DateTimeOffset moment = await AcceptAsync("\"2026-01-31T12:00:00.25+01:00\"", static (ref reader, raw) => reader.ReadDateTimeOffset(raw));
        Assert.True(moment.EqualsExact(new DateTimeOffset(2026, 1, 31, 12, 0, 0, 250, TimeSpan.FromHours(1))));
        DateTime instant = await AcceptAsync("\"2026-01-31T12:00:00.25+01:00\"", static (ref reader, raw) => reader.ReadDateTime(raw));
        Assert.Equal((new DateTime(2026, 1, 31, 11, 0, 0, 250), DateTimeKind.Utc), (instant, instant.Kind));
        Assert.Equal(new DateOnly(2026, 1, 31), await AcceptAsync("\"2026-01-31\"", static (ref reader, raw) => reader.ReadDateOnly(raw)));
        Assert.Equal(new TimeOnly(12, 30, 0, 250), await AcceptAsync("\"12:30:00.25\"", static (ref reader, raw) => reader.ReadTimeOnly(raw)));
        Assert.Equal(new TimeSpan(1, 2, 0, 0), await AcceptAsync("\"P1DT2H\"", static (ref reader, raw) => reader.ReadTimeSpan(raw)));
        Assert.Equal(new Uri("https://example.com/a"), await AcceptAsync("\"https://example.com/a\"", static (ref reader, raw) => reader.ReadUri(raw)));
        Assert.Equal('ß', await AcceptAsync("\"ß\"", static (ref reader, raw) => reader.ReadChar(raw)));
        Assert.Equal("hello"u8.ToArray(), await AcceptAsync("\"aGVsbG8=\"", static (ref reader, raw) => reader.ReadBytes(raw)));
        Assert.Equal("a.b", await AcceptAsync("\"a.b\"", static (ref reader, raw) => reader.ReadString(raw, format: StringFormat.Hostname)));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"2026-01-31\"]")]
    [InlineData("\"SECRET\"")]
    [InlineData("\"SECRET \\ud800\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\\\\"")]
    public async Task Anything_else_is_refused_once_and_without_an_echo(string json)
    {
        await RefuseAsync(json, "must be a UUID as in RFC 9562, such as f81d4fae-7dec-11d0-a765-00a0c91e6bf6", static (ref reader, raw) => reader.ReadGuid(raw));
        await RefuseAsync(json, "must be a date-time as in RFC 3339, such as 2026-01-31T12:00:00Z", static (ref reader, raw) => reader.ReadDateTimeOffset(raw));
        await RefuseAsync(json, "must be a date-time as in RFC 3339, such as 2026-01-31T12:00:00Z", static (ref reader, raw) => reader.ReadDateTime(raw));
        await RefuseAsync(json, "must be a date as in RFC 3339, such as 2026-01-31", static (ref reader, raw) => reader.ReadDateOnly(raw));
        await RefuseAsync(json, "must be a time of day without an offset, such as 12:30:00 or 12:30:00.25", static (ref reader, raw) => reader.ReadTimeOnly(raw));
        await RefuseAsync(json, "must be a duration of days, hours, minutes and seconds as in ISO 8601, such as P1DT2H or PT1H30M", static (ref reader, raw) => reader.ReadTimeSpan(raw));
        await RefuseAsync(json, "must be base64 with padding as in RFC 4648, such as aGVsbG8=", static (ref reader, raw) => reader.ReadBytes(raw));
        if (json != "\"\\\\\"")
        {
            await RefuseAsync(json, "must be one character from U+0000 to U+FFFF", static (ref reader, raw) => reader.ReadChar(raw));
        }

        if (!json.Contains(@"\ud800", StringComparison.Ordinal))
        {
            await RefuseAsync(json, "must be a URI with a scheme as in RFC 3986, such as https://example.com/a", static (ref reader, raw) => reader.ReadUri(raw));
            await RefuseAsync(json, "must be an IPv4 address, such as 192.0.2.1", static (ref reader, raw) => reader.ReadString(raw, format: StringFormat.IPv4));
        }
    }

    [Fact]
    public async Task What_the_type_does_not_hold_is_refused_in_other_words()
    {
        foreach (string json in (string[])["\"1990-12-31T23:59:60Z\"", "\"0000-06-01T00:00:00Z\"", "\"2026-01-31T12:00:00.00000001Z\"", "\"2026-01-31T12:00:00+14:01\"", "\"0001-01-01T00:00:00\\u002B00:01\""])
        {
            await RefuseAsync(json, HeldDateTimeOffset, static (ref reader, raw) => reader.ReadDateTimeOffset(raw));
        }

        await RefuseAsync("\"1990-12-31T23:59:60Z\"", "must be a date-time of the years 0001 to 9999, without a leap second, with at most 7 fraction digits, such as 2026-01-31T12:00:00Z", static (ref reader, raw) => reader.ReadDateTime(raw));
        await RefuseAsync("\"0000-01-01\"", "must be a date of the years 0001 to 9999, such as 2026-01-31", static (ref reader, raw) => reader.ReadDateOnly(raw));
    }

    // Another scheme than the one that is written: a guard that allows it would allow what it does not know of.
    [Theory]
    [InlineData("c:/windows")]
    [InlineData("C:/windows")]
    [InlineData("x://")]
    [InlineData("http:example")]
    [InlineData("http://")]
    [InlineData("a:")]
    [InlineData("http://h:99999/")]
    public async Task A_URI_that_the_platform_reads_otherwise_or_not_at_all_is_refused(string text)
    {
        Assert.True(FormatInternals.Matches(StringFormat.Uri, text));
        await RefuseAsync($"\"{text}\"", "must be a URI that is usable as its scheme defines it, such as https://example.com/a", static (ref reader, raw) => reader.ReadUri(raw));
    }

    [Theory]
    [MemberData(nameof(FormatTests.All), MemberType = typeof(FormatTests))]
    public async Task Escapes_change_nothing(StringFormat format)
    {
        foreach (string text in FormatSamples.Accepted(format))
        {
            Assert.Equal(text, await AcceptAsync(Escaped(text), (ref reader, raw) => reader.ReadString(raw, format: format)));
        }

        foreach (string text in FormatSamples.Refused(format))
        {
            Assert.NotNull((await OfAsync(Escaped(text), (ref reader, raw) => reader.ReadString(raw, format: format))).Refusal);
        }
    }

    [Fact]
    public async Task Escapes_change_nothing_for_a_type_of_its_own()
    {
        Assert.Equal(new DateOnly(2026, 1, 31), await AcceptAsync(Escaped("2026-01-31"), static (ref reader, raw) => reader.ReadDateOnly(raw)));
        Assert.Equal(TimeSpan.FromDays(1), await AcceptAsync(Escaped("P1D"), static (ref reader, raw) => reader.ReadTimeSpan(raw)));
        Assert.Equal('\n', await AcceptAsync("\"\\n\"", static (ref reader, raw) => reader.ReadChar(raw)));
        Assert.Equal('\\', await AcceptAsync("\"\\\\\"", static (ref reader, raw) => reader.ReadChar(raw)));
        Assert.Equal([0xFF, 0xFF, 0xFF], await AcceptAsync("\"\\/\\/\\/\\/\"", static (ref reader, raw) => reader.ReadBytes(raw)));

        // Longer than the buffer on the stack.
        byte[] bytes = [.. Enumerable.Range(0, 3000).Select(static number => (byte)number)];
        Assert.Equal(bytes, await AcceptAsync(Escaped(Convert.ToBase64String(bytes)), static (ref reader, raw) => reader.ReadBytes(raw)));

        // The text of an escape is no text of the argument.
        await RefuseAsync("\"\\\\u0041\"", "must be one character from U+0000 to U+FFFF", static (ref reader, raw) => reader.ReadChar(raw));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("a", true)]
    [InlineData("\uFFFF", true)]
    [InlineData("\uE000", true)]
    [InlineData("\u00E9", true)]
    [InlineData("e\u0301", false)]
    [InlineData("ab", false)]
    [InlineData("\U00010000", false)]
    [InlineData("😀", false)]
    public async Task A_character_is_one_code_point_of_the_first_plane(string text, bool isAccepted)
    {
        (char value, string? refusal) = await OfAsync($"\"{text}\"", static (ref reader, raw) => reader.ReadChar(raw));
        Assert.Equal((isAccepted, isAccepted ? text[0] : default), (refusal is null, value));
    }

    [Fact]
    public async Task The_limits_of_a_URI_are_those_of_its_text()
    {
        await RefuseAsync("\"a:bc\"", "must be a URI with a scheme as in RFC 3986, such as https://example.com/a, of at most 3 characters", static (ref reader, raw) => reader.ReadUri(raw, maxLength: 3));
        await RefuseAsync("\"a:b\"", "must be a URI with a scheme as in RFC 3986, such as https://example.com/a, of at least 4 characters", static (ref reader, raw) => reader.ReadUri(raw, minLength: 4));
        await RefuseAsync("\"http://a/\"", "must be a URI with a scheme as in RFC 3986, such as https://example.com/a, that matches ^https:", static (ref reader, raw) => reader.ReadUri(raw, pattern: s_pattern));
        await RefuseAsync("\"http://a\"", "must be \"http://a/\"", static (ref reader, raw) => reader.ReadUri(raw, allowed: ["http://a/"]));
        await RefuseAsync("\"http://a/\"", "must not be \"http://a/\"", static (ref reader, raw) => reader.ReadUri(raw, denied: ["http://a/"]));
        Uri uri = await AcceptAsync("\"https://a/../b\"", static (ref reader, raw) => reader.ReadUri(raw, 3, 20, s_pattern, ["https://a/../b"], ["https://a/b"]));
        Assert.Equal("https://a/../b", uri.OriginalString);
    }

    [Fact]
    public async Task The_limits_of_a_character()
    {
        var letter = new Pattern("[a-z]", "[a-z]");
        await RefuseAsync("\"A\"", "must be one character from U+0000 to U+FFFF that matches [a-z]", (ref reader, raw) => reader.ReadChar(raw, letter));
        await RefuseAsync("\"c\"", "must be one of \"a\", \"b\"", static (ref reader, raw) => reader.ReadChar(raw, allowed: ["a", "b"]));
        await RefuseAsync("\"a\"", "must not be \"a\"", static (ref reader, raw) => reader.ReadChar(raw, denied: ["a"]));
        Assert.Equal('b', await AcceptAsync("\"b\"", (ref reader, raw) => reader.ReadChar(raw, letter, ["a", "b"], ["a", "bc"])));
    }

    [Theory]
    [InlineData(0, "aA==", "must be base64 with padding as in RFC 4648, such as aGVsbG8=, of 0 bytes")]
    [InlineData(1, "aGk=", "must be base64 with padding as in RFC 4648, such as aGVsbG8=, of at most 1 byte")]
    [InlineData(2, "aGV5", "must be base64 with padding as in RFC 4648, such as aGVsbG8=, of at most 2 bytes")]
    public async Task The_limits_of_bytes_count_bytes(int maxBytes, string tooLong, string message)
    {
        await RefuseAsync($"\"{tooLong}\"", message, (ref reader, raw) => reader.ReadBytes(raw, maxBytes: maxBytes));
        byte[] longest = new byte[maxBytes];
        Assert.Equal(longest, await AcceptAsync($"\"{Convert.ToBase64String(longest)}\"", (ref reader, raw) => reader.ReadBytes(raw, maxBytes, maxBytes)));
        await RefuseAsync(
            $"\"{Convert.ToBase64String(longest)}\"", $"must be base64 with padding as in RFC 4648, such as aGVsbG8=, of at least {maxBytes + 1} bytes",
            (ref reader, raw) => reader.ReadBytes(raw, minBytes: maxBytes + 1));
    }

    [Fact]
    public async Task The_form_of_a_string_is_asked_for_after_its_length_and_before_its_pattern()
    {
        const string expected = "must be a host name as in RFC 1123, such as api.example.com, of 1 to 5 characters that matches ^a";
        var pattern = new Pattern("^a", "^a");
        foreach (string json in (string[])["\"abcdef\"", "\"a_b\"", "\"b\"", "\"\"", "5"])
        {
            await RefuseAsync(json, expected, (ref reader, raw) => reader.ReadString(raw, 1, 5, pattern, StringFormat.Hostname));
        }

        await RefuseAsync("\"a\\ud800\"", "must be well-formed Unicode text", (ref reader, raw) => reader.ReadString(raw, 1, 5, pattern, StringFormat.Hostname));
        Assert.Equal("a.b", await AcceptAsync("\"a.b\"", (ref reader, raw) => reader.ReadString(raw, 1, 5, pattern, StringFormat.Hostname)));
    }

    private static string Escaped(string text)
    {
        var json = new StringBuilder("\"");
        foreach (char unit in text)
        {
            json.Append(unit == '/' ? "\\/" : $"\\u{(int)unit:x4}");
        }

        return json.Append('"').ToString();
    }
}
