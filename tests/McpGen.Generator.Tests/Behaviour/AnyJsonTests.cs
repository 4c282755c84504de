using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>[AnyJson]: any value, but bounded in depth, without repeated names, of well-formed text.</summary>
public sealed class AnyJsonTests
{
    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        public sealed record Envelope(string Kind, [AnyJson] JsonElement Body);

        [McpServerToolType, PublicTool, ToolDefaults(MaxDepth = 4, MaxArgumentBytes = 200)]
        public static partial class AnyTools
        {
            [McpServerTool, Description("Any element.")] public static string Element([AnyJson] JsonElement value) => value.GetRawText();
            [McpServerTool, Description("Maybe an element.")] public static string MaybeElement([AnyJson] JsonElement? value = null) => value?.GetRawText() ?? "absent";
            [McpServerTool, Description("Any node.")] public static string Node([AnyJson] JsonNode value) => value.ToJsonString();
            [McpServerTool, Description("Maybe a node.")] public static string MaybeNode([AnyJson] JsonNode? value = null) => value?.ToJsonString() ?? "absent";
            [McpServerTool, Description("Many.")] public static string Many([AnyJson] JsonElement[] value) => JsonSerializer.Serialize(value);
            [McpServerTool, Description("Inside an object.")] public static string Inside(Envelope value) => value.Kind + value.Body.GetRawText();
        }
        """);

    [Theory]
    [InlineData("element", "1e400", "1e400")]
    [InlineData("element", "null", "null")]
    [InlineData("element", """{"a":[true,"x"]}""", """{"a":[true,"x"]}""")]
    [InlineData("element", "\"\\ud83d\\ude00\"", "\"\\ud83d\\ude00\"")]
    [InlineData("maybe_element", "null", "absent")]
    [InlineData("maybe_element", "[]", "[]")]
    [InlineData("node", """{"a":1,"A":2}""", """{"a":1,"A":2}""")]
    [InlineData("node", "false", "false")]
    [InlineData("node", "[1]", "[1]")]
    [InlineData("maybe_node", "null", "absent")]
    [InlineData("many", "[1,null,{}]", "[1,null,{}]")]
    [InlineData("inside", """{"kind":"k","body":{"b":1}}""", """k{"b":1}""")]
    public async Task Any_value_is_passed_on(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("element", """{"a":1,"a":1}""", "must not hold a name twice")]
    [InlineData("element", """{"a":1,"\u0061":1}""", "must not hold a name twice")]
    [InlineData("element", """{"\u0061":1,"\u0061":1}""", "must not hold a name twice")]
    [InlineData("element", """[{"o":{"a":1,"a":1}}]""", "must not hold a name twice")]
    [InlineData("element", """{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"\u0061":1}""", "must not hold a name twice")]
    [InlineData("element", "\"\\ud800\"", "must be JSON with well-formed Unicode text")]
    [InlineData("element", """["\udc00"]""", "must be JSON with well-formed Unicode text")]
    [InlineData("element", """{"\ud800":1}""", "must be JSON with well-formed Unicode text")]
    [InlineData("element", "[[[[]]]]", "must not nest deeper than 4 levels in all")]
    [InlineData("element", """{"a":{"b":{"c":{}}}}""", "must not nest deeper than 4 levels in all")]
    [InlineData("node", """{"a":1,"a":1}""", "must not hold a name twice")]
    [InlineData("node", "[[[[]]]]", "must not nest deeper than 4 levels in all")]
    [InlineData("node", "null", "must not be null")]
    public async Task What_no_reader_agrees_on_is_refused(string tool, string json, string expected) => await s_tools.RefusesAsync(tool, json, expected);

    [Fact]
    public async Task Depth_counts_from_the_arguments_object()
    {
        await s_tools.BindsAsync("element", "[[[]]]", "[[[]]]");
        await s_tools.BindsAsync("many", "[[[]]]", "[[[]]]");
        await s_tools.RefusesAsync("many", "[[],[[[]]]]", "must not nest deeper than 4 levels in all", under: "/1");
        await s_tools.RefusesAsync("inside", """{"kind":"k","body":[[[]]]}""", "must not nest deeper than 4 levels in all", under: "/body");
    }

    [Fact]
    public async Task Size_is_limited_before_anything_else() =>
        Assert.Equal(
            "Invalid arguments for element: 1 violation\n  arguments: must be at most 200 bytes of JSON",
            await s_tools.RefuseAsync("element", $$"""{"value":"{{new string('x', 200)}}","other":1}"""));

    [Fact]
    public async Task A_deep_value_ends_in_a_refusal_and_not_in_a_full_stack()
    {
        LoadedTools tools = LoadedTools.Of("""
            [McpServerToolType, PublicTool]
            public static partial class DeepTools
            {
                [McpServerTool, Description("Any element.")] public static string Element([AnyJson] JsonElement value) => "reached";
            }
            """);

        await tools.RefusesAsync("element", new string('[', 400) + new string(']', 400), "must not nest deeper than 32 levels in all");
        Assert.Equal("reached", await tools.AcceptAsync("element", $$"""{"value":{{new string('[', 31)}}{{new string(']', 31)}}}"""));
    }
}
