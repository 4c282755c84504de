using McpGen.Generator.Tests.Harness;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>
/// Hostile JSON, straight into the wrappers of every kind of argument: accepted or refused for its arguments, never an exception, never a
/// word of what was sent.
/// </summary>
public sealed class HostileValueTests
{
    private const string Canary = "canary-7f3e91";

    private static readonly LoadedTools s_tools = LoadedTools.From(GeneratorRun.Of(EchoTools.Source(
        """
        [assembly: ToolDefaults(MaxArgumentBytes = 100_000_000, MaxResultBytes = 200_000_000)]

        [Flags] public enum Rights { Read = 1, Write = 2 }

        public sealed record Point([Range(0, 9)] int X, [StringLength(9)] string? Name = null);

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "circle")]
        public abstract record Shape;

        public sealed record Circle(int R) : Shape;

        public sealed record Node(int Id, Node? Next = null);
        """,
        ("bool", "bool value"), ("int", "int value"), ("ulong", "ulong value"), ("double", "double value"), ("float", "float value"), ("decimal", "decimal value"),
        ("string", "[StringLength(30)] string value"), ("pattern", "[RegularExpression(\"[a-z]+\")] string value"), ("search", "[Pattern(\"a.c\")] string value"),
        ("email", "[EmailAddress] string value"), ("host", "[Format(StringFormat.Hostname)] string value"), ("char", "char value"), ("guid", "Guid value"),
        ("instant", "DateTimeOffset value"), ("date", "DateOnly value"), ("time", "TimeOnly value"), ("duration", "TimeSpan value"), ("uri", "Uri value"), ("bytes", "byte[] value"),
        ("enum", "DayOfWeek value"), ("flags", "Rights value"), ("array", "int[] value"), ("unique", "[MaxLength(20000)] HashSet<long> value"),
        ("unique_texts", "[MaxLength(20000), UniqueItems] string[] value"), ("map", "Dictionary<string, int> value"), ("object", "Point value"), ("shape", "Shape value"), ("node", "Node value"),
        ("any", "[AnyJson] JsonElement value"), ("path", "[AllowedPaths(\"notes\", \"**\")] SandboxedPath value"), ("paths", "[AllowedPaths(\"notes\", \"**\")] Dictionary<string, SandboxedPath> value"),
        ("page", "[AllowedHosts(\"a.example\")] GuardedUri value"), ("argument", "[CommandArgument] string value"), ("identifier", "[Identifier] string value"), ("plain", "[PlainText, MaxLength] string value"))).AssertClean(), Options());

    private static readonly Dictionary<string, string> s_values = new()
    {
        ["deep arrays"] = new string('[', 200) + new string(']', 200),
        ["deep objects"] = string.Concat(Enumerable.Repeat("{\"next\":", 200)) + "1" + new string('}', 200),
        ["a huge number"] = "1e400",
        ["a huger number"] = "-1E+99999999999999999999",
        ["an almost zero"] = "1e-400",
        ["minus zero"] = "-0",
        ["400 digits"] = new string('9', 400),
        ["400 decimals"] = "0." + new string('3', 400),
        ["half a pair"] = $"\"{Canary}\\ud800\"",
        ["half a pair in a name"] = $"{{\"{Canary}\\udc00\":1}}",
        ["half pairs in the wrong order"] = "\"\\udc00\\ud800\"",
        ["NUL"] = $"\"{Canary}\\u0000\"",
        ["NUL in a name"] = $"{{\"{Canary}\\u0000\":1}}",
        ["a name twice"] = $"{{\"x\":1,\"x\":2,\"{Canary}\":3}}",
        ["a name twice, once escaped"] = "{\"x\":1,\"\\u0078\":2}",
        ["__proto__"] = $"{{\"__proto__\":{{\"{Canary}\":1}},\"constructor\":{{}}}}",
        ["10^5 unknown names"] = $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(static index => $"\"n{index}\":1"))}}}",
        ["10^4 colliding numbers"] = $"[{string.Join(',', Enumerable.Range(0, 10_000).Select(static index => (((long)index << 32) | (uint)index)))}]",
        ["10^4 equal numbers in other words"] = $"[{string.Join(',', Enumerable.Range(0, 10_000).Select(static index => "1" + (index == 0 ? "" : "." + new string('0', index % 50 + 1))))}]",
        ["10^4 texts of one length"] = $"[{string.Join(',', Enumerable.Range(0, 10_000).Select(static index => $"\"{index:D8}\""))}]",
        ["10 MB of text"] = $"\"{new string('a', 10_000_000)}\"",
        ["10 MB of escapes"] = $"\"{string.Concat(Enumerable.Repeat("\\u0061", 1_700_000))}\"",
        ["10 MB of digits"] = new string('7', 10_000_000),
        ["a text that is almost an e-mail address"] = $"\"{new string('a', 100_000)}@{new string('b', 100_000)}\"",
        ["a text of colons"] = $"\"{new string(':', 100_000)}\"",
    };

    public static TheoryData<string> Names => [.. s_values.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_accepted_or_refused_and_nothing_else(string name)
    {
        foreach (string tool in s_tools.All.Select(static tool => tool.Name))
        {
            CallToolResult result = await s_tools.CallAsync(tool, $$"""{"value":{{s_values[name]}}}""");

            string text = string.Concat(result.Content.OfType<TextContentBlock>().Select(static block => block.Text));
            Assert.True(result.IsError is not true || text.StartsWith($"Invalid arguments for {tool}: ", StringComparison.Ordinal), $"{tool}: {text}\n{s_tools.Log.LastException}");
            Assert.True(result.IsError is not true || text.Length <= 4096);
            Assert.True(result.IsError is not true || !text.Replace("/value/" + Canary, "", StringComparison.Ordinal).Contains(Canary, StringComparison.Ordinal), text);
        }
    }

    [Fact]
    public async Task Memory_returns()
    {
        List<WeakReference> requests = [];
        foreach (string value in s_values.Values)
        {
            await CallAllAsync(value, requests);
        }

        for (int round = 0; round < 10 && requests.Exists(static request => request.IsAlive); round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(requests, static request => request.IsAlive);
    }

    private static HardeningOptions Options()
    {
        var options = new HardeningOptions();
        options.Roots.Add("notes", "/nowhere");
        return options;
    }

    /// <summary>In a method of its own, so that nothing but a wrapper could keep a request.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static async Task CallAllAsync(string value, List<WeakReference> requests)
    {
        foreach (string tool in s_tools.All.Select(static tool => tool.Name))
        {
            RequestContext<CallToolRequestParams> request = s_tools.Request(tool, $$"""{"value":{{value}}}""");
            await s_tools.CallAsync(request);
            requests.Add(new WeakReference(request));
            requests.Add(new WeakReference(request.Params!.Arguments));
        }
    }
}
