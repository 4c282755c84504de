using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Guarded values in results: a path is its relative name, a URL says where it leads and nothing of path and query; checked text is held to its guard there too.</summary>
public sealed class GuardResultTests : IDisposable
{
    private static readonly GeneratorRun s_run = GeneratorRun.Of("""
        public sealed record Found(SandboxedPath File, GuardedUri? Page = null, SandboxedPath? Other = null);
        public sealed record Complete([property: Required] SandboxedPath? File, [property: JsonRequired] GuardedUri? Page);
        public sealed record Echo([property: AllowedPaths("notes", "**"), StringLength(9)] SandboxedPath File, [property: AllowedHosts("a.example"), MinLength(18)] GuardedUri? Page = null, [property: AllowedPaths("notes", "**"), MaxLength(3), Items(MaxLength = 9)] SandboxedPath[]? More = null);
        public sealed record Texts([property: Identifier(MaxLength = 5)] string Name, [property: PlainText] string? Title = null, [property: CommandArgument] string[]? Arguments = null);

        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            [McpServerTool, Description("d")] public static SandboxedPath One([AllowedPaths("notes", "**")] SandboxedPath file) => file;
            [McpServerTool, Description("d")] public static SandboxedPath? Maybe([AllowedPaths("notes", "**")] SandboxedPath? file = null) => file;
            [McpServerTool, Description("d")] public static IReadOnlyList<SandboxedPath> List([AllowedPaths("notes", "**")] SandboxedPath file) => file.Enumerate();
            [McpServerTool, Description("d")] public static async Task<SandboxedPath[]> Array([AllowedPaths("notes", "**"), MaxLength(9)] SandboxedPath[] files) { await Task.Yield(); return files; }
            [McpServerTool, Description("d")] public static Dictionary<string, SandboxedPath?> Map([AllowedPaths("notes", "**"), MaxLength(9), Keys(MaxLength = 9)] Dictionary<string, SandboxedPath?> files) => files;
            [McpServerTool(UseStructuredContent = true), Description("d")] public static SandboxedPath Structured([AllowedPaths("notes", "**")] SandboxedPath file) => file;
            [McpServerTool(UseStructuredContent = true), Description("d")] public static Found Record([AllowedPaths("notes", "**")] SandboxedPath file, [AllowedHosts("a.example")] GuardedUri? page = null) => new(file, page);
            [McpServerTool(UseStructuredContent = true), Description("d")] public static Complete Whole([AllowedPaths("notes", "**")] SandboxedPath? file = null, [AllowedHosts("a.example")] GuardedUri? page = null) => new(file, page);
            [McpServerTool(UseStructuredContent = true), Description("d")] public static Echo Back(Echo echo) => echo;
            [McpServerTool, Description("d")] public static GuardedUri Page([AllowedHosts("a.example")] GuardedUri page) => page;
            [McpServerTool, Description("d")] public static List<GuardedUri> Pages([AllowedHosts("a.example"), MaxLength(9)] List<GuardedUri> pages) => pages;
            [McpServerTool(UseStructuredContent = true), Description("d")] public static PathInfo Info([AllowedPaths("notes", "**")] SandboxedPath file) => file.Info();
            [McpServerTool, Description("d")] public static SandboxedPath[] NullItem() => [null!];
            [McpServerTool, Description("d")] public static Found NullMember() => new(null!);
            [McpServerTool, Description("d")] public static GuardedUri NullPage() => null!;
            [McpServerTool(UseStructuredContent = true), Description("d")] public static Texts Text([MaxLength(20)] string name, [MaxLength(20)] string? title = null, [MaxLength(3), Items(MaxLength = 20)] string[]? arguments = null) => new(name, title, arguments);
        }
        """).AssertClean();

    private readonly TemporaryRoot _root = new TemporaryRoot().Add("a.md", "one").Add("docs/b.md", "two").Add("docs/.git/config", "");
    private readonly LoadedTools _tools;

    public GuardResultTests() => _tools = LoadedTools.From(s_run, _root.Options);

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("one", """{"file":"a.md"}""", "\"a.md\"")]
    [InlineData("one", """{"file":"."}""", "\".\"")]
    [InlineData("one", """{"file":"docs\/\u00e4 \"b\".md"}""", """ "docs/\u00E4 \u0022b\u0022.md" """)]
    [InlineData("maybe", """{"file":"docs/b.md"}""", "\"docs/b.md\"")]
    [InlineData("maybe", "{}", "")]
    [InlineData("list", """{"file":"."}""", """["a.md","docs"]""")]
    [InlineData("list", """{"file":"docs"}""", """["docs/b.md"]""")]
    [InlineData("array", """{"files":["a.md","docs/b.md"]}""", """["a.md","docs/b.md"]""")]
    [InlineData("map", """{"files":{"x":"a.md","y":null}}""", """{"x":"a.md","y":null}""")]
    [InlineData("structured", """{"file":"a.md"}""", """{"result":"a.md"}""")]
    [InlineData("record", """{"file":"a.md"}""", """{"file":"a.md"}""")]
    [InlineData("record", """{"file":"a.md","page":"https://a.example/secret?token=1"}""", """{"file":"a.md","page":"https a.example 443"}""")]
    [InlineData("whole", """{"file":"a.md","page":"https://a.example/secret"}""", """{"file":"a.md","page":"https a.example 443"}""")]
    [InlineData("whole", """{"file":"a.md"}""", """{"file":"a.md","page":null}""")]
    [InlineData("back", """{"echo":{"file":"docs/b.md","page":"https://A.example./secret"}}""", """{"file":"docs/b.md","page":"https a.example 443"}""")]
    [InlineData("back", """{"echo":{"file":"a.md","more":["a.md","docs/b.md"]}}""", """{"file":"a.md","more":["a.md","docs/b.md"]}""")]
    [InlineData("page", """{"page":"https://a.example/secret?token=1"}""", "\"https a.example 443\"")]
    [InlineData("pages", """{"pages":["https://a.example/secret","https://a.example"]}""", """["https a.example 443","https a.example 443"]""")]
    public async Task A_guarded_value_is_written_as_it_shows_itself(string tool, string arguments, string json) => Assert.Equal(json.Trim(), await _tools.AcceptAsync(tool, arguments));

    [Fact]
    public async Task What_is_known_of_a_file_is_a_result()
    {
        using JsonDocument info = JsonDocument.Parse(await _tools.AcceptAsync("info", """{"file":"a.md"}"""));

        Assert.Equal("File", info.RootElement.GetProperty("kind").GetString());
        Assert.Equal(3, info.RootElement.GetProperty("length").GetInt32());
        Assert.DoesNotContain(_root.Base, info.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null_item", "{}", "/0 of the result")]
    [InlineData("null_member", "{}", "/file of the result")]
    [InlineData("null_page", "{}", "The result")]
    [InlineData("whole", "{}", "/file of the result")]
    public async Task Null_where_none_is_declared_ends_in_the_fixed_error_with_the_place_in_the_log(string tool, string arguments, string place)
    {
        CallToolResult result = await _tools.CallAsync(tool, arguments);

        Assert.True(result.IsError);
        Assert.Matches($"^{tool} failed\\. The server's log has the details under [0-9a-f]{{16}}\\.$", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        Assert.StartsWith(place, Assert.Single(_tools.Log.Entries).Exception!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"abcde","title":"A title","arguments":["a","b-c"]}""", true)]
    [InlineData("""{"name":"a b"}""", false)]
    [InlineData("""{"name":"abcdef"}""", false)]
    [InlineData("""{"name":"a","title":"a\u202eb"}""", false)]
    [InlineData("""{"name":"a","title":"e\u0301"}""", false)]
    [InlineData("""{"name":"a","arguments":["a","-b"]}""", false)]
    public async Task Checked_text_is_held_to_its_guard_as_it_is_written(string arguments, bool fits)
    {
        CallToolResult result = await _tools.CallAsync("text", arguments);

        Assert.Equal(fits, result.IsError is not true);
        Assert.Equal(fits ? arguments : null, result.StructuredContent?.GetRawText());
    }

    [Fact]
    public void The_schema_of_a_result_says_no_more_than_that_it_is_text()
    {
        Assert.Equal("""{"type":"object","properties":{"file":{"type":"string"},"page":{"type":"string"},"other":{"type":"string"}},"required":["file"],"additionalProperties":false}""", OutputSchema("record"));
        Assert.Equal("""{"type":"object","properties":{"file":{"type":"string"},"page":{"type":["string","null"]}},"required":["file","page"],"additionalProperties":false}""", OutputSchema("whole"));
        Assert.Equal("""{"type":"object","properties":{"file":{"type":"string"},"page":{"type":"string"},"more":{"type":"array","items":{"type":"string"},"maxItems":3}},"required":["file"],"additionalProperties":false}""", OutputSchema("back"));
        Assert.Contains("\"name\":{\"type\":\"string\",\"maxLength\":5,\"pattern\":\"^[A-Za-z_][A-Za-z0-9_]*$\"}", OutputSchema("text"), StringComparison.Ordinal);
    }

    private string OutputSchema(string tool) => JsonSerializer.Serialize(_tools.OutputSchema(tool));
}
