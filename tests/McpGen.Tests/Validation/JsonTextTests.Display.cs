using McpGen.Validation;

namespace McpGen.Tests.Validation;

public sealed partial class JsonTextTests
{
    [Theory]
    [InlineData("name", "name")]
    [InlineData("", "")]
    [InlineData(" ~", " ~")]
    [InlineData("a\"b", @"a\u0022b")]
    [InlineData(@"a\""b", @"a\u0022b")]
    [InlineData(@"a\\b", @"a\u005Cb")]
    [InlineData(@"\n\u0007", @"\u000A\u0007")]
    [InlineData("\n\u007f\u0080", @"\u000A\u007F\u0080")]
    [InlineData("é", @"\u00E9")]
    [InlineData(@"\u00e9\u0041", @"\u00E9A")]
    [InlineData("\u202eabc", @"\u202Eabc")]
    [InlineData("😀", @"\uD83D\uDE00")]
    [InlineData(@"\ud83d\ude00", @"\uD83D\uDE00")]
    [InlineData(@"\ud800", @"\uFFFD")]
    [InlineData(@"\ud800\ud83d\ude00\udc00", @"\uFFFD\uD83D\uDE00\uFFFD")]
    [InlineData(@"\q", @"\uFFFDq")]
    [InlineData(@"\", @"\uFFFD")]
    [InlineData(@"\u12", @"\uFFFDu12")]
    [InlineData("\uFFFD", @"\uFFFD")]
    public void A_name_is_shown_in_printable_ASCII(string raw, string expected) => Assert.Equal(expected, JsonText.ToDisplay(Utf8(raw)));

    [Theory]
    [InlineData("61FF62", @"a\uFFFDb")]
    [InlineData("EDA080", @"\uFFFD\uFFFD\uFFFD")]
    [InlineData("F09F9862", @"\uFFFDb")]
    [InlineData("C35C6E", @"\uFFFD\u000A")]
    public void Invalid_UTF_8_is_shown_as_replaced(string hex, string expected) => Assert.Equal(expected, JsonText.ToDisplay(Convert.FromHexString(hex)));

    [Fact]
    public void A_decoded_name_is_shown_in_printable_ASCII()
    {
        Assert.Equal(@"a\u0022\u005C\u000A\u00E9\u202E\uD83D\uDE00~", JsonText.ToDisplay("a\"\\\né\u202e😀~"));
        Assert.Equal(@"\uFFFDa\uFFFD\uD83D\uDE00\uFFFD", JsonText.ToDisplay("\udc00a\ud800\ud83d\ude00\ud800"));
        Assert.Equal("", JsonText.ToDisplay(""));
        Assert.Equal("abc...", JsonText.ToDisplay("abcd", 3));
        Assert.Equal(@"a...", JsonText.ToDisplay("aéb", 6));
        Assert.Equal(new string('x', 64) + "...", JsonText.ToDisplay(new string('x', 65)));
        Assert.Equal(new string('x', 4096) + "...", JsonText.ToDisplay(new string('x', 5000), int.MaxValue));
    }

    [Theory]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("abcd", 3, "abc...")]
    [InlineData("abcd", 0, "...")]
    [InlineData("abcd", -1, "...")]
    [InlineData("", 0, "")]
    [InlineData("é", 6, @"\u00E9")]
    [InlineData("é", 5, "...")]
    [InlineData("aéb", 6, "a...")]
    [InlineData("😀", 12, @"\uD83D\uDE00")]
    [InlineData("😀", 11, "...")]
    [InlineData(@"\u0041\u0042", 1, "A...")]
    public void A_name_is_cut_between_characters(string raw, int maxLength, string expected) => Assert.Equal(expected, JsonText.ToDisplay(Utf8(raw), maxLength));

    [Theory]
    [InlineData(64)]
    [InlineData(253)]
    [InlineData(254)]
    [InlineData(4096)]
    public void A_huge_name_is_shown_by_its_beginning(int maxLength)
    {
        byte[] raw = new byte[10_000_000];
        raw.AsSpan().Fill((byte)'x');
        Assert.Equal(new string('x', maxLength) + "...", JsonText.ToDisplay(raw, maxLength));
        Assert.Equal(new string('x', maxLength), JsonText.ToDisplay(raw.AsSpan(0, maxLength), maxLength));

        long before = GC.GetAllocatedBytesForCurrentThread();
        JsonText.ToDisplay(raw, maxLength);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 2 * maxLength + 64);
    }

    [Fact]
    public void A_limit_above_the_greatest_is_the_greatest()
    {
        byte[] raw = new byte[5000];
        raw.AsSpan().Fill((byte)'x');
        Assert.Equal(new string('x', 4096) + "...", JsonText.ToDisplay(raw, int.MaxValue));
    }
}
