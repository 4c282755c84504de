using McpGen.Generator.Tests.Behaviour;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0028_AccessContradiction
{
    private const string Id = "MCPG0028";

    private static readonly string s_broken = Method("PublicTool, [|RequireScopes(\"a\")|]");

    private static string Method(string attributes) => $$"""
        [McpServerToolType]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, {{attributes}}]
            public string Run() => "";
        }
        """ + AspNetCore;

    private static string Class(string attributes) => $$"""
        [McpServerToolType, {{attributes}}]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string Run() => "";
        }
        """ + AspNetCore;

    private static string Differ(string subject, string one, string other) =>
        $"The access rules of '{subject}' contradict each other: [{one}] and [{other}] admit different callers; keep the stricter one";

    /// <summary>Two statements for one declaration, as they are written and as they are named.</summary>
    public static TheoryData<string, string, string, string> Pairs => new()
    {
        { "PublicTool", "PublicTool", "RequireScopes(\"a\")", "RequireScopes" },
        { "PublicTool", "PublicTool", "RequireRoles(\"clerk\")", "RequireRoles" },
        { "PublicTool", "PublicTool", "PrivateTool(Clients = [\"app\"])", "PrivateTool" },
        { "PublicTool", "PublicTool", "Microsoft.AspNetCore.Authorization.Authorize(Roles = \"clerk\")", "Authorize" },
        { "PublicTool", "PublicTool", "Microsoft.AspNetCore.Authorization.AllowAnonymous", "AllowAnonymous" },
        { "PublicTool(AllowAnonymous = true)", "PublicTool(AllowAnonymous = true)", "RequireScopes(\"a\")", "RequireScopes" },
        { "RequireScopes(\"a\")", "RequireScopes", "PublicTool", "PublicTool" },
        { "Microsoft.AspNetCore.Authorization.Authorize(Roles = \"clerk\")", "Authorize", "Microsoft.AspNetCore.Authorization.AllowAnonymous", "AllowAnonymous" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Statements_of_different_strength_on_a_method_are_reported(string one, string oneName, string other, string otherName) =>
        DiagnosticAssert.Reports(Id, Method($"{one}, [|{other}|]"), Differ("Tools.Run()", oneName, otherName));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Statements_of_different_strength_on_a_class_are_reported(string one, string oneName, string other, string otherName) =>
        DiagnosticAssert.Reports(Id, Class($"{one}, [|{other}|]"), Differ("Tools", oneName, otherName));

    [Fact]
    public void Statements_of_different_strength_on_the_assembly_are_reported() => DiagnosticAssert.Reports(
        Id, "[assembly: PublicTool]\n[assembly: [|RequireScopes(\"a\")|]]\n" + Class("Obsolete"), Differ("Tools", "PublicTool", "RequireScopes"));

    [Fact]
    public void Statements_of_different_strength_on_two_parts_of_a_method_are_reported() => DiagnosticAssert.Reports(Id, """
        [McpServerToolType]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, PublicTool]
            public static partial string Run();

            [[|RequireScopes("a")|]]
            public static partial string Run() => "";
        }
        """, Differ("Tools.Run()", "PublicTool", "RequireScopes"));

    [Fact]
    public void A_contradiction_of_a_base_class_is_reported() => DiagnosticAssert.Reports(Id, """
        [PublicTool, [|RequireScopes("a")|]]
        public abstract class Base;

        [McpServerToolType]
        public partial class Tools : Base
        {
            /// <summary>Runs.</summary>
            [McpServerTool, RequireRoles("clerk")]
            public string Run() => "";
        }
        """, Differ("Base", "PublicTool", "RequireScopes"));

    [Theory]
    [InlineData("PrivateTool(Clients = [\"app\"])", "PrivateTool(Clients = [\"web\"])", "client")]
    [InlineData("PrivateTool(Clients = [\"app\"])", "PrivateTool(Clients = [\"App\"])", "client")]
    [InlineData("PrivateTool(Users = [\"ada\", \"bob\"])", "PrivateTool(Users = [\"eve\"])", "user")]
    [InlineData("PrivateTool(Clients = [\"app\"], Users = [\"ada\"])", "PrivateTool(Clients = [\"app\"], Users = [\"bob\"])", "user")]
    public void Private_tools_that_nobody_could_call_are_reported(string ofMethod, string ofClass, string nobody) => DiagnosticAssert.Reports(Id, $$"""
        [McpServerToolType, [|{{ofClass}}|]]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, {{ofMethod}}]
            public string Run() => "";
        }
        """, $"The access rules of 'Tools.Run()' contradict each other: no {nobody} is in all of its [PrivateTool] statements");

    [Theory]
    [InlineData("PublicTool(AllowAnonymous = true)")]
    [InlineData("Microsoft.AspNetCore.Authorization.AllowAnonymous")]
    public void A_claim_of_an_anonymous_caller_is_reported(string open) => DiagnosticAssert.Reports(Id, $$"""
        [McpServerToolType]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, {{open}}, [|RequireClaim("tid", EqualsArgument = "tenant")|]]
            public string Run(string tenant) => "";
        }
        """ + AspNetCore, "The access rules of 'Tools.Run(string)' contradict each other: anonymous callers are admitted, and they have no claim to compare");

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("RequireScopes(\"a\"), RequireRoles(\"clerk\"), PrivateTool(Users = [\"ada\"])")]
    [InlineData("RequireScopes(\"a\"), RequireScopes(\"a\")")]
    [InlineData("PublicTool(AllowAnonymous = true), Microsoft.AspNetCore.Authorization.AllowAnonymous")]
    public void Statements_of_one_strength_add_up(string attributes) => DiagnosticAssert.IsClean(Method(attributes));

    [Fact]
    public void Who_is_in_both_private_lists_is_left() => Assert.Contains(
        "new global::McpGen.Authorization.PrivateRule(clients: [\"app\"], users: [\"bob\"])",
        DiagnosticAssert.IsClean("""
            [McpServerToolType, PrivateTool(Users = ["ada", "bob"])]
            public partial class Tools
            {
                /// <summary>Runs.</summary>
                [McpServerTool, PrivateTool(Users = ["bob", "eve"], Clients = ["app"])]
                public string Run() => "";
            }
            """).Wrappers,
        StringComparison.Ordinal);

    private const string AspNetCore = "\n// next file\n" + AccessPolicies.Attributes;
}
