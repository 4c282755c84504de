using McpGen.Generator.Patterns;
using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>The text of the code for typical patterns, and which patterns have none. To accept what is printed now: <c>MCPGEN_SNAPSHOTS=update dotnet test</c>.</summary>
public sealed class SpanCodeTests
{
    private static readonly (string Name, string Pattern)[] s_typical =
    [
        ("Slug", "[a-z0-9]+(?:-[a-z0-9]+)*"),
        ("Version", @"v?(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[0-9A-Za-z-]+)?"),
        ("Color", "#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})"),
        ("Uuid", "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"),
        ("Phone", @"\+[1-9]\d{1,14}"),
        ("PathSegment", @"[^/\\\0]{1,255}"),
        ("State", "open|in-progress|closed"),
        ("Verb", "(?:get|put|post)-[a-z]+"),
        ("Url", @"https?://[a-z0-9.-]{1,253}(?::\d{1,5})?(?:/.*)?"),
        ("Identifier", @"[A-Za-z_]\w{0,63}"),
        ("Letters", "[a-z\u00c0-\u024f\u4e00-\u9fff]{1,64}"),
        ("Emoji", "(?:[\U0001f600-\U0001f64f]|[a-z]){1,4}"),
        ("Words", @"\b\w+\b(?:[ ,]\b\w+\b){0,9}"),
        ("Either", "[a-z]+|[a-z0-9]+!"),
    ];

    [Fact]
    public void Typical_patterns()
    {
        string printed = string.Join("\n\n", s_typical.Select(static typical => Compiled.Model(typical.Pattern, whole: true).CodeFor(typical.Name))) + "\n";
        string path = Path.Combine(Repository.Project, "Patterns", $"{nameof(SpanCodeTests)}.{nameof(Typical_patterns)}.verified.cs");
        if (Environment.GetEnvironmentVariable("MCPGEN_SNAPSHOTS") == "update" && Environment.GetEnvironmentVariable("CI") is null or "")
            File.WriteAllText(path, printed);

        Assert.Equal(File.ReadAllText(path), printed);
    }

    /// <summary>Spans convert to each other in later versions, which changes what a call can mean.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public void Every_language_version_compiles_it(LanguageVersion language) =>
        Assert.DoesNotContain(null, SpanCode.Load([.. s_typical.Select(static typical => Compiled.Model(typical.Pattern, whole: true))], language));

    [Theory]
    [InlineData(@"[a-z]+\d*[a-z]")]
    [InlineData(".*a")]
    [InlineData("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==)?")]
    [InlineData(@"(\w+\s?)*")]
    [InlineData(@"[^@\s]+@[^@\s]+\.[^@\s]+")]
    public void What_takes_more_than_one_unit_to_decide_runs_on_the_engine(string pattern) => Assert.Null(Compiled.Model(pattern, whole: true).Code);

    /// <summary>Half pairs never get here; if one does, it is refused or taken, and no exception.</summary>
    [Theory]
    [InlineData("^.{1,3}$")]
    [InlineData("^.{2}x?$")]
    [InlineData("^[\U0001f600-\U0001f64f]{1,3}$")]
    [InlineData("[^a]$")]
    [InlineData("^[^a]-")]
    public void Ill_formed_text_is_no_exception(string pattern)
    {
        foreach (string text in (string[])[new('\ud83d', 1), new('\ude00', 1), "a" + '\ud83d', "\ude00\ud83d", new('\ud83d', 3), "\U0001f600" + '\ud83d'])
            _ = SpanCode.Load(Compiled.Model(pattern))!(text);
    }
}
