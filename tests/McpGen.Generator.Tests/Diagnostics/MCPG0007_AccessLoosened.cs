using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0007_AccessLoosened
{
    private const string Id = "MCPG0007";

    private const string Broken = """
        [McpServerToolType, PublicTool]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, [|PublicTool(AllowAnonymous = true)|]]
            public string Run() => "";
        }
        """;

    [Theory]
    [InlineData(Broken)]
    [InlineData("""
        [PublicTool]
        public abstract class Base;

        [McpServerToolType]
        public partial class Tools : Base
        {
            /// <summary>Runs.</summary>
            [McpServerTool, [|PublicTool(AllowAnonymous = true)|]]
            public string Run() => "";
        }
        """)]
    public void A_method_that_loosens_its_class_is_reported(string source) => DiagnosticAssert.Reports(
        Id, source, "[PublicTool(AllowAnonymous = true)] on 'Tools.Run()' loosens what its class states; a nearer rule can only tighten");

    [Fact]
    public void An_override_that_loosens_what_it_overrides_is_reported() => DiagnosticAssert.Reports(Id, """
        public abstract class Base
        {
            [McpServerTool, PublicTool]
            public abstract string Run();
        }

        [McpServerToolType]
        public partial class Tools : Base
        {
            /// <summary>Runs.</summary>
            [[|PublicTool(AllowAnonymous = true)|]]
            public override string Run() => "";
        }
        """);

    [Fact]
    public void A_class_that_loosens_its_base_is_reported() => DiagnosticAssert.Reports(Id, """
        [PublicTool]
        public abstract class Base;

        [McpServerToolType, [|PublicTool(AllowAnonymous = true)|]]
        public partial class Tools : Base
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string Run() => "";
        }
        """);

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, Broken);

    [Theory]
    [InlineData("", "PublicTool", "PublicTool", "Authenticated")]
    [InlineData("", "PublicTool(AllowAnonymous = true)", "PublicTool", "Authenticated")]
    [InlineData("", "PublicTool(AllowAnonymous = true)", "PublicTool(AllowAnonymous = true)", "Anyone")]
    [InlineData("[assembly: PublicTool]", "Obsolete", "PublicTool(AllowAnonymous = true)", "Anyone")]
    [InlineData("[assembly: PublicTool(AllowAnonymous = true)]", "PublicTool", "Obsolete", "Authenticated")]
    public void A_nearer_rule_that_tightens_is_enforced(string assembly, string ofClass, string ofMethod, string expected)
    {
        GeneratorRun run = DiagnosticAssert.IsClean($$"""
            {{assembly}}
            [McpServerToolType, {{ofClass}}]
            public partial class Tools
            {
                /// <summary>Runs.</summary>
                [McpServerTool, {{ofMethod}}]
                public string Run() => "";
            }
            """);

        Assert.Contains($"Access Run = global::McpGen.Authorization.Access.{expected};", run.Wrappers, StringComparison.Ordinal);
    }
}
