using McpGen.Generator.Tests.Behaviour;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0007_AccessLoosened
{
    private const string Id = "MCPG0007";

    private static readonly string s_broken = Class("PublicTool", "[|PublicTool(AllowAnonymous = true)|]");

    private static string Class(string ofClass, string ofMethod) => $$"""
        [McpServerToolType, {{ofClass}}]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, {{ofMethod}}]
            public string Run() => "";
        }
        """;

    private static string Message(string attribute, string loosened) => $"[{attribute}] on 'Tools.Run()' loosens what {loosened} states; a nearer rule can only tighten";

    /// <summary>Statements, the stricter one first.</summary>
    public static TheoryData<string, string, string> Loosened => new()
    {
        { "PublicTool", "PublicTool(AllowAnonymous = true)", "PublicTool(AllowAnonymous = true)" },
        { "PublicTool", "Microsoft.AspNetCore.Authorization.AllowAnonymous", "AllowAnonymous" },
        { "RequireScopes(\"a\")", "PublicTool", "PublicTool" },
        { "RequireScopes(\"a\")", "PublicTool(AllowAnonymous = true)", "PublicTool(AllowAnonymous = true)" },
        { "RequireScopes(\"a\")", "Microsoft.AspNetCore.Authorization.AllowAnonymous", "AllowAnonymous" },
        { "RequireRoles(\"clerk\")", "PublicTool", "PublicTool" },
        { "PrivateTool(Clients = [\"app\"])", "PublicTool", "PublicTool" },
        { "Microsoft.AspNetCore.Authorization.Authorize(Roles = \"clerk\")", "PublicTool", "PublicTool" },
        { "Microsoft.AspNetCore.Authorization.Authorize(Roles = \"clerk\")", "Microsoft.AspNetCore.Authorization.AllowAnonymous", "AllowAnonymous" },
    };

    [Theory]
    [MemberData(nameof(Loosened))]
    public void A_method_that_loosens_its_class_is_reported(string strict, string loose, string name) =>
        DiagnosticAssert.Reports(Id, Class(strict, $"[|{loose}|]") + AspNetCore, Message(name, "its class"));

    [Theory]
    [MemberData(nameof(Loosened))]
    public void A_method_that_loosens_the_base_of_its_class_is_reported(string strict, string loose, string name) => DiagnosticAssert.Reports(Id, $$"""
        [{{strict}}]
        public abstract class Base;

        public abstract class Between : Base;

        [McpServerToolType]
        public partial class Tools : Between
        {
            /// <summary>Runs.</summary>
            [McpServerTool, [|{{loose}}|]]
            public string Run() => "";
        }
        """ + AspNetCore, Message(name, "its class"));

    [Theory]
    [MemberData(nameof(Loosened))]
    public void An_override_that_loosens_what_it_overrides_is_reported(string strict, string loose, string name) => DiagnosticAssert.Reports(Id, $$"""
        public abstract class Base<T>
        {
            [McpServerTool, {{strict}}]
            public abstract T Run();
        }

        public abstract class Between : Base<string>;

        [McpServerToolType]
        public partial class Tools : Between
        {
            /// <summary>Runs.</summary>
            [[|{{loose}}|]]
            public override string Run() => "";
        }
        """ + AspNetCore, Message(name, "the method it overrides"));

    [Theory]
    [MemberData(nameof(Loosened))]
    public void A_class_that_loosens_its_base_is_reported(string strict, string loose, string name) => DiagnosticAssert.Reports(Id, $$"""
        [{{strict}}]
        public abstract class Base<T>;

        [McpServerToolType, [|{{loose}}|]]
        public partial class Tools : Base<int>
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string Run() => "";
        }
        """ + AspNetCore, Message(name, "its base class"));

    [Fact]
    public void A_method_that_is_stricter_than_its_class_does_not_hide_that_the_class_loosens_its_base() => DiagnosticAssert.Reports(Id, """
        [RequireScopes("a")]
        public abstract class Base;

        [McpServerToolType, [|PublicTool|]]
        public partial class Tools : Base
        {
            /// <summary>Runs.</summary>
            [McpServerTool, RequireRoles("clerk")]
            public string Run() => "";
        }
        """, Message("PublicTool", "its base class"));

    [Fact]
    public void A_base_of_another_assembly_is_loosened_too() => DiagnosticAssert.AssertReported(
        GeneratorRun.On(AccessPolicies.With(new MarkedSources(Derived).Files[0], """
            namespace Library
            {
                public abstract class Base
                {
                    [McpServerTool, PrivateTool(Users = ["ada"])]
                    public abstract string Run();
                }
            }
            """)),
        Id, new MarkedSources(Derived), Message("PublicTool", "the method it overrides"));

    [Fact]
    public void What_the_assembly_of_a_base_class_states_is_not_loosened_by_this_one()
    {
        const string Source = """
            [assembly: [|PublicTool|]]
            [McpServerToolType]
            public partial class Tools : Library.Base;
            """;
        DiagnosticAssert.AssertReported(
            GeneratorRun.On(AccessPolicies.With(new MarkedSources(Source).Files[0], """
                [assembly: RequireRoles("admin")]
                namespace Library
                {
                    public abstract class Base
                    {
                        /// <summary>Runs.</summary>
                        [McpServerTool, System.ComponentModel.Description("d")]
                        public string Run() => "";
                    }
                }
                """)),
            Id, new MarkedSources(Source), "[PublicTool] on 'Base.Run()' loosens what the assembly of its base class states; a nearer rule can only tighten");
    }

    private const string Derived = """
        [McpServerToolType]
        public partial class Tools : Library.Base
        {
            /// <summary>Runs.</summary>
            [[|PublicTool|]]
            public override string Run() => "";
        }
        """;

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("", "PublicTool", "PublicTool", "Authenticated;")]
    [InlineData("", "PublicTool(AllowAnonymous = true)", "PublicTool", "Authenticated;")]
    [InlineData("", "PublicTool(AllowAnonymous = true)", "PublicTool(AllowAnonymous = true)", "Anyone;")]
    [InlineData("", "PublicTool(AllowAnonymous = true)", "RequireScopes(\"a\")", "Requiring(")]
    [InlineData("", "PublicTool", "PrivateTool(Users = [\"ada\"])", "Requiring(")]
    [InlineData("[assembly: PublicTool]", "Obsolete", "PublicTool(AllowAnonymous = true)", "Anyone;")]
    [InlineData("[assembly: RequireScopes(\"a\")]", "Obsolete", "PublicTool", "Authenticated;")]
    [InlineData("[assembly: PublicTool(AllowAnonymous = true)]", "PublicTool", "Obsolete", "Authenticated;")]
    [InlineData("[assembly: RequireScopes(\"a\")]", "Obsolete", "Obsolete", "Requiring(")]
    public void A_nearer_rule_that_tightens_is_enforced(string assembly, string ofClass, string ofMethod, string expected) => Assert.Contains(
        $"Access Run = global::McpGen.Authorization.Access.{expected}", DiagnosticAssert.IsClean($"{assembly}\n{Class(ofClass, ofMethod)}").Wrappers, StringComparison.Ordinal);

    private const string AspNetCore = "\n// next file\n" + AccessPolicies.Attributes;
}
