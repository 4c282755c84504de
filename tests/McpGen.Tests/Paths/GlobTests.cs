using System.Text.RegularExpressions;
using McpGen.Paths;

namespace McpGen.Tests.Paths;

public sealed class GlobTests
{
    [Theory]
    [InlineData("a.md", "a.md")]
    [InlineData("*.md", "a.md")]
    [InlineData("**/*.md", "a.md")]
    [InlineData("**/*.md", "x/y/z/a.md")]
    [InlineData("a/**", "a")]
    [InlineData("a/**", "a/b/c")]
    [InlineData("a/**/b", "a/b")]
    [InlineData("a/**/b", "a/x/b/b")]
    [InlineData("**/a/**/b/**", "x/a/y/a/b/z")]
    [InlineData("**", ".")]
    [InlineData("**", "x/y")]
    [InlineData("*", "x")]
    [InlineData("?", "😀")]
    [InlineData("a*?b", "a😀b")]
    [InlineData("*a*b*c*", "xxaxxabxcbx")]
    [InlineData("*.{md,txt}", "a.txt")]
    [InlineData("{a,b{c,d}}/x", "bd/x")]
    [InlineData("a{,b}", "a")]
    [InlineData("{a/b,c}/d", "a/b/d")]
    [InlineData(".git/*", ".git/config")]
    [InlineData("**/.env", "a/.env")]
    [InlineData("a*", "a.b")]
    [InlineData("x+(y)|$^", "x+(y)|$^")]
    public void It_matches(string pattern, string name)
    {
        Assert.True(Glob.Parse(pattern).Matches(name, hidden: false));
        Assert.Matches(Expression(pattern, hidden: false), name);
    }

    [Theory]
    [InlineData("a.md", "A.md")]
    [InlineData("a.md", "a.mdx")]
    [InlineData("*.md", "x/a.md")]
    [InlineData("**/*.md", "a.md/x")]
    [InlineData("**/*.md", ".md")]
    [InlineData("**/*.md", ".x.md")]
    [InlineData("**/*.md", ".git/a.md")]
    [InlineData("**/*.md", "a/.git/b/a.md")]
    [InlineData("*", ".x")]
    [InlineData("?x", ".x")]
    [InlineData("*?x", ".x")]
    [InlineData("**", "a/.x")]
    [InlineData("a/**", "a/.x/b")]
    [InlineData("a/**", "ab")]
    [InlineData("a/*", "a")]
    [InlineData("*", ".")]
    [InlineData("?", "ab")]
    [InlineData("?", "a/")]
    [InlineData("*??", "😀")]
    [InlineData("a?b", "a/b")]
    [InlineData("\u00e9", "e\u0301")]
    public void It_does_not_match(string pattern, string name)
    {
        Assert.False(Glob.Parse(pattern).Matches(name, hidden: false));
        Assert.DoesNotMatch(Expression(pattern, hidden: false), name);
    }

    [Theory]
    [InlineData("*", ".x")]
    [InlineData("**/*.md", ".git/a.md")]
    [InlineData("**/*.md", ".md")]
    [InlineData("?x", ".x")]
    [InlineData("**", "a/.x/..y")]
    public void Hidden_names_match_a_wildcard_where_they_are_allowed(string pattern, string name)
    {
        Assert.True(Glob.Parse(pattern).Matches(name, hidden: true));
        Assert.False(Glob.Parse(pattern).Matches(name, hidden: false));
        Assert.Matches(Expression(pattern, hidden: true), name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../*")]
    [InlineData("a/./b")]
    [InlineData(".")]
    [InlineData("a/..")]
    [InlineData("**.md")]
    [InlineData("a**")]
    [InlineData("***")]
    [InlineData("[ab]")]
    [InlineData("a\\b")]
    [InlineData("C:/x")]
    [InlineData("*.")]
    [InlineData("nul.*")]
    [InlineData("{a,b")]
    [InlineData("a}")]
    [InlineData("{a}}")]
    [InlineData("{,a}/b")]
    [InlineData("{{{{{{{{{a}}}}}}}}}")]
    [InlineData("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}")]
    [InlineData("a\nb")]
    public void What_matches_no_name_or_more_than_it_says_is_no_pattern(string pattern) => Assert.Throws<GlobException>(() => Glob.Parse(pattern));

    [Fact]
    public void A_pattern_is_bounded()
    {
        Assert.Throws<GlobException>(() => Glob.Parse(new string('a', 1025)));
        Assert.Throws<GlobException>(() => Glob.Parse(string.Join('/', Enumerable.Repeat("a", 33))));
        Assert.Throws<GlobException>(() => Glob.Parse(string.Concat(Enumerable.Repeat("{a,b}", 40))));
        Assert.True(Glob.Parse(string.Join('/', Enumerable.Repeat("**/a", 16))).Matches(string.Join('/', Enumerable.Repeat("a", 16)), hidden: false));
    }

    [Theory]
    [InlineData("*a*a*a*a*a*a*a*a*b", 'a', "")]
    [InlineData("**/a/**/a/**/a/**/a/**/b", 'a', "/")]
    [InlineData("**/*a*a*a*b/**/*a*a*a*b", 'a', "/aaaaaa")]
    public void Its_steps_grow_with_the_name_and_no_faster(string pattern, char letter, string between)
    {
        Glob glob = Glob.Parse(pattern);
        long Steps(int count)
        {
            long steps = 0;
            string name = string.Concat(Enumerable.Repeat(letter + between, count)) + letter;
            Assert.False(glob.Matches(name, hidden: false, ref steps));
            return steps;
        }

        long once = Steps(100), eightTimes = Steps(800);

        Assert.InRange(eightTimes, once, 10 * once);
        Assert.InRange(eightTimes, 1, 800L * (1 + between.Length) * (pattern.Length + 1) * 2);
    }

    // Against another engine, over a small alphabet that has everything that is special. The root's own name is left out: an expression
    // for hidden names cannot tell it from one.
    [Fact]
    public void It_agrees_with_its_expression_on_every_short_name()
    {
        string[] patterns = ["*", "?", "**", "*.a", "**/*.a", "a*", "?a", "*?", "??", "*a*", "a/**", "**/a", "a/**/a", "*/*", ".a", ".*", "**/.a/**", "{a,.a}/*", "a.?", "*.*", "?*a", "**/**", "*/**/*"];
        string[] names = [.. Names(8).Where(static name => name != PathName.Root && PathName.IsValid(name))];
        Assert.True(names.Length > 400, $"{names.Length}");
        foreach (string pattern in patterns)
        {
            Glob glob = Glob.Parse(pattern);
            foreach (bool hidden in (bool[])[false, true])
            {
                Regex expression = new(Expression(pattern, hidden), RegexOptions.CultureInvariant);
                Assert.All(names, name => Assert.True(expression.IsMatch(name) == glob.Matches(name, hidden), $"{pattern} {name} hidden: {hidden} {expression}"));
            }
        }
    }

    [Fact]
    public void An_expression_that_nobody_could_read_is_not_printed() =>
        Assert.Null(Glob.Parse("**/{a,b,c,d}{a,b,c,d}/**/*.{md,txt}").ToEcmaPattern(hidden: false));

    private static IEnumerable<string> Names(int longest) =>
        longest == 0 ? [""] : Names(longest - 1).SelectMany(static name => name.Length == 0 ? ["", "a", ".", "/"] : (string[])[name + "a", name + ".", name + "/"]).Concat(Names(longest - 1)).Distinct();

    // .NET counts UTF-16 units where the schema counts code points.
    private static string Expression(string pattern, bool hidden) =>
        Glob.Parse(pattern).ToEcmaPattern(hidden)!.Replace("[^/]", @"(?:[\ud800-\udbff][\udc00-\udfff]|[^/\ud800-\udfff])", StringComparison.Ordinal)
            .Replace("[^./]", @"(?:[\ud800-\udbff][\udc00-\udfff]|[^./\ud800-\udfff])", StringComparison.Ordinal);
}
