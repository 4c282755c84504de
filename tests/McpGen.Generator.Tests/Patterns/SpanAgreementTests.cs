using System.Globalization;
using System.Text.RegularExpressions;
using McpGen.Generator.Patterns;
using McpGen.Validation;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>
/// The code of a pattern, its .NET expression and ECMA-262 itself give one verdict: on random patterns, on those of everyday use, on texts
/// that match and on those a little off. A slice of what was run by hand; the seed can be changed to run more.
/// </summary>
public sealed class SpanAgreementTests
{
    private const int Seed = 2_025;
    private const int Patterns = 250;
    private const int TextsOfEach = 40;

    private static readonly string[] s_everyday =
    [
        "^[a-z0-9]+(?:-[a-z0-9]+)*$", @"^\d{4}-\d{2}-\d{2}$", "^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", "^[^/\0]{1,255}$", "^.{1,20}$", "^.{3}$", @"^[\s\S]{2,4}$", "^[^@\\s]+@[^@\\s]+$",
        "^(?:open|in-progress|closed)$", "^(?:get|put|post|patch)-[a-z]+$", "^(?:a|ab)-x$", @"^https?://[a-z0-9.-]{1,253}(?::[0-9]{1,5})?(?:/.*)?$", "^(?:[^,]{0,3},){2}[^,]?$",
        "^(?:\U0001f600|[a-c]){2,3}-$", "^[\U0001f600-\U0001f64f]{1,3}$", "^[^\U0001f600]{2}$", "^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$", "^[a-z](?:[a-z0-9_]{0,3}/){1,4}$", "^(?:[a-z]{2})+$",
        "^(?:a?b?)*$", "^(?:a+|b)+c$", "^[a-z\u00c0-\u024f\u4e00-\u9fff ]{2,5}$", @"\S", "abc$", "[^a]$", ".[a-c]$", "^abc", "^[a-c]{2}", "foo|bar$|^x", "\U0001f600", @"^\p{ASCII}{1,3}$", @"\bfoo\b", @"^\bfoo\b-",
    ];

    [Fact]
    public void Everyday_patterns_agree() => Compare(new PatternSamples(Seed), s_everyday);

    [Fact]
    public void Random_patterns_agree()
    {
        var samples = new PatternSamples(Seed);
        Compare(samples, [.. Enumerable.Range(0, Patterns).Select(_ => samples.Pattern())]);
    }

    /// <summary>The sets of properties, one character after the other where most of their edges are, and at every other edge.</summary>
    [Fact]
    public void Properties_are_those_of_ECMA()
    {
        using EcmaEngine ecma = EcmaEngine.StartOrSkip();
        foreach (string property in (string[])["Any", "ASCII", "AHex", "ASCII_Hex_Digit", "Cc", "gc=Cs", "General_Category=Private_Use", "Noncharacter_Code_Point", "Pattern_White_Space", "Pattern_Syntax"])
        {
            CodePointSet set = Assert.IsType<ShorthandNode>(Assert.Single(PatternParser.Parse($@"\p{{{property}}}").Children)).Set;
            IEnumerable<int> edges = set.Ranges.SelectMany(static range => new[] { range.First - 1, range.First, range.Last, range.Last + 1 });
            string[] characters = [.. Enumerable.Range(0, 0x3100).Concat(edges).Where(static character => character is (>= 0 and < 0xD800) or (> 0xDFFF and <= 0x10FFFF)).Select(char.ConvertFromUtf32)];
            bool[] expected = ecma.Test($@"\p{{{property}}}", characters);
            for (int i = 0; i < characters.Length; i++)
            {
                if (set.Contains(char.ConvertToUtf32(characters[i], 0)) != expected[i])
                    Assert.Fail($"{property}: {Shown(characters[i])}");
            }
        }
    }

    private static void Compare(PatternSamples samples, string[] patterns)
    {
        using EcmaEngine? ecma = EcmaEngine.Start();
        (string Pattern, PatternModel Model)[] models =
            [.. patterns.Select(static pattern => (pattern, PatternCompiler.Compile(pattern, whole: false).Pattern)).Where(static pair => pair.Pattern is not null).OfType<(string, PatternModel)>()];
        IReadOnlyList<TextMatcher?> code = SpanCode.Load([.. models.Select(static pair => pair.Model)]);
        int pairs = 0;
        foreach ((int index, (string pattern, PatternModel model)) in models.Index())
        {
            IReadOnlyList<string> texts = samples.Texts(pattern, TextsOfEach);
            Regex engine = Compiled.Engine(model);
            bool[] expected = ecma?.Test(model.Ecma, texts) ?? [.. texts.Select(text => engine.IsMatch(text))];
            for (int i = 0; i < texts.Count; i++, pairs++)
            {
                Assert.True(expected[i] == engine.IsMatch(texts[i]), $"{Shown(pattern)} on {Shown(texts[i])}: the engine says {!expected[i]}");
                Assert.True(code[index] is not { } matches || expected[i] == matches(texts[i]), $"{Shown(pattern)} on {Shown(texts[i])}: the code says {!expected[i]}\n{model.CodeFor("")}");
            }
        }

        int withCode = code.Count(static matcher => matcher is not null);
        Assert.True(withCode > models.Length / 2, $"only {withCode} of {models.Length} patterns have code");
        TestContext.Current.TestOutputHelper!.WriteLine($"{pairs} pairs agree{(ecma is null ? "; Node.js is not on this machine, so ECMA-262 itself was not asked" : "")}.");
        Assert.SkipWhen(ecma is null, "Code and engine agree; Node.js is not on this machine, so ECMA-262 itself was not asked.");
    }

    private static string Shown(string text) => string.Concat(text.Select(static c => c is >= ' ' and <= '~' ? c.ToString() : @"\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)));
}
