using McpGen.Generator.Patterns;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>What a pattern matches at run time is what ECMA-262 says of it, where .NET's own reading differs most of all.</summary>
public sealed class PatternMeaningTests
{
    [Theory]
    // Literals and escapes.
    [InlineData("abc", "xabcx", true)]
    [InlineData("abc", "ab", false)]
    [InlineData("", "", true)]
    [InlineData("", "anything", true)]
    [InlineData(@"\.\*\\\/\-\""\@\ ", "x.*\\/-\"@ x", true)]
    [InlineData(@"\.", "x", false)]
    [InlineData(@"^\t\n\r\v\f\0$", "\t\n\r\v\f\0", true)]
    [InlineData(@"^\x41\u00e9$", "A\u00e9", true)]
    [InlineData("^a{x},{}]$", "a{x},{}]", true)]
    [InlineData("^{$", "{", true)]
    [InlineData("a b#c", "a b#c", true)]
    // Case counts, in every culture.
    [InlineData("^k$", "K", false)]
    [InlineData("^k$", "\u212a", false)]
    // Shorthands mean ASCII.
    [InlineData(@"^\d$", "7", true)]
    [InlineData(@"^\d$", "\u0667", false)]
    [InlineData(@"^\D$", "\u0667", true)]
    [InlineData(@"^\w+$", "aZ_9", true)]
    [InlineData(@"^\w$", "\u00e9", false)]
    [InlineData(@"^\w$", "\u200d", false)]
    [InlineData(@"^\W$", "\u00e9", true)]
    [InlineData(@"^\W$", "\U0001f600", true)]
    // White space is ECMA-262's.
    [InlineData(@"^\s+$", " \t\n\v\f\r\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff", true)]
    [InlineData(@"^\s$", "\u0085", false)]
    [InlineData(@"^\s$", "\u180e", false)]
    [InlineData(@"^\s$", "\u200b", false)]
    [InlineData(@"^\S$", "\u0085", true)]
    // The dot stops at four line terminators.
    [InlineData("^.$", "\n", false)]
    [InlineData("^.$", "\r", false)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData("^.$", "\u2029", false)]
    [InlineData("^.$", "\u0085", true)]
    [InlineData("^.$", "\0", true)]
    // A character beyond U+FFFF is one character.
    [InlineData("^.$", "\U0001f600", true)]
    [InlineData("^..$", "\U0001f600", false)]
    [InlineData("^.{2}$", "\U0001f600\U0001f601", true)]
    [InlineData("^\U0001f600{2}$", "\U0001f600\U0001f600", true)]
    [InlineData("^\U0001f600*$", "\U0001f600\U0001f600\U0001f600", true)]
    [InlineData(@"^\uD83D\uDE00$", "\U0001f600", true)]
    [InlineData("^[\U0001f600-\U0001f610]$", "\U0001f605", true)]
    [InlineData("^[\U0001f600-\U0001f610]$", "\U0001f611", false)]
    [InlineData(@"^[\uD83D\uDE00-\uD83D\uDE10a]$", "\U0001f605", true)]
    [InlineData("^[\ud800\udc00-\udbff\udfff]$", "\U0001f600", true)]
    [InlineData("^[\ud83d\udfff-\ud83f\udc01]$", "\U0001fc01", true)]
    [InlineData("^[\ud83d\udfff-\ud83f\udc01]$", "\U0001fc02", false)]
    [InlineData("^[^a]$", "\U0001f600", true)]
    [InlineData("^[^a][^a]$", "\U0001f600", false)]
    [InlineData("^[^\U0001f600]$", "\U0001f600", false)]
    [InlineData("^[^\U0001f600]$", "\U0001f601", true)]
    [InlineData("^[^\U0001f600]$", "\U0001fa00", true)]
    [InlineData(@"[\u0000-\uFFFF]", "\U0001f600", false)]
    [InlineData(@"^[\s\S]$", "\U0001f600", true)]
    // Classes.
    [InlineData("^[a-c]$", "b", true)]
    [InlineData("^[a-c]$", "d", false)]
    [InlineData("^[^a-c]$", "\n", true)]
    [InlineData(@"^[\d_.]+$", "1_.", true)]
    [InlineData(@"^[\d]$", "\u0667", false)]
    [InlineData(@"^[^\d]$", "\u0667", true)]
    [InlineData(@"^[\D]$", "5", false)]
    [InlineData(@"^[^\W]$", "\u00e9", false)]
    [InlineData(@"^[\w-]$", "-", true)]
    [InlineData("^[-a]$", "-", true)]
    [InlineData("^[a-]$", "-", true)]
    [InlineData("^[+--]$", ",", true)]
    [InlineData("^[--/]$", ".", true)]
    [InlineData(@"^[\x2D-/]$", ".", true)]
    [InlineData("^[a-z-9]$", "-", true)]
    [InlineData("^[a^]$", "^", true)]
    [InlineData("^[.*+?(){}|$]+$", "(*)", true)]
    [InlineData(@"^[[\]\\]+$", "[]\\", true)]
    [InlineData(@"^[\b]$", "\b", true)]
    [InlineData(@"[^\s\S]", "a", false)]
    // The end is the end.
    [InlineData("^abc$", "abc\n", false)]
    [InlineData("^abc$", "abc", true)]
    [InlineData("^$", "\n", false)]
    [InlineData("^b", "a\nb", false)]
    [InlineData("a$", "a\nb", false)]
    [InlineData("a|^b$|c", "xb", false)]
    [InlineData("(?:^|,)x", "a,x", true)]
    [InlineData("a^b", "a^b", false)]
    [InlineData("^(?:a|$){2}$", "a", true)]
    // Groups and alternation.
    [InlineData("^(a|b)(?:c|d)$", "bd", true)]
    [InlineData("^(?<year>[0-9]{4})(?'month'-[0-9]{2})$", "2024-02", true)]
    [InlineData("^(?:a||b)$", "", true)]
    [InlineData("^()$", "", true)]
    [InlineData("x|", "", true)]
    // Quantifiers, lazy ones too.
    [InlineData("^a*b+c?$", "bb", true)]
    [InlineData("^a{2}$", "aa", true)]
    [InlineData("^a{2}$", "aaa", false)]
    [InlineData("^a{2,}$", "aaaa", true)]
    [InlineData("^a{2,3}$", "aaaa", false)]
    [InlineData("^a{0}$", "", true)]
    [InlineData("^a{02}$", "aa", true)]
    [InlineData("^a*?b+?c??d{1,2}?$", "abd", true)]
    // .NET's optimizer gets this one wrong as it stands.
    [InlineData("^(?:a+|)+$", "", true)]
    [InlineData("^x(?:a+|)+$", "x", true)]
    [InlineData("^(?:$)+.", "a", false)]
    // Word boundaries, decided by what stands beside them or taken along at the edge of a search.
    [InlineData(@"\bfoo\b", "a foo.", true)]
    [InlineData(@"\bfoo\b", "foo", true)]
    [InlineData(@"\bfoo\b", "afoo", false)]
    [InlineData(@"\bfoo\b", "foo_", false)]
    [InlineData(@"\bfoo\b", "\u00e9foo\U0001f600", true)]
    [InlineData(@"\Bfoo\B", "xfoox", true)]
    [InlineData(@"\Bfoo\B", "foox", false)]
    [InlineData(@"\b\bfoo", "-foo", true)]
    [InlineData(@"\b-", "a-", true)]
    [InlineData(@"\b-", "-", false)]
    [InlineData(@"-\B", "-", true)]
    [InlineData(@"-\b", "-", false)]
    [InlineData(@"\bcaf\u00e9\b", "caf\u00e9", false)]
    [InlineData(@"\bcaf\u00e9\b", "caf\u00e9s", true)]
    [InlineData(@"^\bfoo\b-\bbar\b$", "foo-bar", true)]
    [InlineData(@"^\b\w+\b(?:[ -]\b\w+\b)*$", "some words-here", true)]
    [InlineData(@"^(?:foo\b|bar)", "foo-", true)]
    [InlineData(@"^(?:foo\b|bar)", "foos", false)]
    [InlineData(@"\b$", "a", true)]
    [InlineData(@"\b$", "a-", false)]
    [InlineData(@"\B$", "", true)]
    [InlineData(@"^\b", "a", true)]
    [InlineData(@"^\B", "", true)]
    [InlineData(@"(?:\bfoo)?bar", "xfoobar", true)]
    [InlineData(@"\b^foo", "foo", true)]
    [InlineData(@"\B^-", "-", true)]
    // Properties that no version of Unicode changes.
    [InlineData(@"^\p{ASCII}+$", "\0a\x7f", true)]
    [InlineData(@"^\p{ASCII}+$", "\u0080", false)]
    [InlineData(@"^[^\p{Cc}]+$", "a b\u00a0", true)]
    [InlineData(@"^[^\p{Cc}]+$", "a\u0085", false)]
    [InlineData(@"^\P{gc=Control}$", "\x7f", false)]
    [InlineData(@"^\p{Co}$", "\U0010fffd", true)]
    [InlineData(@"^\p{Co}$", "\U0010ffff", false)]
    [InlineData(@"^\p{NChar}$", "\U0001fffe", true)]
    [InlineData(@"^\P{Cs}$", "\U0001f600", true)]
    [InlineData(@"\p{Cs}", "\U0001f600", false)]
    [InlineData(@"^\p{Any}$", "\U0001f600", true)]
    public void A_search_matches_as_ecma_does(string pattern, string input, bool expected) =>
        Assert.Equal(expected, Compiled.Matches(pattern, input));

    [Theory]
    [InlineData("[a-z]+", "abc", true)]
    [InlineData("[a-z]+", "abc\n", false)]
    [InlineData("[a-z]+", "1abc", false)]
    [InlineData("[a-z]*", "", true)]
    [InlineData("[a-z]+", "", false)]
    [InlineData("a|b", "ab", false)]
    [InlineData("a|b", "b", true)]
    [InlineData("a|ab", "ab", true)]
    [InlineData("^a|b$", "ab", false)]
    [InlineData("^a$", "a", true)]
    public void A_whole_pattern_matches_nothing_less(string pattern, string input, bool expected) =>
        Assert.Equal(expected, Compiled.Matches(pattern, input, whole: true));

    [Fact]
    public void Every_row_of_the_dialect_corpus_agrees_or_is_refused()
    {
        int agreed = 0;
        int refused = 0;
        foreach (var row in Corpus.Read("pattern-dialect.json").EnumerateArray())
        {
            string pattern = row.GetProperty("pattern").GetString()!;
            string input = row.GetProperty("input").GetString()!;
            string expected = row.GetProperty("ecma_u").GetString()!;

            if (PatternCompiler.Compile(pattern, whole: false).Pattern is null)
            {
                refused++;
                continue;
            }

            Assert.True(expected == (Compiled.Matches(pattern, input) ? "true" : "false"), $"{pattern} on {input}: ECMA-262 says {expected}");
            agreed++;
        }

        Assert.NotEqual(0, agreed);
        TestContext.Current.TestOutputHelper!.WriteLine($"{agreed} rows agree, {refused} are refused.");
    }
}
