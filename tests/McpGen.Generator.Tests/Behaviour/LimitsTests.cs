using System.Text;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>[ToolDefaults] on method, class and assembly, and what bounds an answer.</summary>
public sealed class LimitsTests
{
    private static readonly string s_longNames = string.Join(", ", "ABCDEFGH".Select(static letter => new string(letter, 64)));

    private static readonly string s_widePattern = string.Join("|", Enumerable.Range(0x4e00, 90).Select(static character => (char)character));

    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        [assembly: ToolDefaults(MaxStringLength = 5, MaxItems = 5, MaxDepth = 5, MaxArgumentBytes = 500, MaxResultBytes = 5000)]

        [McpServerToolType, PublicTool]
        public static partial class AssemblyTools
        {
            [McpServerTool, Description("By the assembly.")]
            public static string ByAssembly(string? text = null, int[]? items = null, [AnyJson] JsonElement? any = null, int size = 0) => new('x', size);
        }

        [McpServerToolType, PublicTool, ToolDefaults(MaxStringLength = 4, MaxItems = 4, MaxDepth = 4, MaxArgumentBytes = 400, MaxResultBytes = 4000)]
        public static partial class ClassTools
        {
            [McpServerTool, Description("By the class.")]
            public static string ByClass(string? text = null, int[]? items = null, [AnyJson] JsonElement? any = null, int size = 0) => new('x', size);

            [McpServerTool, Description("By the method."), ToolDefaults(MaxStringLength = 3, MaxItems = 3, MaxDepth = 3, MaxArgumentBytes = 300, MaxResultBytes = 3000)]
            public static string ByMethod(string? text = null, int[]? items = null, [AnyJson] JsonElement? any = null, int size = 0) => new('x', size);

            [McpServerTool, Description("By both."), ToolDefaults(MaxItems = 2)]
            public static string ByBoth(string? text = null, int[]? items = null, [AnyJson] JsonElement? any = null, int size = 0) => new('x', size);

            [McpServerTool, Description("Its own.")]
            public static string ByAnnotation([MaxLength(9)] string? text = null, [MaxLength(9)] int[]? items = null, [MinLength(7)] string? least = null) => "own";
        }
        """);

    private static readonly LoadedTools s_plain = LoadedTools.Of($$"""
        public enum Long { {{s_longNames}} }

        public sealed record Wide(
            [RegularExpression("(?:{{s_widePattern}})+")] string Text);

        [McpServerToolType, PublicTool]
        public static partial class PlainTools
        {
            [McpServerTool, Description("Numbers."), ToolDefaults(MaxArgumentBytes = 2_000_000)] public static string Numbers(int[] value, int other = 0) => "reached";
            [McpServerTool, Description("Long names.")] public static string Names(Long[] value) => "reached";
            [McpServerTool, Description("A wide pattern.")] public static string Patterns(Wide[] value) => "reached";
            [McpServerTool, Description("A text.")] public static string Text(string value) => value;
        }
        """);

    [Theory]
    [InlineData("by_assembly", 5)]
    [InlineData("by_class", 4)]
    [InlineData("by_method", 3)]
    public async Task The_nearest_statement_decides_each_limit(string tool, int limit)
    {
        string text = new('a', limit);
        string items = string.Join(",", Enumerable.Repeat("1", limit));
        string depth = new('[', limit - 1);
        string depthEnd = new(']', limit - 1);

        await s_tools.AcceptAsync(tool, $$"""{"text":"{{text}}","items":[{{items}}],"any":{{depth}}{{depthEnd}},"size":{{limit}}000}""");
        Assert.Contains($"/text: must be a string of at most {limit} characters", await s_tools.RefuseAsync(tool, $$"""{"text":"{{text}}a"}"""), StringComparison.Ordinal);
        Assert.Contains($"/items: must be an array of at most {limit} items", await s_tools.RefuseAsync(tool, $$"""{"items":[{{items}},1]}"""), StringComparison.Ordinal);
        Assert.Contains($"/any: must not nest deeper than {limit} levels in all", await s_tools.RefuseAsync(tool, $$"""{"any":[{{depth}}{{depthEnd}}]}"""), StringComparison.Ordinal);
        Assert.StartsWith($"The result of {tool} is larger than {limit}000 bytes; ask for less.", await s_tools.TextAsync(tool, $$"""{"size":{{limit}}001}"""), StringComparison.Ordinal);
        await s_tools.AcceptAsync(tool, $$"""{"text":"a"{{new string(' ', limit * 100 - 12)}}}""");
        Assert.Equal(
            $"Invalid arguments for {tool}: 1 violation\n  arguments: must be at most {limit}00 bytes of JSON",
            await s_tools.RefuseAsync(tool, $$"""{"text":"a"{{new string(' ', limit * 100 - 11)}}}"""));
    }

    [Fact]
    public async Task A_property_that_is_not_set_is_taken_from_the_next_one_out()
    {
        Assert.Contains("/items: must be an array of at most 2 items", await s_tools.RefuseAsync("by_both", """{"items":[1,1,1]}"""), StringComparison.Ordinal);
        Assert.Contains("/text: must be a string of at most 4 characters", await s_tools.RefuseAsync("by_both", """{"text":"aaaaa"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_its_own_wins_over_the_default()
    {
        await s_tools.AcceptAsync("by_annotation", """{"text":"123456789","items":[1,2,3,4,5,6,7,8,9]}""");
        await s_tools.AcceptAsync("by_annotation", """{"least":"1234567"}""");
        await s_tools.RefuseAsync("by_annotation", """{"text":"1234567890"}""");
    }

    [Fact]
    public async Task A_refusal_is_not_cut_by_the_limit_of_results()
    {
        LoadedTools tools = LoadedTools.Of("""
            [McpServerToolType, PublicTool]
            public static partial class TinyTools
            {
                [McpServerTool, Description("Answers little."), ToolDefaults(MaxResultBytes = 10)] public static int Tiny(int value) => value;
            }
            """);

        Assert.Equal("1", await tools.AcceptAsync("tiny", """{"value":1}"""));
        await tools.RefusesAsync("tiny", "true", "must be an integer from -2147483648 to 2147483647");
    }

    [Fact]
    public async Task One_mebibyte_is_the_most_without_a_statement()
    {
        string answer = await s_plain.RefuseAsync("text", $$"""{"value":"{{new string('x', 1024 * 1024)}}","value":1,"unknown":1}""");

        Assert.Equal("Invalid arguments for text: 1 violation\n  arguments: must be at most 1048576 bytes of JSON", answer);
    }

    [Fact]
    public async Task Sixteen_violations_are_told_and_the_rest_is_counted()
    {
        string sixteen = await s_plain.RefuseAsync("numbers", $$"""{"value":[{{string.Join(",", Enumerable.Repeat("true", 16))}}]}""");
        string twenty = await s_plain.RefuseAsync("numbers", $$"""{"value":[{{string.Join(",", Enumerable.Repeat("true", 20))}}]}""");

        Assert.StartsWith("Invalid arguments for numbers: 16 violations\n", sixteen, StringComparison.Ordinal);
        Assert.Equal(17, sixteen.Split('\n').Length);
        Assert.StartsWith("Invalid arguments for numbers: 20 violations\n", twenty, StringComparison.Ordinal);
        Assert.EndsWith("\n  /value/15: must be an integer from -2147483648 to 2147483647\n  and 4 more", twenty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_argument_is_missed_even_where_it_is_no_longer_told()
    {
        string unknown = string.Join(",", Enumerable.Range(0, 16).Select(static index => $"\"unknown{index}\":1"));

        string answer = await s_plain.RefuseAsync("numbers", "{" + unknown + "}");

        Assert.StartsWith("Invalid arguments for numbers: 17 violations\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\n  and 1 more", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("names", "\"x\"")]
    [InlineData("patterns", "{\"text\":\"x\"}")]
    public async Task The_whole_text_is_at_most_four_kilobytes(string tool, string item)
    {
        string answer = await s_plain.RefuseAsync(tool, $$"""{"value":[{{string.Join(",", Enumerable.Repeat(item, 200))}}]}""");

        Assert.StartsWith($"Invalid arguments for {tool}: 200 violations\n", answer, StringComparison.Ordinal);
        Assert.Matches("\n  and [0-9]+ more$", answer);
        Assert.InRange(Encoding.UTF8.GetByteCount(answer), 1000, 4096);
    }

    [Fact]
    public async Task Unknown_names_without_end_have_an_answer_of_bounded_size()
    {
        var arguments = new StringBuilder("{\"value\":[1]");
        for (int index = 0; index < 100_000; index++)
        {
            arguments.Append(",\"u").Append(index).Append("\":0");
        }

        string answer = await s_plain.RefuseAsync("numbers", arguments.Append('}').ToString());

        Assert.InRange(answer.Length, 16, 4096);
        Assert.Contains(": 100000 violations", answer, StringComparison.Ordinal);
    }
}
