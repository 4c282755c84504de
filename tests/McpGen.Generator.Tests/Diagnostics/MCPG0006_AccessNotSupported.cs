using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0006_AccessNotSupported
{
    private const string Id = "MCPG0006";

    /// <summary>ASP.NET Core's own, as far as the parser looks at them.</summary>
    private const string Attributes = """

        // next file
        namespace Microsoft.AspNetCore.Authorization
        {
            public interface IAuthorizeData { string? Policy { get; set; } }
            public interface IAllowAnonymous;
            public interface IAuthorizationRequirementData;

            [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
            public class AuthorizeAttribute : Attribute, IAuthorizeData { public string? Policy { get; set; } }

            [AttributeUsage(AttributeTargets.All, Inherited = false)]
            public sealed class AllowAnonymousAttribute : Attribute, IAllowAnonymous;

            [AttributeUsage(AttributeTargets.All)]
            public sealed class OfAgeAttribute : Attribute, IAuthorizationRequirementData;

            [AttributeUsage(AttributeTargets.All)]
            public sealed class AdminAttribute : AuthorizeAttribute;
        }
        """;

    private const string Broken = """
        using Microsoft.AspNetCore.Authorization;

        [McpServerToolType, PublicTool]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, [|Authorize(Policy = "admin")|]]
            public string Run() => "";
        }
        """ + Attributes;

    private static string Message(string attribute, string method) =>
        $"[{attribute}] on '{method}' is not enforced by the generated wrapper; remove it and state the access with [PublicTool], or mark the class [NotHardened(\"reason\")]";

    [Fact]
    public void A_rule_on_the_method_is_reported() => DiagnosticAssert.Reports(Id, Broken, Message("Authorize", "Tools.Run()"));

    [Theory]
    [InlineData("Authorize")]
    [InlineData("AllowAnonymous")]
    [InlineData("OfAge")]
    [InlineData("Admin")]
    public void Every_kind_of_rule_is_reported(string attribute) => DiagnosticAssert.Reports(Id, $$"""
        using Microsoft.AspNetCore.Authorization;

        [McpServerToolType, PublicTool, [|{{attribute}}|]]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string Run() => "";
        }
        """ + Attributes, Message(attribute, "Tools.Run()"));

    [Theory]
    [InlineData("[assembly: [|Authorize|]]", "", "", "")]
    [InlineData("", "[[|Authorize|]]", "", "")]
    [InlineData("", "[[|AllowAnonymous|]]", "", "")]
    [InlineData("", "", "[[|Authorize|]]", "")]
    [InlineData("", "", "[[|AllowAnonymous|]]", "")]
    [InlineData("", "", "", "[[|Authorize|]]")]
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
        """ + Attributes);

    [Fact]
    public void A_rule_on_the_other_part_of_a_partial_method_is_reported() => DiagnosticAssert.Reports(Id, """
        using Microsoft.AspNetCore.Authorization;

        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static partial string Run();

            [[|Authorize|]]
            public static partial string Run() => "";
        }
        """ + Attributes, Message("Authorize", "Tools.Run()"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, Broken);

    [Fact]
    public void The_tool_without_the_rule_is_wrapped() =>
        DiagnosticAssert.IsClean(Broken.Replace(", [|Authorize(Policy = \"admin\")|]", "", StringComparison.Ordinal));

    [Fact]
    public void A_class_that_is_left_out_on_purpose_keeps_its_rule() =>
        Assert.Empty(GeneratorRun.Of(new MarkedSources(Broken.Replace("PublicTool", "NotHardened(\"old\")", StringComparison.Ordinal)).Files).Diagnostics);
}
