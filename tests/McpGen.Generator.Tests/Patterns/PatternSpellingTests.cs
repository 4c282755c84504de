using System.Globalization;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>What the schema shows is what the author wrote, as far as ECMA-262 lets it be.</summary>
public sealed class PatternSpellingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(@"^[a-z][\w.\-]{0,63}$", @"^[a-z][\w.\-]{0,63}$")]
    [InlineData(@"\d{4}-\d{2}-\d{2}", @"\d{4}-\d{2}-\d{2}")]
    [InlineData(@"(foo|bar)?[^\s/]*.", @"(foo|bar)?[^\s/]*.")]
    [InlineData(@"\/\-\@\ \""\#", @"/-@ ""#")]
    [InlineData(@"\^\$\\\.\*\+\?\(\)\[\]\{\}\|", @"\^\$\\\.\*\+\?\(\)\[\]\{\}\|")]
    [InlineData("]}{x", @"\]\}\{x")]
    [InlineData("[.*+?(){}|$/]", "[.*+?(){}|$/]")]
    [InlineData("[[^a-]", @"[\[\^a\-]")]
    [InlineData("[--/]", @"[\u002D-/]")]
    [InlineData(@"\t\n\v\f\r\0", @"\t\n\v\f\r\u0000")]
    [InlineData(@"\x41\u0042", "AB")]
    [InlineData("\u00e9[\u00e0-\u00ff]\u2028", @"\u00E9[\u00E0-\u00FF]\u2028")]
    [InlineData("\U0001f600", @"\u{1F600}")]
    [InlineData(@"[\uD83D\uDE00-\uD83D\uDE10]", @"[\u{1F600}-\u{1F610}]")]
    [InlineData("(?<year>a)(?'b'c)(?:d)(e)", "(?:a)(?:c)(?:d)(e)")]
    [InlineData("a*?b+?c??d{2,3}?", "a*b+c?d{2,3}")]
    [InlineData("a{0,}b{1,}c{0,1}d{2,2}e{3,}", "a*b+c?d{2}e{3,}")]
    [InlineData(@"\bfoo\b-[.\p{AHex}]\P{gc=Cc}", @"\bfoo\b-[.\p{AHex}]\P{gc=Cc}")]
    public void The_schema_has_the_authors_spelling(string pattern, string ecma) => Assert.Equal(ecma, Compiled.Model(pattern).Ecma);

    [Theory]
    [InlineData("[a-z]+", "^[a-z]+$")]
    [InlineData("^[a-z]+$", "^[a-z]+$")]
    [InlineData("^[a-z]+", "^[a-z]+$")]
    [InlineData("[a-z]+$", "^[a-z]+$")]
    [InlineData("a|b", "^(?:a|b)$")]
    [InlineData("^a|b$", "^(?:^a|b$)$")]
    [InlineData("(a|b)", "^(a|b)$")]
    [InlineData("^(?:a|b)$", "^(?:a|b)$")]
    [InlineData("^", "^$")]
    [InlineData("", "^$")]
    [InlineData(@"a\$", @"^a\$$")]
    public void A_whole_pattern_is_anchored_once(string pattern, string ecma) => Assert.Equal(ecma, Compiled.Model(pattern, whole: true).Ecma);

    [Theory]
    [InlineData("^[a-z]+$", @"\A[a-z]+\z")]
    [InlineData(@"\d\w", "[0-9][0-9A-Z_a-z]")]
    [InlineData("(a|b)", "(?:a|b)")]
    [InlineData("\U0001f600", @"\uD83D\uDE00")]
    [InlineData("\U0001f600+", @"(?:\uD83D\uDE00)+")]
    [InlineData(".", @"(?:[\u0000-\t\v-\f\u000E-\u2027\u202A-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])")]
    [InlineData("[,.-]", @"[,-.]")]
    [InlineData("[./-]", @"[\u002D-/]")]
    [InlineData(@"^\bfoo\b-$", @"\Afoo-\z")]
    [InlineData(@"\bfoo", @"(?:\A|(?:[\u0000-/:-@\[-\^`{-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]))foo")]
    [InlineData(@"-\b", "-[0-9A-Z_a-z]")]
    [InlineData(@"\p{AHex}", "[0-9A-Fa-f]")]
    public void The_check_spells_every_set_out(string pattern, string dotNet) => Assert.Equal(dotNet, Compiled.Model(pattern).DotNet);

    [Fact]
    public void No_culture_changes_a_character()
    {
        const string pattern = "^[iI\u0130\u0131]{1,1000}[k-z]\uffff$";
        var before = Compiled.Model(pattern);
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (string name in (string[])["tr-TR", "ar-SA", "fi-FI"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(before, Compiled.Model(pattern));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
