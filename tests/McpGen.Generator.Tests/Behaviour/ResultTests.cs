using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>What a method may return, and what the caller reads of it.</summary>
public sealed class ResultTests
{
    private const string Source = """
        public enum Color { Red, [JsonStringEnumMemberName("dark green")] Green, Crimson = 0 }

        [McpServerToolType, PublicTool, ToolDefaults(MaxResultBytes = 2000)]
        public static partial class Results
        {
            [McpServerTool(Name = "text"), Description("d")] public static string Text() => "a \"b\" \u00e9";
            [McpServerTool(Name = "no_text"), Description("d")] public static string? NoText() => null;
            [McpServerTool(Name = "task_text"), Description("d")] public static Task<string?> TaskText() => Task.FromResult<string?>("t");
            [McpServerTool(Name = "bool"), Description("d")] public static bool Bool() => true;
            [McpServerTool(Name = "maybe_bool"), Description("d")] public static bool? MaybeBool() => null;
            [McpServerTool(Name = "sbyte"), Description("d")] public static sbyte SByte() => -1;
            [McpServerTool(Name = "byte"), Description("d")] public static byte Byte() => 255;
            [McpServerTool(Name = "short"), Description("d")] public static short Short() => -2;
            [McpServerTool(Name = "ushort"), Description("d")] public static ushort UShort() => 2;
            [McpServerTool(Name = "int"), Description("d")] public static int Int() => int.MinValue;
            [McpServerTool(Name = "maybe_int"), Description("d")] public static int? MaybeInt() => 5;
            [McpServerTool(Name = "no_int"), Description("d")] public static async Task<int?> NoInt() { await Task.Yield(); return null; }
            [McpServerTool(Name = "uint"), Description("d")] public static uint UInt() => uint.MaxValue;
            [McpServerTool(Name = "long"), Description("d")] public static ValueTask<long> Long() => new(long.MinValue);
            [McpServerTool(Name = "ulong"), Description("d")] public static ulong ULong() => ulong.MaxValue;
            [McpServerTool(Name = "float"), Description("d")] public static float Float() => 0.1f;
            [McpServerTool(Name = "double"), Description("d")] public static double Double() => 0.1;
            [McpServerTool(Name = "decimal"), Description("d")] public static decimal Decimal() => 1.50m;
            [McpServerTool(Name = "enum"), Description("d")] public static Color Enum() => Color.Green;
            [McpServerTool(Name = "enum_alias"), Description("d")] public static Color EnumAlias() => Color.Crimson;
            [McpServerTool(Name = "ints"), Description("d")] public static int[] Ints() => [1, 2];
            [McpServerTool(Name = "no_ints"), Description("d")] public static int[]? NoInts() => null;
            [McpServerTool(Name = "strings"), Description("d")] public static List<string> Strings() => ["a", "\u2028"];
            [McpServerTool(Name = "maybe_strings"), Description("d")] public static IEnumerable<string?> MaybeStrings() { yield return "a"; yield return null; }
            [McpServerTool(Name = "maybe_doubles"), Description("d")] public static double?[] MaybeDoubles() => [1.5, null];
            [McpServerTool(Name = "enums"), Description("d")] public static IReadOnlyList<Color> Enums() => [Color.Red, Color.Green];
            [McpServerTool(Name = "bools"), Description("d")] public static HashSet<bool> Bools() => [true];
            [McpServerTool(Name = "element"), Description("d")] public static JsonElement Element() => JsonDocument.Parse("{ \"a\": [1] }").RootElement;
            [McpServerTool(Name = "maybe_element"), Description("d")] public static JsonElement? MaybeElement() => null;
            [McpServerTool(Name = "node"), Description("d")] public static JsonNode? Node() => new JsonObject { ["a"] = 1 };
            [McpServerTool(Name = "array_node"), Description("d")] public static JsonArray ArrayNode() => new(1, 2);
            [McpServerTool(Name = "no_node"), Description("d")] public static JsonNode? NoNode() => null;
            [McpServerTool(Name = "block"), Description("d")] public static ContentBlock Block() => new TextContentBlock { Text = "block" };
            [McpServerTool(Name = "text_block"), Description("d")] public static TextContentBlock? TextBlock() => new() { Text = "text block" };
            [McpServerTool(Name = "no_block"), Description("d")] public static ContentBlock? NoBlock() => null;
            [McpServerTool(Name = "image"), Description("d")] public static ImageContentBlock Image() => ImageContentBlock.FromBytes(new byte[] { 1, 2, 3 }, "image/png");
            [McpServerTool(Name = "blocks"), Description("d")] public static IEnumerable<ContentBlock> Blocks() { yield return new TextContentBlock { Text = "1" }; yield return new TextContentBlock { Text = "2" }; }
            [McpServerTool(Name = "text_blocks"), Description("d")] public static Task<TextContentBlock[]> TextBlocks() => Task.FromResult(new TextContentBlock[] { new() { Text = "1" } });
            [McpServerTool(Name = "no_blocks"), Description("d")] public static List<ContentBlock>? NoBlocks() => null;
            [McpServerTool(Name = "own"), Description("d")] public static CallToolResult Own() => new() { IsError = true, Content = [new TextContentBlock { Text = "own" }], StructuredContent = JsonDocument.Parse("{\"a\":1}").RootElement };
            [McpServerTool(Name = "no_own"), Description("d")] public static CallToolResult? NoOwn() => null;

            [McpServerTool(Name = "nan"), Description("d")] public static double NaN() => double.NaN;
            [McpServerTool(Name = "infinity"), Description("d")] public static float Infinity() => float.PositiveInfinity;
            [McpServerTool(Name = "nan_inside"), Description("d")] public static double[] NaNInside() => [1, double.NaN];
            [McpServerTool(Name = "nan_node"), Description("d")] public static JsonNode NaNNode() => JsonValue.Create(double.NaN);
            [McpServerTool(Name = "undefined_element"), Description("d")] public static JsonElement UndefinedElement() => default;
            [McpServerTool(Name = "undefined_enum"), Description("d")] public static Color UndefinedEnum() => (Color)99;
            [McpServerTool(Name = "null_string"), Description("d")] public static string[] NullString() => ["a", null!];
            [McpServerTool(Name = "null_block"), Description("d")] public static ContentBlock[] NullBlock() => [null!];
            [McpServerTool(Name = "throwing"), Description("d")] public static IEnumerable<int> Throwing() { yield return 1; throw new InvalidOperationException("secret words"); }
            [McpServerTool(Name = "throwing_blocks"), Description("d")] public static IEnumerable<ContentBlock> ThrowingBlocks() { yield return new TextContentBlock { Text = "1" }; throw new InvalidOperationException("secret words"); }
            [McpServerTool(Name = "null_task"), Description("d")] public static Task<string> NullTask() => null!;

            [McpServerTool(Name = "large_text"), Description("d")] public static string LargeText(int size) => new('x', size);
            [McpServerTool(Name = "wide_text"), Description("d")] public static string WideText(int size) => new('\u20ac', size);
            [McpServerTool(Name = "large_element"), Description("d")] public static JsonElement LargeElement(int size) => JsonSerializer.SerializeToElement(new string('x', size));
            [McpServerTool(Name = "large_node"), Description("d")] public static JsonNode LargeNode(int size) => JsonValue.Create(new string('x', size))!;
            [McpServerTool(Name = "large_block"), Description("d")] public static ContentBlock LargeBlock(int size) => new TextContentBlock { Text = new('x', size), Meta = new() };
            [McpServerTool(Name = "large_own"), Description("d")] public static CallToolResult LargeOwn(int size) => new() { Content = [], StructuredContent = JsonSerializer.SerializeToElement(new { a = new string('x', size) }) };
            [McpServerTool(Name = "endless"), Description("d")] public static IEnumerable<long> Endless(int size) { for (long number = 0; ; number++) yield return number; }
            [McpServerTool(Name = "endless_strings"), Description("d")] public static IEnumerable<string> EndlessStrings(int size) { while (true) yield return ""; }
            [McpServerTool(Name = "endless_blocks"), Description("d")] public static IEnumerable<ContentBlock> EndlessBlocks(int size) { while (true) yield return new TextContentBlock { Text = "" }; }
        }
        """;

    private static readonly LoadedTools s_tools = LoadedTools.Of(Source);

    [Theory]
    [InlineData("text", "a \"b\" \u00e9")]
    [InlineData("task_text", "t")]
    [InlineData("bool", "true")]
    [InlineData("sbyte", "-1")]
    [InlineData("byte", "255")]
    [InlineData("short", "-2")]
    [InlineData("ushort", "2")]
    [InlineData("int", "-2147483648")]
    [InlineData("maybe_int", "5")]
    [InlineData("uint", "4294967295")]
    [InlineData("long", "-9223372036854775808")]
    [InlineData("ulong", "18446744073709551615")]
    [InlineData("float", "0.1")]
    [InlineData("double", "0.1")]
    [InlineData("decimal", "1.50")]
    [InlineData("enum", "\"dark green\"")]
    [InlineData("enum_alias", "\"Red\"")]
    [InlineData("ints", "[1,2]")]
    [InlineData("strings", "[\"a\",\"\\u2028\"]")]
    [InlineData("maybe_strings", "[\"a\",null]")]
    [InlineData("maybe_doubles", "[1.5,null]")]
    [InlineData("enums", "[\"Red\",\"dark green\"]")]
    [InlineData("bools", "[true]")]
    [InlineData("element", "{ \"a\": [1] }")]
    [InlineData("node", "{\"a\":1}")]
    [InlineData("array_node", "[1,2]")]
    [InlineData("block", "block")]
    [InlineData("text_block", "text block")]
    [InlineData("blocks", "12")]
    [InlineData("text_blocks", "1")]
    public async Task A_result_is_text_or_JSON(string tool, string expected) => Assert.Equal(expected, await s_tools.AcceptAsync(tool, "{}"));

    [Theory]
    [InlineData("no_text")]
    [InlineData("maybe_bool")]
    [InlineData("no_int")]
    [InlineData("no_ints")]
    [InlineData("maybe_element")]
    [InlineData("no_node")]
    [InlineData("no_block")]
    [InlineData("no_blocks")]
    [InlineData("no_own")]
    public async Task Null_is_a_result_without_content(string tool)
    {
        CallToolResult result = await s_tools.CallAsync(tool, "{}");

        Assert.Empty(result.Content);
        Assert.NotEqual(true, result.IsError);
    }

    [Fact]
    public async Task A_nullable_enum_is_its_name_or_nothing()
    {
        LoadedTools tools = LoadedTools.Of("""
            public enum Color { Red }

            [McpServerToolType, PublicTool]
            public static partial class EnumResults { [McpServerTool, Description("d")] public static Color? Maybe(bool some) => some ? Color.Red : null; }
            """);

        Assert.Equal("\"Red\"", await tools.AcceptAsync("maybe", """{"some":true}"""));
        Assert.Empty((await tools.CallAsync("maybe", """{"some":false}""")).Content);
    }

    [Fact]
    public async Task Content_of_other_kinds_and_results_of_ones_own_pass_unchanged()
    {
        var image = Assert.IsType<ImageContentBlock>(Assert.Single((await s_tools.CallAsync("image", "{}")).Content));
        CallToolResult own = await s_tools.CallAsync("own", "{}");

        Assert.Equal("image/png", image.MimeType);
        Assert.True(own.IsError);
        Assert.Equal("""{"a":1}""", JsonSerializer.Serialize(own.StructuredContent));
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("infinity")]
    [InlineData("nan_inside")]
    [InlineData("nan_node")]
    [InlineData("undefined_element")]
    [InlineData("undefined_enum")]
    [InlineData("null_string")]
    [InlineData("null_block")]
    [InlineData("throwing")]
    [InlineData("throwing_blocks")]
    [InlineData("null_task")]
    public async Task What_cannot_be_written_ends_in_the_fixed_error(string tool)
    {
        CallToolResult result = await s_tools.CallAsync(tool, "{}");

        Assert.True(result.IsError);
        Assert.Matches($"^{tool} failed\\. The server's log has the details under [0-9a-f]{{16}}\\.$", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Theory]
    [InlineData("large_text", 2000, 2001)]
    [InlineData("wide_text", 666, 667)]
    [InlineData("large_element", 1998, 1999)]
    [InlineData("large_node", 1998, 1999)]
    [InlineData("large_block", 1800, 2000)]
    [InlineData("large_own", 1800, 2000)]
    public async Task A_result_has_a_largest_size(string tool, int fits, int tooLarge)
    {
        CallToolResult accepted = await s_tools.CallAsync(tool, $$"""{"size":{{fits}}}""");
        string refused = await s_tools.TextAsync(tool, $$"""{"size":{{tooLarge}}}""");

        Assert.NotEqual(true, accepted.IsError);
        Assert.StartsWith($"The result of {tool} is larger than 2000 bytes; ask for less. The server's log has this call under ", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endless")]
    [InlineData("endless_strings")]
    [InlineData("endless_blocks")]
    public async Task An_enumeration_without_end_is_ended(string tool) =>
        Assert.StartsWith($"The result of {tool} is larger than 2000 bytes", await s_tools.TextAsync(tool, """{"size":0}"""), StringComparison.Ordinal);
}
