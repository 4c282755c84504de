using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0003_NoWrapper
{
    private const string Id = "MCPG0003";

    private const string Broken = """
        [PublicTool]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static string [|Run|]() => "";
        }
        """;

    private const string NotMarked = "'Tools' is not marked [McpServerToolType]; mark it";
    private const string NotOrdinary = "it is no ordinary method; declare a method that calls it";

    private static string Message(string method, string reason) =>
        $"'{method}' is marked [McpServerTool] but gets no wrapper because {reason}, or mark the type [NotHardened(\"reason\")]";

    [Fact]
    public void A_tool_of_an_unmarked_class_is_reported() => DiagnosticAssert.Reports(Id, Broken, Message("Tools.Run()", NotMarked));

    [Theory]
    [InlineData("public class Tools { [McpServerTool] private string [|Run|]() => \"\"; }", "Tools.Run()", NotMarked)]
    [InlineData("public record Tools { [McpServerTool] public string [|Run|](int x) => \"\"; }", "Tools.Run(int)", NotMarked)]
    [InlineData("public abstract class Tools { [McpServerTool] public static string [|Run|]() => \"\"; }", "Tools.Run()", NotMarked)]
    [InlineData("public interface ITools { [McpServerTool] string [|Run|](); }", "ITools.Run()", "an interface's methods are not called by their own name; mark the method of the class that implements it")]
    [InlineData("public struct Tools { [McpServerTool] public string [|Run|]() => \"\"; }", "Tools.Run()", "a struct cannot be a tool class; make it a class")]
    [InlineData("public class Tools { public string Name { [McpServerTool] [|get|] => \"\"; } }", "Tools.Name.get", NotOrdinary)]
    [InlineData("public class Tools { [McpServerTool] public static Tools operator [|+|](Tools a, Tools b) => a; }", "Tools.operator +(Tools, Tools)", NotOrdinary)]
    [InlineData("public class Tools { public string Run() { return Inner(); [McpServerTool] static string [|Inner|]() => \"\"; } }", "Inner()", NotOrdinary)]
    [InlineData("public class Tools { public Func<string> Run = [|[McpServerTool] () => \"\"|]; }", "lambda expression", NotOrdinary)]
    public void A_tool_where_no_wrapper_is_made_is_reported(string source, string method, string reason) =>
        DiagnosticAssert.Reports(Id, source, Message(method, reason));

    [Fact]
    public void A_tool_of_a_class_with_a_namesake_of_the_attribute_is_reported() => DiagnosticAssert.Reports(Id, """
        namespace Own
        {
            public sealed class McpServerToolTypeAttribute : Attribute;

            [Own.McpServerToolType]
            public static partial class Tools
            {
                [McpServerTool]
                public static string [|Run|]() => "";
            }
        }
        """, Message("Tools.Run()", "'Own.Tools' is not marked [McpServerToolType]; mark it"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, Broken);

    [Fact]
    public void A_local_function_in_a_hardened_class_is_reported_although_the_class_has_wrappers()
    {
        var sources = new MarkedSources(ToolSource.Holding("""
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static string Run()
            {
                return Inner();

                [McpServerTool]
                static string [|Inner|]() => "";
            }
            """));
        GeneratorRun run = GeneratorRun.Of(sources.Files);

        Diagnostic found = Assert.Single(run.Diagnostics);
        Assert.Equal((Id, "Inner"), (found.Id, found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)));
    }

    [Theory]
    [InlineData("[McpServerToolType, PublicTool] public static partial class Tools { [McpServerTool, Description(\"Runs.\")] public static string Run() => \"\"; }")]
    [InlineData("public interface ITools { string Run(); } [McpServerToolType, PublicTool] public partial class Tools : ITools { [McpServerTool, Description(\"Runs.\")] public string Run() => \"\"; }")]
    [InlineData("public abstract class Base { [McpServerTool, Description(\"Runs.\")] public string Run() => \"\"; } [McpServerToolType, PublicTool] public partial class Tools : Base;")]
    [InlineData("namespace A { using T = McpServerToolTypeAttribute; using M = McpServerToolAttribute; [T, PublicTool] public static partial class Tools { [M, Description(\"Runs.\")] public static string Run() => \"\"; } }")]
    public void A_tool_of_a_marked_class_is_wrapped(string source) => DiagnosticAssert.IsClean(source);

    [Theory]
    [InlineData("[NotHardened(\"old\")] public class Tools { [McpServerTool] public static string Run() => \"\"; }")]
    [InlineData("[NotHardened(\"old\")] public struct Tools { [McpServerTool] public string Run() => \"\"; }")]
    [InlineData("[NotHardened(\"old\")] public interface ITools { [McpServerTool] string Run(); }")]
    [InlineData("[McpServerToolType, NotHardened(\"old\")] public class Tools<T> { [McpServerTool] public static string Run() => \"\"; }")]
    public void A_class_that_is_left_out_on_purpose_is_not_reported(string source) =>
        Assert.Empty(GeneratorRun.Of(source).AssertClean().Diagnostics);
}
