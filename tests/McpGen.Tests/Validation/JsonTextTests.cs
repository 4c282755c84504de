using System.Text;
using McpGen.Validation;

namespace McpGen.Tests.Validation;

public sealed partial class JsonTextTests
{
    // As bytes in hex, because they are no text.
    public static TheoryData<string> IllFormedBytes =>
    [
        "80", "BF", "C0AF", "C1BF", "E080AF", "F08080AF", "EDA080", "EDBFBF", "F4908080", "F5808080", "FF", "FE", "C3", "E282", "F09F98",
        "61C3", "C361", "616263646566676880", "80616263646566676869", "6162636465666768696A6B6C6D6E6F707172FF",
        "5C6E80", "C35CA9", "C35C6E", "805C6E",
    ];

    public static TheoryData<string> IllFormedEscapes =>
    [
        @"\ud800", @"\udc00", @"\uDFFF", @"a\ud800b", @"\ud800\ud800", @"\udc00\ud800", @"\ud800\n", @"\ud800A", @"\ud800\u0041", @"\ud83d\\ude00",
        @"\ud83d\ude0", @"\ud83d\u", @"\ud83dxude00", @"\ud83d/ude00", @"\ud83d\", @"\ud800é", "\\", @"abc\", @"\u", @"\u12", @"\u123", @"\u12g4", @"\u 123", @"\u+123", @"\x", @"\U0041", @"\'", @"\a", @"\0",
    ];

    [Theory]
    [InlineData("", 0, false)]
    [InlineData("a", 1, false)]
    [InlineData("abc", 3, false)]
    [InlineData("abcdefgh", 8, false)]
    [InlineData("é", 1, false)]
    [InlineData("日本語", 3, false)]
    [InlineData("😀", 1, false)]
    [InlineData("a\U0010FFFFé", 3, false)]
    [InlineData(@"\n", 1, true)]
    [InlineData(@"\""\\\/\b\f\n\r\t", 8, true)]
    [InlineData(@"\u0041", 1, true)]
    [InlineData(@"\u0000", 1, true)]
    [InlineData(@"\ud83d\ude00", 1, true)]
    [InlineData(@"\uD83D\uDE00\uD83D\uDE00", 2, true)]
    [InlineData(@"\ue000\uFFFF", 2, true)]
    [InlineData(@"\uFFFD", 1, true)]
    [InlineData(@"日\n本\u8a9e", 4, true)]
    [InlineData(@"\\n", 2, true)]
    [InlineData(@"\\ud800", 6, true)]
    public void A_string_is_measured_in_code_points(string text, int expected, bool escaped)
    {
        Assert.True(JsonText.TryMeasure(Utf8(text), out int codePoints, out bool hasEscapes));
        Assert.Equal((expected, escaped), (codePoints, hasEscapes));
    }

    [Theory]
    [MemberData(nameof(IllFormedBytes))]
    public void Invalid_UTF_8_is_refused(string hex) => AssertIllFormed(Convert.FromHexString(hex));

    [Theory]
    [MemberData(nameof(IllFormedEscapes))]
    public void An_escape_that_stands_for_nothing_is_refused(string text)
    {
        AssertIllFormed(Utf8(text));
        AssertIllFormed(Utf8("a long beginning without anything special, " + text));
        AssertIllFormed([.. Utf8(@"é\n"), .. Utf8(text)]);
    }

    [Fact]
    public void Every_byte_in_every_place_of_a_short_string_is_seen()
    {
        for (int length = 1; length <= 40; length++)
        {
            for (int place = 0; place < length; place++)
            {
                for (int unit = 0; unit < 256; unit++)
                {
                    byte[] raw = new byte[length];
                    raw.AsSpan().Fill((byte)'n');
                    raw[place] = (byte)unit;
                    bool isEscape = unit == '\\' && place < length - 1;
                    bool expected = unit < 0x80 && (unit != '\\' || isEscape);
                    bool isMeasured = JsonText.TryMeasure(raw, out int codePoints, out bool hasEscapes);
                    if (expected != isMeasured || codePoints != (expected ? length - (isEscape ? 1 : 0) : 0) || hasEscapes != isEscape)
                        Assert.Fail($"{unit:X2} at {place} of {length}: {isMeasured}, {codePoints}, {hasEscapes}");
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(64)]
    [InlineData(4000)]
    [InlineData(4096)]
    [InlineData(100_001)]
    public void Code_points_of_a_long_string_are_counted(int count)
    {
        foreach (string unit in (string[])["é", "語", "😀", "aé"])
        {
            string text = string.Concat(Enumerable.Repeat(unit, count));
            Assert.True(JsonText.TryMeasure(Utf8(text), out int codePoints, out bool hasEscapes));
            Assert.Equal((text.EnumerateRunes().Count(), false), (codePoints, hasEscapes));
            Assert.True(JsonText.TryMeasure(Utf8(@"\t" + text + @"\t"), out codePoints, out hasEscapes));
            Assert.Equal((text.EnumerateRunes().Count() + 2, true), (codePoints, hasEscapes));
            Assert.Equal("\t" + text, JsonText.GetString(Utf8(@"\t" + text), true));
        }
    }

    [Theory]
    [InlineData("name", "name", true)]
    [InlineData("name", "Name", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a", "", false)]
    [InlineData(@"n\u0061me", "name", true)]
    [InlineData(@"\u006e\u0061\u006D\u0065", "name", true)]
    [InlineData(@"n\u0061me", "nbme", false)]
    [InlineData(@"n\u0061m", "name", false)]
    [InlineData(@"n\u0061mes", "name", false)]
    [InlineData(@"\u006eame", "n\\u0061me", false)]
    [InlineData(@"a\n", @"a\n", false)] // a backslash in the document is never itself
    [InlineData(@"a\\n", @"a\n", true)]
    [InlineData(@"\ud83d\ude00", "😀", true)]
    [InlineData(@"\ud83d\ude00", "😁", false)]
    [InlineData(@"\u00e9", "é", true)]
    [InlineData(@"\/", "/", true)]
    [InlineData(@"\u0000", "\0", true)]
    [InlineData(@"\ud800", "\uFFFD", false)]
    [InlineData(@"\ud800", "?", false)]
    [InlineData(@"a\ud800", "a", false)]
    [InlineData(@"a\q", "a", false)]
    public void A_string_is_compared_decoded(string raw, string expected, bool isEqual) =>
        Assert.Equal(isEqual, JsonText.EqualsUtf8(Utf8(raw), Utf8(expected)));

    [Fact]
    public void A_destination_that_is_too_short_is_a_programming_error()
    {
        Assert.ThrowsAny<ArgumentException>(static () => JsonText.GetChars("abc"u8, false, new char[2]));
        Assert.ThrowsAny<ArgumentException>(static () => JsonText.GetChars(@"abc\n"u8, true, new char[3]));
        Assert.ThrowsAny<ArgumentException>(static () => JsonText.GetUtf8("abc"u8, new byte[2]));
        Assert.ThrowsAny<ArgumentException>(static () => JsonText.GetUtf8(@"abc\u00e9"u8, new byte[4]));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a plain text that is a bit longer than the shortest ones")]
    [InlineData("日本語")]
    [InlineData(@"line\nline \u00e9 \ud83d\ude00")]
    [InlineData(@"a\ud800")]
    public void Nothing_is_allocated_without_a_string_to_return(string text)
    {
        byte[] raw = Utf8(text);
        byte[] utf8 = new byte[raw.Length];
        char[] chars = new char[raw.Length];
        for (int i = 0; i < 3; i++) CallAll(raw, chars, utf8);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++) CallAll(raw, chars, utf8);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(255)]
    [InlineData(10_000)]
    public void A_decoded_string_is_all_that_is_allocated(int length)
    {
        byte[] plain = Utf8(new string('x', length));
        byte[] escaped = Utf8(new string('x', length - 1) + @"\n");
        JsonText.GetString(escaped, true);
        JsonText.GetString(plain, false);

        long start = GC.GetAllocatedBytesForCurrentThread();
        string expected = new('x', length);
        long copied = GC.GetAllocatedBytesForCurrentThread();
        string decoded = JsonText.GetString(plain, false);
        long read = GC.GetAllocatedBytesForCurrentThread();
        JsonText.GetString(escaped, true);
        long unescaped = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(expected, decoded);
        Assert.Equal((copied - start, copied - start), (read - copied, unescaped - read));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static void CallAll(byte[] raw, char[] chars, byte[] utf8)
    {
        if (JsonText.TryMeasure(raw, out _, out bool hasEscapes)) JsonText.GetChars(raw, hasEscapes, chars);
        JsonText.GetUtf8(raw, utf8);
        JsonText.EqualsUtf8(raw, raw);
        JsonText.EqualsUtf8(raw, "line\nline é 😀"u8);
    }

    // Refused by what may refuse, and an exception from nothing.
    private static void AssertIllFormed(byte[] raw)
    {
        string label = Encoding.Latin1.GetString(raw);
        Assert.False(JsonText.TryMeasure(raw, out int codePoints, out bool hasEscapes), label);
        Assert.Equal((0, false), (codePoints, hasEscapes));
        Assert.Equal((label, -1), (label, JsonText.GetUtf8(raw, new byte[raw.Length])));

        foreach (bool escapes in (bool[])[true, false])
        {
            char[] chars = new char[raw.Length];
            string text = new(chars, 0, JsonText.GetChars(raw, escapes, chars));
            Assert.Equal(text, JsonText.GetString(raw, escapes));
            if (!escapes) continue;
            Assert.Contains('\uFFFD', text);
            Assert.Equal(text, Encoding.UTF8.GetString(Utf8(text)));
            Assert.False(JsonText.EqualsUtf8(raw, Utf8(text)), label);
        }

        Assert.Matches(@"\A[ -~]*\z", JsonText.ToDisplay(raw));
        Assert.Contains(@"\uFFFD", JsonText.ToDisplay(raw, 4096), StringComparison.Ordinal);
    }
}
