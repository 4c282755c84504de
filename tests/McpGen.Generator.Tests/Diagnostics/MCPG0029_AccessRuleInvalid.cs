using McpGen.Generator.Tests.Behaviour;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0029_AccessRuleInvalid
{
    private const string Id = "MCPG0029";
    private const string Scope = "a scope is printable ASCII without space, quotation mark and backslash (RFC 6749 section 3.3)";

    private static readonly string s_broken = On("[|RequireScopes|]");

    private static string On(string attribute) => $$"""
        [McpServerToolType]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, {{attribute}}]
            public string Run() => "";
        }
        """ + AspNetCore;

    /// <summary>A statement that says nothing, or nothing that could be enforced, and what is said about it.</summary>
    public static TheoryData<string, string> Empty => new()
    {
        { "RequireScopes", "names no scope" },
        { "RequireScopes()", "names no scope" },
        { "RequireScopes(null)", "names no scope" },
        { "RequireScopes([])", "names no scope" },
        { "RequireScopes(new string[0], AnyOf = true)", "names no scope" },
        { "RequireScopes((string)null!)", $"names ''; {Scope}" },
        { "RequireScopes(\"\")", $"names ''; {Scope}" },
        { "RequireScopes(\" \")", $"names ' '; {Scope}" },
        { "RequireScopes(\"a b\")", $"names 'a b'; {Scope}" },
        { "RequireScopes(\"a\", \"b \")", $"names 'b '; {Scope}" },
        { "RequireScopes(\"a\\tb\")", $"names 'a\tb'; {Scope}" },
        { "RequireScopes(\"a\\u00a0b\")", $"names 'a\u00a0b'; {Scope}" },
        { "RequireScopes(\"caf\\u00e9\")", $"names 'caf\u00e9'; {Scope}" },
        { "RequireScopes(\"a\\\"b\")", $"names 'a\"b'; {Scope}" },
        { "RequireScopes(\"a\\\\b\")", $"names 'a\\b'; {Scope}" },
        { "RequireScopes(\"a\\u007f\")", $"names 'a\u007f'; {Scope}" },
        { "RequireRoles", "names no role" },
        { "RequireRoles(null)", "names no role" },
        { "RequireRoles(\"\")", "names an empty role" },
        { "RequireRoles(\"clerk\", \" \")", "names an empty role" },
        { "RequireRoles((string)null!)", "names an empty role" },
        { "PrivateTool", "names neither clients nor users; say for whom the tool exists" },
        { "PrivateTool(Clients = null)", "names neither clients nor users; say for whom the tool exists" },
        { "PrivateTool(Clients = null, Users = null)", "names neither clients nor users; say for whom the tool exists" },
        { "PrivateTool(Clients = [])", "has an empty list, so nobody could call the tool" },
        { "PrivateTool(Clients = [\"app\"], Users = [])", "has an empty list, so nobody could call the tool" },
        { "PrivateTool(Clients = [\"\"])", "has an empty name" },
        { "PrivateTool(Users = [\"ada\", null!])", "has an empty name" },
        { "Microsoft.AspNetCore.Authorization.Authorize(Roles = \"\")", "names an empty role" },
        { "Microsoft.AspNetCore.Authorization.Authorize(Roles = \" , \")", "names an empty role" },
    };

    [Theory]
    [MemberData(nameof(Empty))]
    public void A_statement_that_cannot_be_enforced_is_reported(string attribute, string reason) =>
        DiagnosticAssert.Reports(Id, On($"[|{attribute}|]"), $"[{NameOf(attribute)}] on 'Tools.Run()' {reason}");

    [Theory]
    [MemberData(nameof(Empty))]
    public void So_is_one_of_a_base_class(string attribute, string reason) => DiagnosticAssert.Reports(Id, $$"""
        [[|{{attribute}}|]]
        public abstract class Base<T>;

        [McpServerToolType]
        public partial class Tools : Base<int>
        {
            /// <summary>Runs.</summary>
            [McpServerTool, RequireScopes("a")]
            public string Run() => "";
        }
        """ + AspNetCore, $"[{NameOf(attribute)}] on 'Base<int>' {reason}");

    [Theory]
    [InlineData("[assembly: [|RequireScopes|]]")]
    [InlineData("[assembly: [|RequireRoles(\" \")|]]")]
    [InlineData("[assembly: [|PrivateTool|]]")]
    public void So_is_one_of_the_assembly(string attribute) => DiagnosticAssert.Reports(Id, attribute + "\n" + On("Obsolete"));

    [Theory]
    [InlineData("\"\", \"a\"")]
    [InlineData("\"a\", \"b c\"")]
    [InlineData("null!, \"a\"")]
    [InlineData("\"a\", null!")]
    [InlineData("\"files:*\", \"a\\\"\"")]
    public void An_implication_of_what_is_no_scope_is_reported(string pair) => DiagnosticAssert.Reports(
        Id, $"[assembly: [|ScopeImplies({pair})|]]\n" + On("RequireScopes(\"a\")"), $"[ScopeImplies] on 'Tools' names what is no scope; {Scope}");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("null!")]
    public void A_claim_without_a_type_is_reported(string type) => DiagnosticAssert.Reports(Id, $$"""
        [McpServerToolType, PublicTool]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, [|RequireClaim({{type}}, EqualsArgument = "tenant")|]]
            public string Run(string tenant) => "";
        }
        """, "[RequireClaim] on 'Tools.Run(string)' names no claim");

    [Theory]
    [InlineData("")]
    [InlineData("\"a b\", ")]
    [InlineData("null, ")]
    public void Scopes_for_some_values_are_held_to_the_same_rules(string scopes) => DiagnosticAssert.Reports(Id, $$"""
        [McpServerToolType, PublicTool]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, [|RequireScopes({{scopes}}WhenArgument = "force", Is = true)|]]
            public string Run(bool force) => "";
        }
        """);

    [Theory]
    [InlineData("RequireRoles(\"clerk\")")]
    [InlineData("RequireScopes(\"a\")")]
    [InlineData("PrivateTool(Users = [\"ada\"])")]
    public void A_restriction_that_does_not_reach_a_tool_is_reported(string attribute) => DiagnosticAssert.Reports(Id, $$"""
        [[|{{attribute}}|]]
        public static partial class Outer
        {
            [McpServerToolType, PublicTool]
            public static partial class Inner
            {
                /// <summary>Runs.</summary>
                [McpServerTool, [|RequireScopes|]] public static string Run() => "";

                [[|{{attribute}}|]] public static string Help() => "";
            }
        }

        [[|{{attribute}}|]]
        public sealed class Plain;
        """);

    [Theory]
    [InlineData("public abstract class Base { [RequireScopes(\"a\")] public abstract string Run(); }")]
    [InlineData("[RequireScopes(\"a\")] public abstract class Base { public abstract string Run(); }")]
    public void A_restriction_that_a_derived_class_takes_up_is_clean(string declaration) => DiagnosticAssert.IsClean(declaration + """

        [McpServerToolType]
        public partial class Tools : Base
        {
            /// <summary>Runs.</summary>
            [McpServerTool] public override string Run() => "";
        }
        """);

    /// <summary>Restrictions where no wrapper is, or may be made, for them.</summary>
    public static TheoryData<string> Strays => ["RequireScopes(\"a\")", "RequireRoles(\"clerk\")", "PrivateTool(Users = [\"ada\"])", "RequireClaim(\"tid\", EqualsArgument = \"x\")"];

    [Theory]
    [MemberData(nameof(Strays))]
    public void A_restriction_where_nothing_enforces_it_is_reported(string attribute)
    {
        string name = NameOf(attribute);
        DiagnosticAssert.Reports(Id, $$"""
            [McpServerToolType, NotHardened("old"), [|{{attribute}}|]]
            public class Old
            {
                [McpServerTool, [|{{attribute}}|]] public string Run(string x) => "";
            }

            public interface ITools
            {
                [[|{{attribute}}|]] string Run(string x);
            }

            [McpServerPromptType, [|{{attribute}}|]]
            public class Prompts
            {
                [McpServerPrompt, [|{{attribute}}|]] public string Run(string x) => "";
            }

            [McpServerResourceType]
            public class Resources
            {
                [McpServerResource, [|{{attribute}}|]] public string Run(string x)
                {
                    [[|{{attribute}}|]] string Local(string x) => x;
                    return Local(x);
                }
            }
            """,
            $"[{name}] on 'Old' is not enforced, because 'Old' is marked [NotHardened]",
            $"[{name}] on 'Old.Run(string)' is not enforced, because 'Old' is marked [NotHardened]",
            $"[{name}] on 'ITools.Run(string)' is not enforced, because what an interface says does not hold for the method that implements it; put it there",
            $"[{name}] on 'Prompts' is not enforced, because only tools have wrappers; prompts and resources have none yet",
            $"[{name}] on 'Prompts.Run(string)' is not enforced, because only tools have wrappers; prompts and resources have none yet",
            $"[{name}] on 'Resources.Run(string)' is not enforced, because only tools have wrappers; prompts and resources have none yet",
            $"[{name}] on 'Local(string)' is not enforced, because it stands on a method that is no tool");
    }

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it_there_either(Silencer silencer) =>
        DiagnosticAssert.StaysInSpiteOf(silencer, Id, "[McpServerToolType, NotHardened(\"old\"), RequireScopes(\"a\")] public class Old;");

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("RequireScopes(\"!#[]~:/*.\")")]
    [InlineData("RequireScopes([\"a\", \"b\"])")]
    [InlineData("RequireRoles(\"Chief Clerk\")")]
    [InlineData("PrivateTool(Clients = [\"app\"])")]
    [InlineData("PrivateTool(Users = [\"https://issuer|ada\"])")]
    public void A_statement_that_says_who_is_clean(string attribute) => DiagnosticAssert.IsClean(On(attribute));

    private static string NameOf(string attribute) => attribute.Split('(')[0].Split('.')[^1];

    private const string AspNetCore = "\n// next file\n" + AccessPolicies.Attributes;
}
