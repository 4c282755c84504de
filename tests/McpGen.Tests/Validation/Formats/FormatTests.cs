using static McpGen.Tests.Validation.Formats.FormatInternals;

namespace McpGen.Tests.Validation.Formats;

public sealed class FormatTests
{
    public static TheoryData<StringFormat> All => [.. Enum.GetValues<StringFormat>()];

    [Theory]
    [MemberData(nameof(All))]
    public void What_the_grammar_has_is_accepted(StringFormat format)
    {
        string[] wrong = [.. FormatSamples.Accepted(format).Where(text => !Matches(format, text))];
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_the_grammar_has_not_is_refused(StringFormat format)
    {
        string[] wrong = [.. FormatSamples.Refused(format).Where(text => Matches(format, text))];
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_may_stand_before_or_after(StringFormat format)
    {
        string[] additions = ["\n", "\r\n", "\0", " ", "\t", "\u00A0", "\u2028", "\uFEFF", "\u200B", "é", "٠"];
        IEnumerable<string> texts = FormatSamples.Accepted(format).Where(static text => text.Length > 0);
        string[] wrong = [.. texts.SelectMany(text => additions.SelectMany(added => new[] { text + added, added + text })).Where(text => Matches(format, text))];
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Ill_formed_text_has_no_form_wherever_it_is_ill_formed(StringFormat format)
    {
        byte[][] damage = [[0x80], [0xBF], [0xC0, 0xAF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xFF]];
        foreach (string text in FormatSamples.Accepted(format))
        {
            byte[] utf8 = Utf8(text);
            for (int place = 0; place <= utf8.Length; place++)
            {
                foreach (byte[] bytes in damage)
                {
                    Assert.False(IsMatch(format, [.. utf8[..place], .. bytes, .. utf8[place..]]), $"{text} with {Convert.ToHexString(bytes)} at {place}");
                }
            }
        }
    }

    // A test of letters that masks a bit off must not let such a byte through.
    [Theory]
    [MemberData(nameof(All))]
    public void A_byte_beyond_ASCII_is_never_taken_for_one_of_ASCII(StringFormat format)
    {
        foreach (string text in FormatSamples.Accepted(format))
        {
            byte[] utf8 = Utf8(text);
            for (int place = 0; place < utf8.Length; place++)
            {
                utf8[place] |= 0x80;
                Assert.False(IsMatch(format, utf8), $"{text} at {place}");
                utf8[place] &= 0x7F;
            }
        }
    }

    [Fact]
    public void A_form_that_does_not_exist_is_had_by_nothing()
    {
        Assert.False(Matches((StringFormat)(-1), ""));
        Assert.False(Matches((StringFormat)99, "a"));
        Assert.Equal("a string", Describe((StringFormat)99));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_examples_of_a_description_have_the_form(StringFormat format)
    {
        string description = Describe(format);
        string[] examples = description[(description.IndexOf("such as ", StringComparison.Ordinal) + 8)..].Split(" or ");
        Assert.All(examples, example => Assert.True(Matches(format, example), example));
    }
}
