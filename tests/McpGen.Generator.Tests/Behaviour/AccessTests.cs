using System.Collections;
using System.Security.Claims;
using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Who is let in, decided before a single argument is looked at.</summary>
public sealed class AccessTests
{
    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        [assembly: PublicTool(AllowAnonymous = true)]

        [McpServerToolType, PublicTool]
        public static partial class ClosedTools { [McpServerTool, Description("d")] public static string ClosedByClass(int id) => "reached"; }

        [McpServerToolType, PublicTool(AllowAnonymous = true)]
        public static partial class OpenTools
        {
            [McpServerTool, Description("d")] public static string OpenByClass(int id) => "reached";
            [McpServerTool, PublicTool, Description("d")] public static string ClosedByMethod(int id) => "reached";
            [McpServerTool, PublicTool(AllowAnonymous = true), Description("d")] public static string OpenByBoth(int id) => "reached";
        }

        [McpServerToolType]
        public static partial class SilentTools
        {
            [McpServerTool, Description("d")] public static string OpenByAssembly(int id) => "reached";
            [McpServerTool, PublicTool, Description("d")] public static string ClosedByMethodAlone(int id) => "reached";
        }

        public abstract class GuardedBase { [McpServerTool, PublicTool, Description("d")] public virtual string ClosedByBase(int id) => "base"; }

        [McpServerToolType]
        public sealed partial class OverridingTools : GuardedBase { public override string ClosedByBase(int id) => "reached"; }
        """);

    private static readonly ClaimsPrincipal s_authenticated = new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada")], "test"));

    public static TheoryData<string> Closed => ["closed_by_class", "closed_by_method", "closed_by_method_alone", "closed_by_base"];

    public static TheoryData<string> Open => ["open_by_class", "open_by_both", "open_by_assembly"];

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task A_message_without_a_mark_and_without_a_user_is_refused(string tool)
    {
        foreach (ClaimsPrincipal? user in new[] { null, new ClaimsPrincipal(), new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "root")])) })
        {
            CallToolResult result = await s_tools.CallAsync(s_tools.Request(tool, """{"id":1}""", isLocal: false, user));

            Assert.True(result.IsError);
            Assert.Equal($"Access to {tool} is denied: the caller is not authenticated.", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        }
    }

    [Theory]
    [MemberData(nameof(Closed))]
    [MemberData(nameof(Open))]
    public async Task The_local_process_and_an_authenticated_user_are_admitted(string tool)
    {
        Assert.Equal("reached", await s_tools.AcceptAsync(tool, """{"id":1}"""));
        Assert.NotEqual(true, (await s_tools.CallAsync(s_tools.Request(tool, """{"id":1}""", isLocal: false, s_authenticated))).IsError);
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Anyone_is_admitted_where_nothing_shuts_anonymous_callers_out(string tool) =>
        Assert.NotEqual(true, (await s_tools.CallAsync(s_tools.Request(tool, """{"id":1}""", isLocal: false))).IsError);

    [Fact]
    public async Task A_mark_that_anybody_could_write_is_none()
    {
        var request = s_tools.Request("closed_by_class", """{"id":1}""", isLocal: false);
        request.JsonRpcRequest.Context!.Items = new Dictionary<string, object?> { ["McpGen.Local"] = new() };

        Assert.True((await s_tools.CallAsync(request)).IsError);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"wrong","unknown":1}""")]
    [InlineData("""{"id":1,"id":1}""")]
    public async Task A_refused_caller_learns_nothing_of_the_arguments(string arguments) => Assert.Equal(
        Text(await s_tools.CallAsync(s_tools.Request("closed_by_class", """{"id":1}""", isLocal: false))),
        Text(await s_tools.CallAsync(s_tools.Request("closed_by_class", arguments, isLocal: false))));

    [Fact]
    public async Task Nothing_is_read_before_the_caller_is_admitted()
    {
        var request = s_tools.Request("closed_by_class", "{}", isLocal: false);
        request.Params!.Arguments = new Untouchable();
        Assert.StartsWith("Access to closed_by_class is denied", Text(await s_tools.CallAsync(request)), StringComparison.Ordinal);

        var admitted = s_tools.Request("closed_by_class", "{}", isLocal: true);
        admitted.Params!.Arguments = new Untouchable();
        Assert.StartsWith("closed_by_class failed.", Text(await s_tools.CallAsync(admitted)), StringComparison.Ordinal);
    }

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    /// <summary>Arguments that fail the test when anybody looks at them.</summary>
    private sealed class Untouchable : IDictionary<string, JsonElement>
    {
        public ICollection<string> Keys => throw new InvalidOperationException();

        public ICollection<JsonElement> Values => throw new InvalidOperationException();

        public int Count => throw new InvalidOperationException();

        public bool IsReadOnly => throw new InvalidOperationException();

        public JsonElement this[string key] { get => throw new InvalidOperationException(); set => throw new InvalidOperationException(); }

        public void Add(string key, JsonElement value) => throw new InvalidOperationException();

        public void Add(KeyValuePair<string, JsonElement> item) => throw new InvalidOperationException();

        public void Clear() => throw new InvalidOperationException();

        public bool Contains(KeyValuePair<string, JsonElement> item) => throw new InvalidOperationException();

        public bool ContainsKey(string key) => throw new InvalidOperationException();

        public void CopyTo(KeyValuePair<string, JsonElement>[] array, int arrayIndex) => throw new InvalidOperationException();

        public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => throw new InvalidOperationException();

        public bool Remove(string key) => throw new InvalidOperationException();

        public bool Remove(KeyValuePair<string, JsonElement> item) => throw new InvalidOperationException();

        public bool TryGetValue(string key, out JsonElement value) => throw new InvalidOperationException();

        IEnumerator IEnumerable.GetEnumerator() => throw new InvalidOperationException();
    }
}
