using System.Security.Claims;
using McpGen.Generator.Tests.Harness;
using static McpGen.Generator.Tests.Behaviour.AccessRuleTests;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>ASP.NET Core's [Authorize] and [AllowAnonymous], enforced by the wrapper; policies come after claims and before binding.</summary>
public sealed class AccessPolicyTests
{
    private static readonly LoadedTools s_tools = LoadedTools.From(AccessPolicies.Run("""
        using Microsoft.AspNetCore.Authorization;

        [McpServerToolType]
        public static partial class Tools
        {
            [McpServerTool, Authorize, Description("d")] public static string ByDefault() => "reached";
            [McpServerTool, Authorize("Odd"), Description("d")] public static string Odd(int id = 0) => "reached";
            [McpServerTool, Authorize(Policy = "Odd"), Authorize("Even"), Description("d")] public static string Never() => "reached";
            [McpServerTool, Authorize(Roles = "clerk,auditor"), Description("d")] public static string Clerk() => "reached";
            [McpServerTool, Authorize(Roles = "clerk"), Authorize(Roles = "auditor"), Description("d")] public static string ClerkAuditor() => "reached";
            [McpServerTool, Authorize(Roles = "clerk", Policy = "Odd"), RequireScopes("a"), Description("d")] public static string All() => "reached";
            [McpServerTool, Authorize(Policy = "Broken"), Description("d")] public static string Broken() => "reached";
            [McpServerTool, Authorize(Policy = "Broken"), RequireScopes("a"), Description("d")] public static string BrokenScope() => "reached";
            [McpServerTool, Authorize(Policy = "Broken"), PrivateTool(Users = ["ada"]), Description("d")] public static string BrokenPrivate() => "reached";
            [McpServerTool, Authorize("Odd"), RequireClaim("tid", EqualsArgument = "tenant"), Description("d")] public static string Tenant([MaxLength(9)] string tenant) => "reached";
            [McpServerTool, AllowAnonymous, Description("d")] public static string Anonymous() => "reached";
            [McpServerTool, Authorize("Odd"), Description("d")] public static async Task<string> Later(CancellationToken cancellation) { await Task.Yield(); return "reached"; }
        }

        [Authorize(Roles = "clerk")]
        public abstract class Base
        {
            [McpServerTool, Authorize("Odd"), Description("d")] public virtual string Inherited() => "base";
        }

        [McpServerToolType, Authorize("Even")]
        public sealed partial class Derived : Base
        {
            [Authorize] public override string Inherited() => "reached";
        }
        """).AssertClean());

    [Theory]
    [InlineData("by_default", "number=1")]
    [InlineData("odd", "number=3")]
    [InlineData("clerk", "role=clerk")]
    [InlineData("clerk", "role=auditor")]
    [InlineData("clerk_auditor", "role=auditor;role=clerk")]
    [InlineData("all", "role=clerk;number=3;scope=a")]
    [InlineData("tenant", "number=3;tid=t1", """{"tenant":"t1"}""")]
    [InlineData("anonymous", "")]
    [InlineData("later", "number=3")]
    public async Task A_caller_that_fulfils_all_is_admitted(string tool, string claims, string arguments = "{}") =>
        Assert.Equal("reached", await CallAsync(tool, User(claims), arguments));

    [Theory]
    [InlineData("by_default", "", " to this caller")]
    [InlineData("odd", "number=4", " to this caller")]
    [InlineData("never", "number=3", " to this caller")]
    [InlineData("never", "number=4", " to this caller")]
    [InlineData("clerk", "role=Clerk", " to this caller")]
    [InlineData("clerk", "role=clerk,auditor", " to this caller")]
    [InlineData("clerk_auditor", "role=clerk", " to this caller")]
    [InlineData("all", "role=clerk;number=3", ": the call needs the scope \"a\"")]
    [InlineData("all", "number=3;scope=a", " to this caller")]
    [InlineData("all", "role=clerk;number=4;scope=a", " to this caller")]
    [InlineData("tenant", "number=4;tid=t1", " to this caller", """{"tenant":"t1"}""")]
    [InlineData("tenant", "number=3;tid=t2", " for these arguments", """{"tenant":"t1"}""")]
    [InlineData("inherited", "number=3;role=clerk", " to this caller")]
    [InlineData("inherited", "number=4;role=clerk", " to this caller")]
    [InlineData("odd", "number=4", " to this caller", """{"id":"wrong","unknown":1}""")]
    [InlineData("later", "number=4", " to this caller")]
    public async Task A_caller_that_does_not_is_refused(string tool, string claims, string reason, string arguments = "{}") =>
        Assert.Equal($"error: Access to {tool} is denied{reason}.", await CallAsync(tool, User(claims), arguments));

    [Theory]
    [InlineData("by_default", ": the caller is not authenticated")]
    [InlineData("odd", ": the caller is not authenticated")]
    [InlineData("clerk", ": the caller is not authenticated")]
    [InlineData("anonymous", null)]
    public async Task Nobody_is_admitted_where_it_is_said_and_nowhere_else(string tool, string? reason)
    {
        foreach (ClaimsPrincipal? user in new[] { null, new ClaimsPrincipal(new ClaimsIdentity([new Claim("number", "3"), new Claim("role", "clerk")])) })
        {
            Assert.Equal(reason is null ? "reached" : $"error: Access to {tool} is denied{reason}.", await CallAsync(tool, user));
        }
    }

    [Fact]
    public async Task A_policy_that_throws_refuses_and_its_text_stays_in_the_log()
    {
        Assert.Equal("error: Access to broken is denied to this caller.", await CallAsync("broken", User("number=3")));
        Assert.Equal("secret words", s_tools.Log.LastException?.Message);
    }

    [Fact]
    public async Task A_policy_is_not_asked_about_a_caller_that_claims_refuse_already()
    {
        Assert.Equal("error: Access to broken_scope is denied: the call needs the scope \"a\".", await CallAsync("broken_scope", User("number=3")));
        Assert.Equal("Unknown tool: 'broken_private'", (await Assert.ThrowsAsync<ModelContextProtocol.McpProtocolException>(() => CallAsync("broken_private", User("sub=eve")))).Message);
    }

    [Theory]
    [InlineData("role=clerk;scope=a", "number=3")]
    [InlineData("number=3;scope=a", "role=clerk")]
    [InlineData("role=clerk;number=3", "scope=a")]
    [InlineData("role=clerk;scope=a;number=4", "number=3")]
    public async Task One_identity_must_fulfil_claims_and_policies(string one, string other)
    {
        ClaimsIdentity[] halves = [.. User(one).Identities, .. User(other).Identities];

        Assert.StartsWith("error: Access to all is denied", await CallAsync("all", new ClaimsPrincipal(halves)), StringComparison.Ordinal);
        Assert.Equal("reached", await CallAsync("all", new ClaimsPrincipal([.. halves, .. User("role=clerk;scope=a;number=5").Identities])));
    }

    [Theory]
    [InlineData("number=3;tid=t2", "number=4;tid=t1")]
    [InlineData("number=4;tid=t1", "number=3;tid=t2")]
    public async Task The_identity_that_the_policy_admits_must_have_the_claim_too(string one, string other) => Assert.Equal(
        "error: Access to tenant is denied for these arguments.",
        await CallAsync("tenant", new ClaimsPrincipal([.. User(one).Identities, .. User(other).Identities]), """{"tenant":"t1"}"""));

    private static async Task<string> CallAsync(string tool, ClaimsPrincipal? user, string arguments = "{}") =>
        Text(await s_tools.CallAsync(s_tools.Request(tool, arguments, isLocal: false, user)));
}
