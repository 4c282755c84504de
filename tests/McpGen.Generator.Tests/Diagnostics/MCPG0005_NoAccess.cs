namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0005_NoAccess
{
    private const string Id = "MCPG0005";

    private const string Broken = """
        [McpServerToolType]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static string [|Run|](int x) => "";
        }
        """;

    private static string Message(string method) =>
        $"'{method}' does not state who may call it; add [PublicTool] to it or to its class, or [assembly: McpGen.PublicTool] for every tool that is silent";

    [Fact]
    public void A_tool_that_says_nothing_is_reported() => DiagnosticAssert.Reports(Id, Broken, Message("Tools.Run(int)"));

    [Fact]
    public void Each_tool_that_says_nothing_is_reported() => DiagnosticAssert.Reports(Id, """
        [McpServerToolType]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string [|Run|]() => "";

            /// <summary>Walks.</summary>
            [McpServerTool, PublicTool]
            public string Walk() => "";

            /// <summary>Rests.</summary>
            [McpServerTool]
            public string [|Rest|]() => "";
        }
        """, Message("Tools.Run()"), Message("Tools.Rest()"));

    [Fact]
    public void An_inherited_tool_that_says_nothing_is_reported_where_it_stands() => DiagnosticAssert.Reports(Id, """
        [McpServerToolType]
        public partial class Tools : Base;
        // next file
        public abstract class Base
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string [|Run|]() => "";
        }
        """, Message("Base.Run()"));

    [Fact]
    public void What_an_interface_says_does_not_count() => DiagnosticAssert.Reports(Id, """
        public interface ITools
        {
            [PublicTool]
            string Run();
        }

        [McpServerToolType]
        public partial class Tools : ITools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string [|Run|]() => "";
        }
        """, Message("Tools.Run()"));

    [Fact]
    public void What_the_class_around_says_does_not_count() => DiagnosticAssert.Reports(Id, """
        [PublicTool]
        public static partial class Outer
        {
            [McpServerToolType]
            public static partial class Tools
            {
                /// <summary>Runs.</summary>
                [McpServerTool]
                public static string [|Run|]() => "";
            }
        }
        """, Message("Outer.Tools.Run()"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, Broken);

    [Theory]
    [InlineData("", "", "", ", PublicTool")]
    [InlineData("", "", ", PublicTool", "")]
    [InlineData("", "[PublicTool]", "", "")]
    [InlineData("[assembly: PublicTool]", "", "", "")]
    public void A_statement_near_or_far_is_enough(string assembly, string baseClass, string ownClass, string method) => DiagnosticAssert.IsClean($$"""
        {{assembly}}
        {{baseClass}}
        public abstract class Base;

        [McpServerToolType{{ownClass}}]
        public partial class Tools : Base
        {
            /// <summary>Runs.</summary>
            [McpServerTool{{method}}]
            public string Run() => "";
        }
        """);

    [Fact]
    public void A_statement_on_the_overridden_method_is_enough() => DiagnosticAssert.IsClean("""
        public abstract class Base
        {
            /// <summary>Runs.</summary>
            [McpServerTool, PublicTool, Description("Runs.")]
            public abstract string Run();
        }

        [McpServerToolType]
        public partial class Tools : Base
        {
            public override string Run() => "";
        }
        """);
}
