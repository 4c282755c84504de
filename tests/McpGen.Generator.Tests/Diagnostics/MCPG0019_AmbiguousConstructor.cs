namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0019_AmbiguousConstructor
{
    private const string Id = "MCPG0019";

    private const string Tool = "/// <summary>Runs.</summary>\n[McpServerTool] public string Run() => \"\";";

    private const string OfClass = "mark the one to use [ActivatorUtilitiesConstructor]";
    private const string OfArgument = "mark the one to use [JsonConstructor]";

    private static readonly string s_broken = ToolClass("public Tools() { } public Tools(IServiceProvider services) { }");

    private static string ToolClass(string constructors) => $"[McpServerToolType, PublicTool] public partial class [|Tools|] {{ {constructors} {Tool} }}";

    private static string Message(string type, string what, string advice) => $"'{type}' has {what}; {advice}";

    [Theory]
    [InlineData("public Tools() { } public Tools(IServiceProvider services) { }", "2 constructors")]
    [InlineData("private Tools() { } internal Tools(IServiceProvider services) { }", "2 constructors")]
    [InlineData("[ActivatorUtilitiesConstructor] public Tools() { } [ActivatorUtilitiesConstructor] public Tools(IServiceProvider services) { }", "several marked constructors")]
    public void A_tool_class_with_several_constructors_is_reported(string constructors, string what) =>
        DiagnosticAssert.Reports(Id, ToolClass(constructors), Message("Tools", what, OfClass));

    [Theory]
    [InlineData("public class Filter { public Filter(int a) { } public Filter(int a, int b) { } }", "2 constructors")]
    [InlineData("public struct Filter { public Filter(int a) { } public Filter(int a, int b) { } }", "2 constructors")]
    [InlineData("public class Filter { [JsonConstructor] public Filter() { } [JsonConstructor] public Filter(int a) { } }", "several marked constructors")]
    [InlineData("public class Filter { private Filter() { } }", "no constructor that the tool class can call")]
    public void An_argument_whose_constructor_is_unclear_is_reported(string type, string what) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter [|filter|]", type), Message("Filter", what, OfArgument));

    [Fact]
    public void A_marked_constructor_out_of_reach_is_reported_and_no_other_taken() => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Filter [|filter|]", "public class Filter { [JsonConstructor] private Filter(int a) { A = a; } public Filter() { } public int A { get; set; } }"));

    [Fact]
    public void A_nested_object_is_reported_at_the_member_that_holds_it() => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Outer outer", "public sealed record Outer(Filter [|Filter|]); public class Filter { private Filter() { } }"),
        Message("Filter", "no constructor that the tool class can call", OfArgument));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("")]
    [InlineData("private Tools() { }")]
    [InlineData("public Tools(IServiceProvider services) { } private Tools() { }")]
    [InlineData("public Tools() { } [ActivatorUtilitiesConstructor] public Tools(IServiceProvider services) { }")]
    public void A_tool_class_with_one_constructor_to_use_is_wrapped(string constructors) => DiagnosticAssert.IsClean(ToolClass(constructors));

    [Theory]
    [InlineData("public class Filter { public int A { get; set; } }")]
    [InlineData("public class Filter { public Filter() { } public Filter(int a) { } public int A { get; set; } }")]
    [InlineData("public class Filter { [JsonConstructor] public Filter(int a) { A = a; } public Filter(int a, int b) { } public int A { get; } }")]
    [InlineData("public struct Filter { public Filter(int a) { A = a; } public int A { get; } }")]
    [InlineData("public record Filter(int A);")]
    public void An_argument_with_one_constructor_to_use_is_wrapped(string type) => DiagnosticAssert.IsClean(ToolSource.Taking("Filter filter", type));
}
