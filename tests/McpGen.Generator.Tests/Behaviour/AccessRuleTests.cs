using System.Security.Claims;
using McpGen.Generator.Tests.Harness;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Scopes, roles and private tools, decided by the wrapper on one authenticated identity.</summary>
public sealed class AccessRuleTests
{
    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        [assembly: ScopeImplies("files:admin", "files:write")]
        [assembly: ScopeImplies("files:write", "files:read")]
        [assembly: RequireScopes("assembly")]

        [McpServerToolType]
        public static partial class Tools
        {
            [McpServerTool, Description("d")] public static string Silent() => "reached";
            [McpServerTool, PublicTool, Description("d")] public static string Open() => "reached";
            [McpServerTool, RequireScopes("files:read"), Description("d")] public static string Read(int id = 0) => "reached";
            [McpServerTool, RequireScopes("a", "b"), Description("d")] public static string Both() => "reached";
            [McpServerTool, RequireScopes("a", "b", AnyOf = true), Description("d")] public static string Either() => "reached";
            [McpServerTool, RequireScopes("a", "b", AnyOf = true), RequireScopes("c"), Description("d")] public static string Mixed() => "reached";
            [McpServerTool, RequireRoles("clerk"), RequireScopes("a"), Description("d")] public static string Clerk() => "reached";
            [McpServerTool, RequireRoles("clerk", "auditor", AnyOf = true), Description("d")] public static string Someone() => "reached";
            [McpServerTool, PrivateTool(Clients = ["app"], Users = ["ada", "bob"]), Description("d")] public static string Hidden() => "reached";
            [McpServerTool, PrivateTool(Clients = ["app"]), RequireScopes("a"), Description("d")] public static string HiddenScope() => "reached";
        }

        [RequireScopes("base")]
        public abstract class Base
        {
            [McpServerTool, RequireRoles("clerk"), Description("d")] public virtual string Overridden() => "base";
        }

        [McpServerToolType, RequireScopes("derived")]
        public sealed partial class Derived : Base
        {
            [RequireScopes("own")] public override string Overridden() => "reached";
        }

        public abstract class GenericBase<T>
        {
            [McpServerTool, PrivateTool(Users = ["ada"]), Description("d")] public virtual string Generic(T value) => "base";
        }

        [McpServerToolType, PublicTool]
        public sealed partial class OfGeneric : GenericBase<int>
        {
            public override string Generic(int value) => "reached";
        }
        """);

    [Theory]
    [InlineData("silent", "scope=assembly")]
    [InlineData("open", "")]
    [InlineData("read", "scope=files:read")]
    [InlineData("read", "scope=x files:read y")]
    [InlineData("read", "scope=x;scope=files:read")]
    [InlineData("read", "scp=files:read")]
    [InlineData("read", "scp=x files:read")]
    [InlineData("read", "scp=[\"x\",\"files:read\"]")]
    [InlineData("read", "scp=x;scp=files:read")]
    [InlineData("read", "http://schemas.microsoft.com/identity/claims/scope=x files:read")]
    [InlineData("read", "scope=files:write")]
    [InlineData("read", "scope=files:admin")]
    [InlineData("both", "scope=a;scp=b")]
    [InlineData("either", "scope=a")]
    [InlineData("either", "scope=b")]
    [InlineData("mixed", "scope=b c")]
    [InlineData("clerk", "scope=a;role=clerk")]
    [InlineData("someone", "role=auditor")]
    [InlineData("hidden", "client_id=app;sub=ada")]
    [InlineData("hidden", "azp=app;client_id=app;sub=bob")]
    [InlineData("hidden_scope", "client_id=app;scope=a")]
    [InlineData("overridden", "scope=base derived own;role=clerk")]
    [InlineData("generic", "sub=ada", """{"value":1}""")]
    public async Task A_caller_with_what_the_tool_needs_is_admitted(string tool, string claims, string arguments = "{}") =>
        Assert.Equal("reached", Text(await s_tools.CallAsync(s_tools.Request(tool, arguments, isLocal: false, User(claims)))));

    [Theory]
    [InlineData("silent", "", ": the call needs the scope \"assembly\"")]
    [InlineData("read", "", ": the call needs the scope \"files:read\"")]
    [InlineData("read", "scope=Files:read", ": the call needs the scope \"files:read\"")]
    [InlineData("both", "scope=a", ": the call needs the scopes \"a\", \"b\"")]
    [InlineData("either", "scope=c", ": the call needs one of the scopes \"a\", \"b\"")]
    [InlineData("mixed", "scope=a", ": the call needs the scope \"c\", and one of the scopes \"a\", \"b\"")]
    [InlineData("clerk", "role=clerk", ": the call needs the scope \"a\"")]
    [InlineData("clerk", "scope=a", " to this caller")]
    [InlineData("clerk", "scope=a;role=Clerk", " to this caller")]
    [InlineData("clerk", "", " to this caller")]
    [InlineData("someone", "role=admin", " to this caller")]
    [InlineData("hidden_scope", "client_id=app", ": the call needs the scope \"a\"")]
    [InlineData("overridden", "scope=derived own;role=clerk", ": the call needs the scopes \"own\", \"derived\", \"base\"")]
    [InlineData("overridden", "scope=base own;role=clerk", ": the call needs the scopes \"own\", \"derived\", \"base\"")]
    [InlineData("overridden", "scope=base derived;role=clerk", ": the call needs the scopes \"own\", \"derived\", \"base\"")]
    [InlineData("overridden", "scope=base derived own", " to this caller")]
    public async Task A_caller_without_it_is_told_every_scope_of_the_call_and_nothing_more(string tool, string claims, string reason) =>
        Assert.Equal($"error: Access to {tool} is denied{reason}.", Text(await s_tools.CallAsync(s_tools.Request(tool, "{}", isLocal: false, User(claims)))));

    [Theory]
    [InlineData("open", "")]
    [InlineData("read", "; the call needs the scope \"files:read\"")]
    [InlineData("clerk", "; the call needs the scope \"a\"")]
    [InlineData("someone", "")]
    public async Task A_caller_that_is_not_authenticated_is_told_so(string tool, string needs)
    {
        var claimed = new ClaimsPrincipal(new ClaimsIdentity([new Claim("scope", "files:read a"), new Claim("role", "clerk")]));
        foreach (ClaimsPrincipal? user in new[] { null, claimed })
        {
            Assert.Equal($"error: Access to {tool} is denied: the caller is not authenticated{needs}.", Text(await s_tools.CallAsync(s_tools.Request(tool, "{}", isLocal: false, user))));
        }
    }

    [Theory]
    [InlineData("hidden", "client_id=app", "{}")]
    [InlineData("hidden", "sub=ada", "{}")]
    [InlineData("hidden", "client_id=app;azp=web;sub=ada", "{}")]
    [InlineData("hidden", "client_id=app;sub=Ada", "{}")]
    [InlineData("hidden_scope", "scope=a", "{}")]
    [InlineData("generic", "sub=bob", """{"value":"wrong"}""")]
    [InlineData("generic", "", "{}")]
    public async Task A_private_tool_answers_others_as_the_SDK_answers_an_unknown_name(string tool, string claims, string arguments)
    {
        foreach (ClaimsPrincipal? user in new[] { User(claims), null })
        {
            McpProtocolException unknown = await Assert.ThrowsAsync<McpProtocolException>(() => s_tools.CallAsync(s_tools.Request(tool, arguments, isLocal: false, user)));

            Assert.Equal((McpErrorCode.InvalidParams, $"Unknown tool: '{tool}'"), (unknown.ErrorCode, unknown.Message));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"wrong","unknown":1}""")]
    [InlineData("""{"id":1,"id":1}""")]
    public async Task A_refused_caller_learns_nothing_of_the_arguments(string arguments) => Assert.Equal(
        "error: Access to read is denied: the call needs the scope \"files:read\".", Text(await s_tools.CallAsync(s_tools.Request("read", arguments, isLocal: false, User("scope=other")))));

    [Fact]
    public async Task The_local_process_has_nothing_until_it_is_said()
    {
        Assert.Equal("reached", Text(await s_tools.CallAsync(s_tools.Request("open", "{}"))));
        Assert.Equal("error: Access to read is denied: the call needs the scope \"files:read\".", Text(await s_tools.CallAsync(s_tools.Request("read", "{}"))));
        await Assert.ThrowsAsync<McpProtocolException>(() => s_tools.CallAsync(s_tools.Request("hidden", "{}")));
    }

    internal static ClaimsPrincipal User(string claims) => new(new ClaimsIdentity(
        claims.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static claim => new Claim(claim[..claim.LastIndexOf('=')], claim[(claim.LastIndexOf('=') + 1)..])), "test", "name", "role"));

    internal static string Text(CallToolResult result) =>
        (result.IsError is true ? "error: " : "") + Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
