using System.Text.RegularExpressions;
using McpGen.Generator.Patterns;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>No pattern takes the compiler or the server down: what is accepted can be constructed and stays fast.</summary>
public sealed class PatternLimitTests
{
    [Fact]
    public void Depth_is_bounded()
    {
        Assert.Contains("longer than 4096", Compiled.Error(new string('(', 100_000)).Message);
        Assert.Contains("nest deeper than 64", Compiled.Error(new string('(', 4_000)).Message);
        Assert.Contains("nest deeper than 64", Compiled.Error(Nested(65)).Message);
        Assert.True(Compiled.Matches(Nested(64), "a"));

        static string Nested(int depth) => new string('(', depth) + "a" + new string(')', depth);
    }

    [Fact]
    public void Length_is_bounded()
    {
        Assert.Equal(4_096, Compiled.Error(new string('a', 4_097)).Position);
        Assert.True(SpanCode.Load(Compiled.Model(new string('a', 4_096)))!(new string('a', 4_097)));
    }

    [Theory]
    [InlineData("^a{1897}$")]
    [InlineData("^a{1896,}$")]
    [InlineData("^[a-z]{1,1897}$")]
    [InlineData("^(?:ab){948}$")]
    [InlineData("^(?:a+b){632}$")]
    [InlineData("^(?:[a-z]{1,62}\\.){30}$")]
    [InlineData("^.{1,632}$")]
    [InlineData("^(?:a|bc|def|\U0001f600){210}$")]
    public void The_largest_pattern_can_be_constructed(string pattern) => Assert.False(Compiled.Matches(pattern, "\n"));

    [Theory]
    [InlineData("a{1901}", 1)]
    [InlineData("a{1900,}", 1)]
    [InlineData("ba{999999999999999999999}", 2)]
    [InlineData("(?:a{50}){50}", 9)]
    [InlineData("(((((a{9}){9}){9}){9}){9})", 18)]
    [InlineData(".{700}", 1)]
    [InlineData("a{1000}b{1000}", 0)]
    public void What_grows_too_large_is_refused(string pattern, int position)
    {
        var error = Compiled.Error(pattern);

        Assert.Contains("grows beyond 1900", error.Message);
        Assert.Equal(position, error.Position);
    }

    /// <summary>What a single pass decides needs none of the engine's limits.</summary>
    [Theory]
    [InlineData("[a-z]{1,2000}", 2_000)]
    [InlineData("[a-z]{4000}", 4_000)]
    [InlineData("x{999999}?", 999_999)]
    [InlineData("(?:[a-z]{100}){20,500}", 50_000)]
    public void Code_has_no_limit_on_counts(string pattern, int longest)
    {
        var matches = SpanCode.Load(Compiled.Model(pattern, whole: true))!;

        Assert.True(matches(new string('x', longest)));
        Assert.False(matches(new string('x', longest + 1)));
        Assert.False(matches(new string('x', longest - 1) + "1"));
    }

    /// <summary>Counts saturate while they are read: none of those may be taken for what was written.</summary>
    [Theory]
    [InlineData("[a-z]{1,1000000}")]
    [InlineData("[a-z]{99999999999}")]
    [InlineData("(?:[a-z]-){2,99999999999}")]
    public void A_count_beyond_a_million_is_refused(string pattern) =>
        Assert.Contains("grows beyond 1900", Compiled.Error(pattern, whole: true).Message);

    /// <summary>On each of these NonBacktracking takes one to thirty seconds for 10,000 characters, and up to nine gigabytes.</summary>
    [Theory]
    [InlineData("^(?:[ab]{0,40}a)*c$")]
    [InlineData("^(?:[ab]{0,200}a[ab])*c$")]
    [InlineData("^(?:[ab]*a[ab]){300}c$")]
    [InlineData("^(?:(?:[^c]?)*(?:[ab]){2,25}a)*a$")]
    [InlineData("^(?:a*(?:[^c]?[^c]+[^c]+|[^c]{9,24}){1,5})*.*$")]
    [InlineData("(?:a.{1,20}b)+c")]
    public void What_even_nonbacktracking_is_slow_on_is_refused(string pattern) =>
        Assert.Contains("can take the same text", Compiled.Error(pattern).Message);

    [Theory]
    [InlineData("(a*){3}", 4)]
    [InlineData("x(?:a?|b){2,}", 9)]
    [InlineData("(a?b?){0,2}", 6)]
    [InlineData("(?:(?:a*)+){2}", 11)]
    public void A_count_of_what_can_be_empty_is_refused(string pattern, int position)
    {
        var error = Compiled.Error(pattern);

        Assert.Contains("can be empty", error.Message);
        Assert.Equal(position, error.Position);
    }

    [Fact]
    public void Too_many_kinds_of_characters_are_refused()
    {
        string literals = string.Concat(Enumerable.Range(0, 200).Select(i => (char)(0x4E00 + i)));

        Assert.Contains("128 kinds", Compiled.Error($"^.*{literals}$").Message);
        Assert.True(SpanCode.Load(Compiled.Model(literals))!("x" + literals));
        Assert.True(Compiled.Matches($"^[{literals}]$", "\u4e01"));
    }

    /// <summary>Patterns of everyday use, counted, nested or ambiguous, that the limits must leave alone.</summary>
    [Theory]
    [InlineData(@"^[a-zA-Z0-9._%+\-]+@[a-zA-Z0-9.\-]+\.[a-zA-Z]{2,6}$", "user.name+tag@mail.example.org")]
    [InlineData(@"^(?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$", "mail.example.org")]
    [InlineData(@"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$", "192.168.0.255")]
    [InlineData(@"^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$", "0123abcd-0000-4000-8000-0123456789ab")]
    [InlineData(@"^(?:[a-z]{1,20},){0,50}$", "one,two,three,")]
    [InlineData(@"^[^@]{1,64}@[^@]{1,255}$", "a@b")]
    [InlineData(@"^(\w+\s?)*$", "some words here")]
    [InlineData(@"^\s*[a-z]+(?:\s+[a-z]+)*\s*$", " some words ")]
    [InlineData(@"^[A-Za-z]:\\(?:[^\\/:*?""<>|\r\n]+\\)*[^\\/:*?""<>|\r\n]*$", @"C:\dir\file.txt")]
    [InlineData(@"^v?(0|[1-9]\d*)(?:\.(0|[1-9]\d*)){2}(?:-[0-9a-z\-]+(?:\.[0-9a-z\-]+)*)?$", "1.20.3-rc.1")]
    [InlineData(@"^P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$", "P1DT2H")]
    [InlineData(@"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$", "aGVsbG8=")]
    [InlineData(@"\d{3}-\d{3}-\d{4}", "call 555-123-4567 now")]
    public void Ordinary_patterns_are_accepted(string pattern, string input) => Assert.True(Compiled.Matches(pattern, input));

    [Fact]
    public void Every_row_of_the_redos_corpus_completes_or_is_refused()
    {
        int completed = 0;
        int refused = 0;
        foreach (var row in Corpus.Read("redos.json").GetProperty("cases").EnumerateArray())
        {
            string pattern = row.GetProperty("pattern").GetString()!;
            var attack = row.GetProperty("attack");
            string input = attack.GetProperty("prefix").GetString()
                + string.Concat(Enumerable.Repeat(attack.GetProperty("pump").GetString(), 10_000))
                + attack.GetProperty("suffix").GetString();

            if (PatternCompiler.Compile(pattern, whole: false).Pattern is not { } model)
            {
                refused++;
                continue;
            }

            Assert.True(model.Code is not null || Compiled.Engine(model).Options.HasFlag(RegexOptions.NonBacktracking));
            bool expected = Compiled.Engine(model).IsMatch(input);
            Assert.Equal(expected, Compiled.Check(model)(input));
            completed++;
        }

        Assert.True(completed > refused, $"{refused} rows are refused, only {completed} ran");
        TestContext.Current.TestOutputHelper!.WriteLine($"{completed} rows complete, {refused} are refused.");
    }
}
