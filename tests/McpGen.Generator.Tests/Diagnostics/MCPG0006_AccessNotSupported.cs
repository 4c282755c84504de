using McpGen.Generator.Tests.Behaviour;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0006_AccessNotSupported
{
    private const string Id = "MCPG0006";

    private const string NoReference = "a policy is asked through McpGen.AspNetCore, which this project does not reference";
    private const string Schemes = "it names authentication schemes, and a wrapper runs after authentication; name them where the endpoint is mapped";
    private const string Unknown = "what it demands is decided where it is made; write [Authorize(Roles = ...)], [Authorize(Policy = ...)], or McpGen's own [RequireScopes], [RequireRoles], [PrivateTool]";

    private static readonly string s_broken = On("[|Authorize(AuthenticationSchemes = \"Bearer\")|]");

    private static string On(string attribute) => $$"""
        using Microsoft.AspNetCore.Authorization;

        [McpServerToolType]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, {{attribute}}]
            public string Run() => "";
        }
        """ + AspNetCore;

    private static string Message(string attribute, string reason) => $"[{attribute}] on 'Tools.Run()' cannot be enforced by the generated wrapper: {reason}";

    [Theory]
    [InlineData("Authorize", "Authorize", NoReference)]
    [InlineData("Authorize(\"Refund\")", "Authorize", NoReference)]
    [InlineData("Authorize(Policy = \"Refund\")", "Authorize", NoReference)]
    [InlineData("Authorize(Policy = \"Refund\", Roles = \"clerk\")", "Authorize", NoReference)]
    [InlineData("Authorize(Policy = \" \")", "Authorize", NoReference)]
    [InlineData("Authorize(Roles = null)", "Authorize", NoReference)]
    [InlineData("Authorize(AuthenticationSchemes = \"Bearer\")", "Authorize", Schemes)]
    [InlineData("Authorize(AuthenticationSchemes = \"Bearer\", Roles = \"clerk\")", "Authorize", Schemes)]
    [InlineData("Admin", "Admin", Unknown)]
    [InlineData("OfAge", "OfAge", Unknown)]
    [InlineData("Anyone", "Anyone", Unknown)]
    public void What_a_wrapper_cannot_ask_is_reported(string attribute, string name, string reason) =>
        DiagnosticAssert.Reports(Id, On($"[|{attribute}|]"), Message(name, reason));

    [Theory]
    [InlineData("[assembly: [|Admin|]]", "", "", "")]
    [InlineData("", "[[|Admin|]]", "", "")]
    [InlineData("", "[[|Anyone|]]", "", "")]
    [InlineData("", "", "[[|Admin|]]", "")]
    [InlineData("", "", "[[|Anyone|]]", "")]
    [InlineData("", "", "", "[[|Admin|]]")]
    public void A_rule_far_from_the_method_is_reported(string assembly, string baseClass, string baseMethod, string method) => DiagnosticAssert.Reports(Id, $$"""
        using Microsoft.AspNetCore.Authorization;
        {{assembly}}

        {{baseClass}}
        public abstract class Base
        {
            {{baseMethod}}
            public abstract string Run();
        }

        [McpServerToolType, PublicTool]
        public partial class Tools : Base
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            {{method}}
            public override string Run() => "";
        }
        """ + AspNetCore);

    [Fact]
    public void A_rule_on_the_other_part_of_a_partial_method_is_reported() => DiagnosticAssert.Reports(Id, """
        using Microsoft.AspNetCore.Authorization;

        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static partial string Run();

            [[|Admin|]]
            public static partial string Run() => "";
        }
        """ + AspNetCore, Message("Admin", Unknown));

    [Fact]
    public void A_rule_on_a_base_class_of_another_assembly_is_reported_at_the_method() => DiagnosticAssert.AssertReported(
        GeneratorRun.On(AccessPolicies.With("""
            [McpServerToolType, PublicTool]
            public partial class Tools : Library.Base
            {
                /// <summary>Runs.</summary>
                [McpServerTool]
                public string Run() => "";
            }
            """, "namespace Library { [Microsoft.AspNetCore.Authorization.Admin] public abstract class Base; }")),
        Id,
        new MarkedSources("""
            [McpServerToolType, PublicTool]
            public partial class Tools : Library.Base
            {
                /// <summary>Runs.</summary>
                [McpServerTool]
                public string [|Run|]() => "";
            }
            """),
        Message("Admin", Unknown));

    [Fact]
    public void A_rule_of_the_assembly_of_a_base_class_is_reported() => Assert.Contains(
        GeneratorRun.On(AccessPolicies.With("""
            [assembly: PublicTool]
            [McpServerToolType]
            public partial class Tools : Library.Base;
            """, """
            [assembly: Microsoft.AspNetCore.Authorization.Admin]
            namespace Library
            {
                public abstract class Base
                {
                    [McpServerTool, System.ComponentModel.Description("d")]
                    public string Run() => "";
                }
            }
            """)).Diagnostics,
        static diagnostic => diagnostic.Id == Id && diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture) == "[Admin] on 'Base.Run()' cannot be enforced by the generated wrapper: " + Unknown);

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("Authorize(Roles = \"clerk, auditor\")", "Requiring(\n                new global::McpGen.Authorization.RoleRule(\"clerk\", \"auditor\") { AnyOf = true });")]
    [InlineData("Authorize(Roles = \"clerk\"), Authorize(Roles = \"auditor\")", "Requiring(\n                new global::McpGen.Authorization.RoleRule(\"clerk\") { AnyOf = true },\n                new global::McpGen.Authorization.RoleRule(\"auditor\") { AnyOf = true });")]
    [InlineData("Authorize(Roles = \"clerk\", AuthenticationSchemes = \"\")", "Requiring(\n                new global::McpGen.Authorization.RoleRule(\"clerk\") { AnyOf = true });")]
    [InlineData("AllowAnonymous", "Anyone;")]
    public void What_claims_decide_is_enforced_without_the_package(string attribute, string expected) =>
        Assert.Contains($"Access Run = global::McpGen.Authorization.Access.{expected}", DiagnosticAssert.IsClean(On(attribute)).Wrappers, StringComparison.Ordinal);

    [Theory]
    [InlineData("Authorize", "null")]
    [InlineData("Authorize(\"Refund\")", "\"Refund\"")]
    [InlineData("Authorize(Policy = \"Refund\")", "\"Refund\"")]
    [InlineData("Authorize(\"Sale\", Policy = \"Refund\")", "\"Refund\"")]
    public void A_policy_is_enforced_with_the_package(string attribute, string policy) => Assert.Contains(
        $"new global::McpGen.AspNetCore.AuthorizationPolicyRule({policy})",
        AccessPolicies.Run(On(attribute).Split("// next file")[0]).AssertClean().Wrappers,
        StringComparison.Ordinal);

    [Fact]
    public void A_class_that_is_left_out_on_purpose_keeps_its_rule() =>
        Assert.Empty(GeneratorRun.Of(new MarkedSources(s_broken.Replace("[McpServerToolType]", "[McpServerToolType, NotHardened(\"old\")]", StringComparison.Ordinal)).Files).Diagnostics);

    private const string AspNetCore = "\n// next file\n" + AccessPolicies.Attributes;
}
