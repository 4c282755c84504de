namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0008_ToolNameClash
{
    private const string Id = "MCPG0008";

    private const string Broken = """
        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static string Run() => "";

            /// <summary>Runs twice.</summary>
            [McpServerTool]
            public static string [|Run|](int x) => "";
        }
        """;

    private static string Message(string name, string other) => $"The tool name '{name}' is used by '{other}' too; give one of them another [McpServerTool(Name = ...)]";

    [Fact]
    public void Overloads_are_reported() => DiagnosticAssert.Reports(Id, Broken, Message("run", "Tools.Run"));

    [Fact]
    public void Namesakes_in_two_classes_are_reported() => DiagnosticAssert.Reports(Id, """
        namespace Bank
        {
            [McpServerToolType, PublicTool]
            public static partial class Tools
            {
                /// <summary>Runs.</summary>
                [McpServerTool]
                public static string Run() => "";
            }
        }
        // next file
        namespace Shop
        {
            [McpServerToolType, PublicTool]
            public static partial class Tools
            {
                /// <summary>Runs.</summary>
                [McpServerTool]
                public static Task<string> [|RunAsync|]() => Task.FromResult("");
            }
        }
        """, Message("run", "Bank.Tools.Run"));

    [Fact]
    public void A_stated_name_that_is_taken_is_reported() => DiagnosticAssert.Reports(Id, """
        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static string Run() => "";

            /// <summary>Walks.</summary>
            [McpServerTool(Name = "run")]
            public static string [|Walk|]() => "";
        }
        """, Message("run", "Tools.Run"));

    [Fact]
    public void A_tool_that_two_classes_inherit_is_reported_where_it_stands() => DiagnosticAssert.Reports(Id, """
        public abstract class Base
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string [|Run|]() => "";
        }

        [McpServerToolType, PublicTool]
        public partial class First : Base;

        [McpServerToolType, PublicTool]
        public partial class Second : Base;
        """, Message("run", "First.Run"));

    [Fact]
    public void Each_overload_beyond_the_first_is_reported_where_it_stands() => DiagnosticAssert.Reports(Id, """
        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static string Run() => "";

            /// <summary>Runs twice.</summary>
            [McpServerTool]
            public static string [|Run|](int x) => "";

            /// <summary>Runs for ever.</summary>
            [McpServerTool]
            public static string [|Run|](bool x) => "";

            public static string Run(string noTool) => "";
        }
        """, Message("run", "Tools.Run"), Message("run", "Tools.Run"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, Broken);

    [Fact]
    public void Overloads_of_different_names_are_wrapped() => DiagnosticAssert.IsClean("""
        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static string Run() => "";

            /// <summary>Runs twice.</summary>
            [McpServerTool(Name = "run_twice")]
            public static string Run(int x) => "";

            /// <summary>Runs, in another case.</summary>
            [McpServerTool(Name = "Run")]
            public static string Run(bool x) => "";

            public static string Run(string noTool) => "";
        }
        """);
}
