using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>One type in several tools: each has its own limits, and what one nullable annotation means is not another's.</summary>
public sealed class SharedTypeTests
{
    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        public record Node(string Text, string[] Tags, Node? Next = null);

        public record Tree<T>(T Item, Tree<T>? Next = null);

        public class Account { [JsonIgnore] public virtual bool IsAdmin { get; set; } public string? Name { get; set; } }

        public sealed class User : Account { public override bool IsAdmin { get; set; } }

        public class Contract { public string EqualityContract { get; set; } = ""; }

        [Flags] public enum Rights { Read = 1, Write = 2, Both = 3, Share = 4 }

        [McpServerToolType, PublicTool]
        public static partial class SharedTools
        {
            [McpServerTool, Description("Long."), ToolDefaults(MaxStringLength = 1000, MaxItems = 10)] public static string Long(Node value) => JsonSerializer.Serialize(value);

            [McpServerTool, Description("Short."), ToolDefaults(MaxStringLength = 2, MaxItems = 1)] public static string Short(Node value) => JsonSerializer.Serialize(value);

            [McpServerTool, Description("With null.")] public static string WithNull(Tree<string?> value) => JsonSerializer.Serialize(value);

            [McpServerTool, Description("Without null.")] public static string WithoutNull(Tree<string> value) => JsonSerializer.Serialize(value);

            [McpServerTool, Description("User.")] public static string User(User value) => JsonSerializer.Serialize(value.IsAdmin);

            [McpServerTool, Description("Contract.")] public static string Contract(Contract value) => value.EqualityContract;

            [McpServerTool, Description("Rights.")] public static string Rights([DeniedValues(global::Rights.Write)] Rights value) => value.ToString();

            [McpServerTool, Description("Blank.")] public static string Blank([Required] char value) => value.ToString();

            [McpServerTool, Description("Price.")] public static string Price([DefaultValue(typeof(decimal), "1.50")] decimal value) => JsonSerializer.Serialize(value);

            [McpServerTool, Description("Links.")] public static string Links([UniqueItems, MaxLength(100)] Uri[] value) => JsonSerializer.Serialize(value.Length);
        }
        """);

    [Fact]
    public async Task A_recursive_type_has_the_limits_of_the_tool_that_is_called()
    {
        await s_tools.AcceptAsync("long", """{"value":{"text":"abc","tags":["a","b"],"next":{"text":"abc","tags":["a","b"]}}}""");
        await s_tools.RefusesAsync("short", """{"text":"abc","tags":[]}""", "must be a string of at most 2 characters", "/text");
        await s_tools.RefusesAsync("short", """{"text":"ab","tags":[],"next":{"text":"a","tags":["a","b"]}}""", "must be an array of at most 1 item", "/next/tags");
    }

    [Fact]
    public async Task Null_in_one_closed_type_is_not_null_in_another()
    {
        await s_tools.AcceptAsync("with_null", """{"value":{"item":null,"next":{"item":null}}}""");
        await s_tools.RefusesAsync("without_null", """{"item":null}""", "must be a string of at most 4096 characters", "/item");
    }

    [Fact]
    public async Task What_is_ignored_where_it_was_declared_stays_so_in_an_override() => await s_tools.RefusesAsync("user", """{"isAdmin":true}""", "unknown argument", "/isAdmin");

    [Fact]
    public async Task A_member_may_be_called_EqualityContract() => Assert.Equal("x", await s_tools.AcceptAsync("contract", """{"value":{"equalityContract":"x"}}"""));

    [Fact]
    public async Task A_denied_flag_is_not_let_in_under_another_name() =>
        await s_tools.RefusesAsync("rights", "[\"Both\"]", "must be one of \"Read\", \"Share\"", "/0");

    [Fact]
    public async Task A_required_character_may_be_a_space() => Assert.Equal(" ", await s_tools.AcceptAsync("blank", """{"value":" "}"""));

    [Fact]
    public async Task A_decimal_default_may_be_written_as_text() => Assert.Equal("1.50", await s_tools.AcceptAsync("price", "{}"));

    [Fact]
    public async Task Any_number_of_links_can_be_unique()
    {
        string links = string.Join(',', Enumerable.Range(0, 40).Select(static index => $"\"https://example.com/{index}\""));

        Assert.Equal("40", await s_tools.AcceptAsync("links", $$"""{"value":[{{links}}]}"""));
        await s_tools.RefusesAsync("links", $"[{links},\"https://example.com/7\"]", "must not hold an item twice");
    }
}
