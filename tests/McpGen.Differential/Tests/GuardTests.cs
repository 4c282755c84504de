using System.Reflection;
using System.Text.Json;
using McpGen.Differential.Compilation;
using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;
using McpGen.Differential.Values;

namespace McpGen.Differential.Tests;

/// <summary>
/// Guarded values one way: whatever the check accepts the schema accepts, for the texts of the corpora of attacks and for drawn ones. Of paths it is
/// known besides what the guard refuses beyond its pattern.
/// </summary>
public sealed class GuardTests(ITestOutputHelper output)
{
    private const int Drawn = 500;

    private static readonly string[] s_paths =
    [
        "[AllowedPaths(\"notes\", \"**\")] SandboxedPath", "[AllowedPaths(\"notes\", \"**\", Hidden = true)] SandboxedPath", "[AllowedPaths(\"notes\", \"*\")] SandboxedPath", "[AllowedPaths(\"notes\", \"?*\", Hidden = true)] SandboxedPath",
        "[AllowedPaths(\"notes\", \"**/*.md\", \"a/{b,c}/**\"), StringLength(20, MinimumLength = 2)] SandboxedPath", "[AllowedPaths(\"notes\", \"**/??c*\")] SandboxedPath", "[AllowedPaths(\"notes\", \"**\", Reveal = false)] SandboxedPath",
        "[AllowedPaths(\"notes\", \"**\", Hidden = true)] string",
    ];

    private static readonly string[] s_urls =
    [
        "[AllowedHosts(\"a.example\", \"*.b.example\")] GuardedUri", "[AllowedHosts(\"example.com\", \"*.example.com\", \"8.8.8.8\", \"[2606:4700:4700::1111]\", Schemes = new[] { \"https\", \"http\" }, Ports = new[] { 80, 443, 8080 })] GuardedUri",
        "[AllowedHosts(\"example.com\", \"*.example.com\", \"a.example\", Schemes = new[] { \"https\", \"http\" })] Uri", "[AllowedHosts(\"example.com\", \"*.example.com\", \"a.example\", Schemes = new[] { \"https\", \"http\" }), MaxLength(40)] string",
    ];

    [Fact]
    public void What_a_path_guard_accepts_its_schema_accepts()
    {
        var draw = new Draw(7);
        string[] texts =
        [
            .. Corpus("path-tricks.json", "cases", "value"), .. Corpus("path-root-cases.json", "table", "open"),
            .. Enumerable.Range(0, Drawn).Select(_ => GuardKinds.Path(draw)), .. Enumerable.Range(0, Drawn).Select(_ => TextDraw.Any(draw)),
            new string('x', 255), new string('x', 256), string.Join('/', Enumerable.Repeat(new string('x', 255), 16)), string.Join('/', Enumerable.Repeat(new string('x', 255), 16)) + "/x",
        ];

        AssertOneWay(s_paths, texts, static text => !GuardKinds.IsName(text));
    }

    [Fact]
    public void What_a_url_guard_accepts_its_schema_accepts()
    {
        var draw = new Draw(8);
        string[] texts =
        [
            .. Corpus("ssrf-urls.json", "cases", "url"), .. Enumerable.Range(0, Drawn).Select(_ => GuardKinds.Url(draw)), .. Enumerable.Range(0, Drawn / 5).Select(_ => TextDraw.Any(draw)),
            "https://example.com/", "http://www.example.com:80/a?b", "https://8.8.8.8/", "https://[2606:4700:4700::1111]/", "https://a.example/" + new string('x', 2030), "https://a.example/" + new string('x', 2031),
        ];

        AssertOneWay(s_urls, texts, isRefused: null);
    }

    private void AssertOneWay(string[] parameters, string[] texts, Func<string, bool>? isRefused)
    {
        Assert.SkipWhen(AjvOracle.Missing() is not null, AjvOracle.Missing() ?? "");
        using AjvOracle ajv = AjvOracle.Start();
        using LoadedBatch batch = Compiler.Load([.. parameters.Select((parameter, index) => Taking("tool_" + index, parameter, isRefused))]);
        foreach (LoadedTool tool in batch.Tools)
        {
            Pair[] pairs = [.. texts.Where(IsWellFormed).Distinct().Select(text => new Pair(tool, new JsonObject([new JsonMember("value", Json.Of(text))]), null, IsHostile: false))];
            new Comparison(tool, ajv).Start(pairs)();

            Assert.All(pairs, static pair => Assert.True(pair.Disagreement() is null, $"{pair.Value}: {pair.Disagreement()}"));
            int accepted = pairs.Count(static pair => pair.IsAccepted);
            output.WriteLine($"{tool.Signature.Parameters[0].Node.Annotations[0].Code}: {pairs.Length} texts, {accepted} accepted, {pairs.Count(static pair => !pair.IsAccepted && pair.Ajv == Verdict.Valid)} refused that the schema allows");
            Assert.InRange(accepted, 1, pairs.Length - 1);
        }
    }

    private static Signature Taking(string tool, string parameter, Func<string, bool>? isRefused)
    {
        int end = parameter.LastIndexOf(' ');
        var node = new Node { Kind = parameter[(end + 1)..], Row = Rows.SandboxedPath, Type = parameter[(end + 1)..], Annotations = [new Annotation(Rows.AllowedPaths, parameter[..end])], IsRefused = isRefused, MayRefuseMore = true };
        return new Signature(tool, [new Member("value", "value", node)], []);
    }

    /// <summary>The texts of a corpus, which lives beside the repository; none where it is not, except in a continuous build.</summary>
    private static IEnumerable<string> Corpus(string file, string list, string property)
    {
        string root = typeof(GuardTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;
        string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, "..", "shared", "corpus", file));
        if (!File.Exists(path))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{path} is missing.");
            return [];
        }

        // Half a surrogate pair cannot be asked of GetString; no schema sees one either.
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(row => row.GetProperty(property)).Where(static value => !value.GetRawText().Contains("\\ud", StringComparison.OrdinalIgnoreCase)).Select(static value => value.GetString()!)];
    }

    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(static rune => rune.Value != 0xfffd);
}
