using System.Globalization;
using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using McpGen.Invocation;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Generation;

/// <summary>Whatever an author writes into a text, the generated file stays plain code, and the text arrives unchanged.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "quotes \" '' \"\"\" \"\"\"\"",
        "comments */ /* // ///",
        "braces { } {{ }} {0} $\"{x}\"",
        "escapes \\ \\n \\u0041 \\\"",
        "lines \n and \r\n and \t end",
        "separators \u2028 \u2029 \u0085 end",
        "bidi \u202e \u2066 \u2069 end",
        "hidden \u200b \ufeff \u00ad end",
        "tags \U000E0041\U000E0042 end",
        "smile \U0001F600 caf\u00e9",
        "#pragma warning disable\n#if true\n#endif",
        "control \u0001 \u001b \u007f end",
        "<script>&amp;</script>",
        "class namespace global:: @",
        new string('x', 10_000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_in_any_attribute_arrives_and_stays_data(string text)
    {
        string code = SymbolDisplay.FormatLiteral(text, quote: true);
        string json = SymbolDisplay.FormatLiteral(JsonSerializer.Serialize(text), quote: true);
        string trimmed = text.Trim();
        LoadedTools tools = Load($$"""
            public sealed class NoteAttribute(string text) : Attribute { public string Text => text; }

            public sealed record Inner([Description({{code}})] int Id, [StringLength(20000)] string Text = {{code}});

            [McpServerToolType, PublicTool, Note({{code}})]
            public static partial class Hostile
            {
                [McpServerTool(Title = {{code}}, IconSource = {{code}}), Description({{code}}), McpMeta("text", {{code}}), McpMeta("json", JsonValue = {{json}})]
                [return: Description({{code}})]
                public static string Tool(
                    [Description({{code}})] string described, [AllowedValues({{code}}, "other")] string allowed, [DeniedValues({{code}})] string denied, Inner? inner = null,
                    [StringLength(20000)] string text = {{code}}) => text;
            }
            """);
        HardenedTool tool = tools["tool"];
        JsonElement properties = tool.ProtocolTool.InputSchema.GetProperty("properties");

        Assert.Equal(text, tool.ProtocolTool.Title);
        Assert.Equal($"{trimmed}\nReturns: {trimmed}", tool.ProtocolTool.Description);
        Assert.Equal(text, (string?)tool.ProtocolTool.Meta!["text"]);
        Assert.Equal(text, (string?)tool.ProtocolTool.Meta!["json"]);
        Assert.Equal(text, (string)((dynamic)tool.Metadata.Single(static attribute => attribute.GetType().Name == "NoteAttribute")).Text);
        Assert.Equal(trimmed, properties.GetProperty("described").GetProperty("description").GetString());
        Assert.Equal(text, properties.GetProperty("allowed").GetProperty("enum")[0].GetString());
        Assert.Equal(text, properties.GetProperty("text").GetProperty("default").GetString());
        Assert.Equal(text, properties.GetProperty("inner").GetProperty("properties").GetProperty("text").GetProperty("default").GetString());

        string value = JsonSerializer.Serialize(text);
        Assert.Equal(text, await tools.AcceptAsync("tool", $$"""{"described":"","allowed":{{value}},"denied":"fine"}"""));
        string refusal = await tools.RefuseAsync("tool", $$"""{"described":1,"allowed":"neither","denied":{{value}}}""");
        Assert.All(refusal, static character => Assert.True(character is '\n' or (>= ' ' and <= '~')));
    }

    [Theory]
    [InlineData("quotes \" ''' and \"\"\"")]
    [InlineData("comments */ /* {braces} $")]
    [InlineData("bidi \u202e hidden \u200b\ufeff smile \U0001F600")]
    [InlineData("escapes \\u0041 \\n")]
    public void A_text_in_the_documentation_arrives_and_stays_data(string text)
    {
        LoadedTools tools = Load($$"""
            public enum Kind { Plain }

            [McpServerToolType, PublicTool]
            public static partial class Hostile
            {
                /// <summary>{{text}}</summary>
                /// <param name="id">{{text}}</param>
                /// <returns>{{text}}</returns>
                [McpServerTool] public static string Tool(int id) => "";
            }
            """);

        Assert.Equal($"{text}\nReturns: {text}", tools["tool"].ProtocolTool.Description);
        Assert.Equal(text, tools["tool"].ProtocolTool.InputSchema.GetProperty("properties").GetProperty("id").GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("say \"so\"")]
    [InlineData("back\\slash")]
    [InlineData("\u202edrah")]
    [InlineData("*/ {0}")]
    [InlineData("caf\u00e9")]
    public async Task A_name_of_an_enum_member_may_be_anything_visible(string name)
    {
        string code = SymbolDisplay.FormatLiteral(name, quote: true);
        LoadedTools tools = Load($$"""
            public enum Kind { First, [JsonStringEnumMemberName({{code}})] Odd }

            [McpServerToolType, PublicTool]
            public static partial class Hostile { [McpServerTool, Description("d")] public static Kind Tool(Kind kind = Kind.Odd) => kind; }
            """);

        Assert.Equal(name, JsonSerializer.Deserialize<string>(await tools.AcceptAsync("tool", $$"""{"kind":{{JsonSerializer.Serialize(name)}}}""")));
        Assert.Equal(name, tools["tool"].ProtocolTool.InputSchema.GetProperty("properties").GetProperty("kind").GetProperty("default").GetString());
    }

    [Theory]
    [InlineData("[\"\\\\\\\\]+")]
    [InlineData("\\\\*/")]
    [InlineData("\\{\\}")]
    [InlineData("caf\u00e9+")]
    public async Task A_pattern_stays_data(string pattern)
    {
        string code = SymbolDisplay.FormatLiteral(pattern.Replace("\\\\", "\\", StringComparison.Ordinal), quote: true);
        LoadedTools tools = Load($$"""
            [McpServerToolType, PublicTool]
            public static partial class Hostile { [McpServerTool, Description("d")] public static string Tool([RegularExpression({{code}})] string text) => text; }
            """);

        Assert.StartsWith("^", tools["tool"].ProtocolTool.InputSchema.GetProperty("properties").GetProperty("text").GetProperty("pattern").GetString(), StringComparison.Ordinal);
        await tools.RefuseAsync("tool", """{"text":"no match"}""");
    }

    [Theory]
    [InlineData("say \"so\" \"\"\"\"")]
    [InlineData("'$ {x} #if")]
    [InlineData("*")]
    [InlineData("a/{b,c}*+()^$.|d")]
    [InlineData("\u202e\u200b\ufeff \U000e0041")]
    [InlineData("caf\u00e9 \U0001f600")]
    [InlineData("<script>&amp;<")]
    public async Task A_pattern_of_paths_stays_data(string pattern)
    {
        string code = SymbolDisplay.FormatLiteral(pattern, quote: true);
        var options = new HardeningOptions();
        options.Roots.Add("notes", Path.GetTempPath());
        LoadedTools tools = Load($$"""
            [McpServerToolType, PublicTool]
            public static partial class Hostile { [McpServerTool, Description("d")] public static string Tool([AllowedPaths("notes", {{code}}, "other")] SandboxedPath path) => path.RelativePath; }
            """, options);
        string name = pattern.Replace("{x}", "x", StringComparison.Ordinal).Replace("{b,c}*", "cz", StringComparison.Ordinal).Replace("*", "star", StringComparison.Ordinal);

        Assert.Equal($"Must be a relative path under notes that matches {pattern} or other", tools["tool"].ProtocolTool.InputSchema.GetProperty("properties").GetProperty("path").GetProperty("description").GetString());
        Assert.Equal(name, await tools.AcceptAsync("tool", $$"""{"path":{{JsonSerializer.Serialize(name)}}}"""));
        await tools.RefuseAsync("tool", $$"""{"path":{{JsonSerializer.Serialize(name + "/x")}}}""");
    }

    [Fact]
    public async Task A_name_that_is_not_ASCII_is_escaped_where_it_is_printed()
    {
        LoadedTools tools = Load("""
            namespace Caf\u00e9
            {
                public enum \u00c9tat { \u00c9t\u00e9 }

                [McpServerToolType, PublicTool]
                public static partial class Men\u00fc { [McpServerTool(Name = "order"), Description("d")] public static string \u00d6ffne([DefaultValue(\u00c9tat.\u00c9t\u00e9)] \u00c9tat state) => "open"; }
            }
            """);

        Assert.Equal("open", await tools.AcceptAsync("order", "{}"));
    }

    [Fact]
    public async Task Names_that_are_keywords_are_escaped_where_they_are_printed()
    {
        LoadedTools tools = Load("""
            namespace @class.@namespace.@new
            {
                public sealed record @record(int @int, int @return = 1) { public int @base { get; init; } = 2; public int field { get; set; } = 3; }

                public static partial class @static
                {
                    [McpServerToolType, PublicTool]
                    public static partial class @\u0061wait
                    {
                        [McpServerTool(Name = "keywords"), Description("d")]
                        public static int @do(int @if, @record @record, int @await = 3, int @global = 4, int @var = 5, int @_ = 6) => @if + @record.@int + @record.@base + @record.field + @await + @global + @var + @_;
                    }
                }
            }
            """);

        Assert.Equal("30", await tools.AcceptAsync("keywords", """{"if":1,"record":{"int":6}}"""));
        Assert.Equal("37", await tools.AcceptAsync("keywords", """{"if":1,"record":{"int":6,"base":4,"field":8}}"""));
    }

    private static LoadedTools Load(string source, HardeningOptions? options = null)
    {
        GeneratorRun run = GeneratorRun.Of(source).AssertClean();
        string text = run.Wrappers + run.File("McpGen.Registration.g.cs");
        int foreign = text.AsSpan().IndexOfAnyExcept((char[])[.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static character => (char)character), '\n']);
        Assert.True(foreign < 0, string.Create(CultureInfo.InvariantCulture, $"U+{(foreign < 0 ? 0 : (int)text[foreign]):X4} is in the generated code: {(foreign < 0 ? "" : text[Math.Max(0, foreign - 60)..foreign])}"));
        return LoadedTools.From(run, options);
    }
}
