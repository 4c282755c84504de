using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>What asks for structured content, what null and the size limit mean there, and that nothing is left of one call in the next.</summary>
public sealed class StructuredResultTests
{
    private const string Source = """
        public sealed record Issue(int Number, string Text = "");

        [McpServerToolType, PublicTool, ToolDefaults(MaxResultBytes = 2000)]
        public static partial class Structured
        {
            [McpServerTool(Name = "flag", UseStructuredContent = true), Description("d")] public static string Flag() => "text";
            [McpServerTool(Name = "type", OutputSchemaType = typeof(Issue)), Description("d")] public static Task<Issue> Type() => Task.FromResult(new Issue(1));
            [McpServerTool(Name = "nullable_type", OutputSchemaType = typeof(int)), Description("d")] public static int? NullableType() => 1;
            [McpServerTool(Name = "generic_type", OutputSchemaType = typeof(List<string>)), Description("d")] public static List<string?> GenericType() => [null];
            [McpServerTool(Name = "both", UseStructuredContent = true, OutputSchemaType = typeof(Issue[])), Description("d")] public static Issue[] Both() => [];
            [McpServerTool(Name = "off", UseStructuredContent = false), Description("d")] public static Issue Off() => new(1);
            [McpServerTool(Name = "no_text", UseStructuredContent = true), Description("d")] public static string? NoText() => null;
            [McpServerTool(Name = "no_number", UseStructuredContent = true), Description("d")] public static async Task<int?> NoNumber() { await Task.Yield(); return null; }
            [McpServerTool(Name = "no_issue", UseStructuredContent = true), Description("d")] public static Issue? NoIssue() => null;
            [McpServerTool(Name = "element", UseStructuredContent = true), Description("d")] public static JsonElement Element() => JsonDocument.Parse("{ \"a\": 1.50 }").RootElement;
            [McpServerTool(Name = "node", UseStructuredContent = true), Description("d")] public static JsonObject Node() => new() { ["a"] = 1 };
            [McpServerTool(Name = "null_text", UseStructuredContent = true), Description("d")] public static string NullText() => null!;
            [McpServerTool(Name = "large", UseStructuredContent = true), Description("d")] public static Issue Large(int size) => new(1, new('x', size));
            [McpServerTool(Name = "large_text"), Description("d")] public static Issue LargeText(int size) => new(1, new('x', size));
            [McpServerTool(Name = "large_bytes"), Description("d")] public static byte[] LargeBytes(int size) => new byte[size];
            [McpServerTool(Name = "large_key"), Description("d")] public static Dictionary<string, int> LargeKey(int size) => new() { [new('x', size)] = 1 };
            [McpServerTool(Name = "large_own"), Description("d")] public static CallToolResult LargeOwn(int size) =>
                new() { Content = [new TextContentBlock { Text = new('x', size) }], StructuredContent = JsonSerializer.SerializeToElement(new { a = new string('x', size) }) };
            [McpServerTool(Name = "endless", UseStructuredContent = true), Description("d")] public static IEnumerable<Issue> Endless(int size) { for (int number = 0; ; number++) yield return new(number); }
            [McpServerTool(Name = "throwing", UseStructuredContent = true), Description("d")] public static IEnumerable<Issue> Throwing() { yield return new(1); throw new InvalidOperationException("secret words"); }
            [McpServerTool(Name = "once"), Description("d")] public static IEnumerable<int> Once() => new Single();
            [McpServerTool(Name = "outer"), Description("d")] public static IEnumerable<string> Outer() { yield return Inner.Call!(); yield return "after"; }
        }

        public static class Inner { public static Func<string>? Call; }

        public sealed class Single : IEnumerable<int>
        {
            private bool _isEnumerated;

            public IEnumerator<int> GetEnumerator()
            {
                if (_isEnumerated) throw new InvalidOperationException("enumerated twice");
                _isEnumerated = true;
                return new List<int> { 1 }.GetEnumerator();
            }

            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        """;

    private static readonly LoadedTools s_tools = LoadedTools.Of(Source);

    [Theory]
    [InlineData("flag", """{"result":"text"}""")]
    [InlineData("type", """{"number":1,"text":""}""")]
    [InlineData("nullable_type", """{"result":1}""")]
    [InlineData("generic_type", """{"result":[null]}""")]
    [InlineData("both", """{"result":[]}""")]
    [InlineData("element", """{"result":{"a":1.50}}""")]
    [InlineData("node", """{"result":{"a":1}}""")]
    [InlineData("no_text", "{}")]
    [InlineData("no_number", "{}")]
    [InlineData("no_issue", "{}")]
    public async Task Structured_content_is_an_object_and_the_text_is_the_same(string tool, string json) => await s_tools.ReturnsStructuredAsync(tool, json);

    [Fact]
    public async Task Without_it_there_is_text_alone()
    {
        Assert.Equal("""{"number":1,"text":""}""", await s_tools.AcceptAsync("off", "{}"));
        Assert.Null((await s_tools.CallAsync("off", "{}")).StructuredContent);
        Assert.Null(s_tools["off"].ProtocolTool.OutputSchema);
    }

    [Fact]
    public async Task A_null_that_is_not_declared_ends_in_the_fixed_error() => await s_tools.FailsOnceAsync("null_text", "/result of the result must not be null.");

    [Theory]
    [InlineData("large_text", 1978, 1979)]
    [InlineData("large_bytes", 1497, 1498)]
    [InlineData("large_key", 1994, 1995)]
    [InlineData("large", 978, 979)]
    [InlineData("large_own", 996, 997)]
    public async Task Structured_content_counts_beside_its_text(string tool, int fits, int tooLarge)
    {
        CallToolResult accepted = await s_tools.CallAsync(tool, $$"""{"size":{{fits}}}""");
        string refused = await s_tools.TextAsync(tool, $$"""{"size":{{tooLarge}}}""");

        Assert.True(accepted.IsError is not true, string.Concat(accepted.Content.OfType<TextContentBlock>().Select(static block => block.Text)));
        Assert.StartsWith($"The result of {tool} is larger than 2000 bytes; ask for less.", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_far_too_large_is_refused_before_room_is_made_for_it()
    {
        foreach (string tool in new[] { "large", "large_bytes", "large_key" })
        {
            await s_tools.TextAsync(tool, """{"size":1}""");
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.StartsWith($"The result of {tool} is larger", await s_tools.TextAsync(tool, """{"size":10000000}"""), StringComparison.Ordinal);

            // The value itself, and nothing of its size.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 22_000_000);
        }
    }

    [Fact]
    public async Task An_enumeration_without_end_is_ended() =>
        Assert.StartsWith("The result of endless is larger than 2000 bytes", await s_tools.TextAsync("endless", """{"size":0}"""), StringComparison.Ordinal);

    [Fact]
    public async Task An_enumeration_is_run_once() => Assert.Equal("[1]", await s_tools.AcceptAsync("once", "{}"));

    [Fact]
    public async Task A_failure_halfway_leaves_nothing_behind()
    {
        await s_tools.FailsOnceAsync("throwing", "secret words");

        await s_tools.ReturnsStructuredAsync("flag", """{"result":"text"}""");
    }

    [Fact]
    public async Task A_tool_may_be_called_while_a_result_is_written()
    {
        s_tools.Assembly.GetType("Inner")!.GetField("Call")!.SetValue(null, () => s_tools.AcceptAsync("type", "{}").GetAwaiter().GetResult());

        Assert.Equal("""["{\u0022number\u0022:1,\u0022text\u0022:\u0022\u0022}","after"]""", await s_tools.AcceptAsync("outer", "{}"));
    }

    [Fact]
    public async Task Results_of_many_threads_do_not_meet()
    {
        string[] texts = await Task.WhenAll(Enumerable.Range(0, 500).Select(static size => Task.Run(() => s_tools.AcceptAsync("large_text", $$"""{"size":{{size}}}"""))));

        Assert.All(texts.Index(), static text => Assert.Equal($$"""{"number":1,"text":"{{new string('x', text.Index)}}"}""", text.Item));
    }
}
