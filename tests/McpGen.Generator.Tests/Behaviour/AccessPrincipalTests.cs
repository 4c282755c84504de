using System.Security.Claims;
using McpGen.Generator.Tests.Harness;
using static McpGen.Generator.Tests.Behaviour.AccessRuleTests;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>A method is given the identity that access was decided on, and no other of the same principal.</summary>
public sealed class AccessPrincipalTests
{
    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        [McpServerToolType]
        public static partial class Tools
        {
            private static string Who(System.Security.Claims.ClaimsPrincipal? caller) =>
                caller is null ? "nobody" : $"{string.Join(",", caller.Identities.Select(i => i.IsAuthenticated))} {string.Join(",", caller.FindAll("sub").Select(c => c.Value))}";

            [McpServerTool, PublicTool(AllowAnonymous = true), Description("d")]
            public static string Anyone(System.Security.Claims.ClaimsPrincipal? caller) => Who(caller);

            [McpServerTool, PublicTool, Description("d")]
            public static string Known(System.Security.Claims.ClaimsPrincipal caller) => Who(caller);

            [McpServerTool, RequireScopes("a"), Description("d")]
            public static async Task<string> Scoped(System.Security.Claims.ClaimsPrincipal caller) { await Task.Yield(); return Who(caller); }

            [McpServerTool, RequireScopes("a"), RequireClaim("tid", EqualsArgument = "tenant"), Description("d")]
            public static async Task<string> ByValue(string tenant, System.Security.Claims.ClaimsPrincipal caller) { await Task.Yield(); return Who(caller); }
        }
        """.Insert(0, "using System.Linq;\n"));

    [Theory]
    [InlineData("known", "!sub=mallory", "sub=ada", "True ada")]
    [InlineData("known", "sub=ada", "sub=bob", "True ada")]
    [InlineData("anyone", "!sub=mallory", "sub=ada", "True ada")]
    [InlineData("anyone", "!sub=mallory", "!sub=eve", "nobody")]
    [InlineData("scoped", "!sub=mallory;scope=a", "sub=ada;scope=a", "True ada")]
    [InlineData("scoped", "sub=bob", "sub=ada;scope=a", "True ada")]
    [InlineData("by_value", "sub=bob;scope=a;tid=t2", "sub=ada;scope=a;tid=t1", "True ada", """{"tenant":"t1"}""")]
    [InlineData("by_value", "sub=bob;scope=a;tid=t2", "sub=ada;scope=a;tid=t1", "True bob", """{"tenant":"t2"}""")]
    public async Task Of_several_identities_it_is_the_one_that_was_decided_on(string tool, string one, string other, string who, string arguments = "{}")
    {
        var user = new ClaimsPrincipal([Identity(one), Identity(other)]);

        Assert.Equal(who, Text(await s_tools.CallAsync(s_tools.Request(tool, arguments, isLocal: false, user))));
    }

    private static ClaimsIdentity Identity(string claims)
    {
        var identity = (ClaimsIdentity)User(claims.TrimStart('!')).Identity!;
        return claims[0] == '!' ? new ClaimsIdentity(identity.Claims) : identity;
    }
}
