using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace McpGen.Generator.Tests.Generation;

/// <summary>An edit runs again only what it changes. Every run has a compilation of its own.</summary>
public sealed class CachingTests
{
    private const string Before = """
        public sealed record Filter(int Least, [MaxLength(9)] string? Text = null);

        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            /// <summary>Finds.</summary>
            [McpServerTool] public static string Find([StringLength(5)] string query, Filter? filter = null) => query;
        }
        """;

    private const string Guarded = """
        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            /// <summary>Finds.</summary>
            [McpServerTool] public static string Find(
                [AllowedPaths("notes", "**/*.md", Access = PathAccess.Write, Hidden = true, Reveal = false)] SandboxedPath file,
                [AllowedHosts("a.example", Schemes = ["http"], Ports = [80], Networks = ["10.1.0.0/16"])] GuardedUri page,
                [Identifier(MaxLength = 9)] string name, [PlainText(Multiline = true), MaxLength(8)] string text, [CommandArgument, MaxLength(7)] string argument) => "";
        }
        """;

    private const string Other = "public static class Elsewhere { public static int Number => 1; }";

    /// <summary>What a step may do after an edit. Printing follows the model.</summary>
    private sealed record Reasons(IncrementalStepRunReason Parse, IncrementalStepRunReason Model, IncrementalStepRunReason Registration, IncrementalStepRunReason Names)
    {
        public static readonly Reasons Nothing = new(Unchanged, Cached, Cached, Cached);
        public static readonly Reasons PrintedAnew = new(Modified, Modified, Cached, Cached);
        public static readonly Reasons DiagnosticsMoved = new(Modified, Unchanged, Cached, Cached);
    }

    [Fact]
    public void A_file_elsewhere_changes_nothing() => AssertReasons(Reasons.Nothing, Before, Other, Before, Other.Replace("=> 1", "=> 2", StringComparison.Ordinal));

    [Fact]
    public void A_type_elsewhere_in_the_same_file_changes_nothing() => AssertReasons(Reasons.Nothing, Before, Before + "\npublic sealed class Added;");

    [Fact]
    public void A_comment_that_shifts_the_file_changes_nothing() => AssertReasons(Reasons.Nothing, Before, "// A comment.\n// Another.\n" + Before);

    [Fact]
    public void A_body_changes_nothing() => AssertReasons(Reasons.Nothing, Before, Before.Replace("=> query", "=> query.Trim()", StringComparison.Ordinal));

    [Theory]
    [InlineData("string query", "string words")]
    [InlineData("StringLength(5)", "StringLength(6)")]
    [InlineData("Finds.", "Searches.")]
    [InlineData("filter = null", "filter = default")]
    [InlineData("int Least", "long Least")]
    [InlineData("[McpServerTool]", "[McpServerTool(ReadOnly = true)]")]
    [InlineData(", PublicTool]", ", PublicTool(AllowAnonymous = true)]")]
    public void What_is_printed_is_printed_anew(string part, string changed) => AssertReasons(
        changed.EndsWith("= default", StringComparison.Ordinal) ? Reasons.Nothing : Reasons.PrintedAnew, Before, Before.Replace(part, changed, StringComparison.Ordinal));

    [Theory]
    [InlineData("notes", "own")]
    [InlineData("**/*.md", "**/*.txt")]
    [InlineData("PathAccess.Write", "PathAccess.ReadWrite")]
    [InlineData("Hidden = true", "Hidden = false")]
    [InlineData("Reveal = false", "Reveal = true")]
    [InlineData("a.example", "b.example")]
    [InlineData("Schemes = [\"http\"]", "Schemes = [\"https\"]")]
    [InlineData("Ports = [80]", "Ports = [81]")]
    [InlineData("10.1.0.0/16", "10.2.0.0/16")]
    [InlineData("SandboxedPath file", "SandboxedPath? file")]
    [InlineData("Identifier(MaxLength = 9)", "Identifier(MaxLength = 8)")]
    [InlineData("Multiline = true", "Multiline = false")]
    [InlineData("CommandArgument, MaxLength(7)", "MaxLength(7)")]
    public void A_guard_that_says_something_else_is_printed_anew(string part, string changed)
    {
        Assert.Contains(part, Guarded, StringComparison.Ordinal);
        AssertReasons(Reasons.PrintedAnew, Guarded, Guarded.Replace(part, changed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "\npublic sealed class Added;")]
    [InlineData("// A comment.\n", "")]
    public void A_guard_that_says_the_same_is_not(string before, string after) => AssertReasons(Reasons.Nothing, Guarded, before + Guarded + after);

    [Fact]
    public void A_tool_more_changes_the_names_and_not_the_registration() => AssertReasons(
        Reasons.PrintedAnew with { Names = Modified }, Before, Before.Replace("/// <summary>", "[McpServerTool, Description(\"d\")] public static int More() => 1;\n    /// <summary>", StringComparison.Ordinal));

    [Fact]
    public void A_statement_of_the_assembly_is_part_of_each_model() =>
        AssertReasons(Reasons.PrintedAnew, Before, "[assembly: ToolDefaults(MaxDepth = 5)]\n" + Before);

    [Fact]
    public void A_class_more_leaves_the_other_as_it_was()
    {
        GeneratorRunResult second = Second([Before, ""], [Before, "[McpServerToolType, PublicTool] public static partial class More { [McpServerTool, Description(\"d\")] public static int Count() => 1; }"]);

        Assert.Equal([New, Cached], ReasonsOf(second, Steps.Model).Order());
        Assert.Equal([Modified], ReasonsOf(second, Steps.Registration));
        Assert.Equal([New, Cached], PrintedFile.Of(second).Where(static output => output.Name.EndsWith(".McpGen.g.cs", StringComparison.Ordinal)).Select(static output => output.Reason).Order());
    }

    /// <summary>Diagnostics hold syntax trees, so with one present parsing differs on each edit; what is printed must not.</summary>
    [Theory]
    [InlineData("// A comment.\n", "")]
    [InlineData("", "\npublic sealed class Added;")]
    public void With_a_warning_present_an_edit_still_prints_nothing(string before, string after)
    {
        string warned = Before.Replace("/// <summary>Finds.</summary>", "", StringComparison.Ordinal);

        AssertReasons(Reasons.DiagnosticsMoved, warned, before + warned + after);
    }

    [Fact]
    public void No_tracked_value_but_diagnostics_holds_an_object_of_the_compiler()
    {
        GeneratorRunResult result = GeneratorRun.Of(Before, Guarded.Replace("class Tools", "class GuardedTools", StringComparison.Ordinal), "[NotHardened(\"later\"), McpServerToolType] public static class Left { [McpServerTool] public static int Out() => 1; }").Result;

        foreach (string step in new[] { Steps.Model, Steps.Registration, Steps.Names })
        {
            object[] values = [.. result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Value)];
            Assert.NotEmpty(values);
            Assert.All(values, static value => Assert.Empty(RoslynObjects.ReachableFrom(value)));
        }
    }

    [Fact]
    public void The_search_for_compiler_objects_finds_one() =>
        Assert.NotEmpty(RoslynObjects.ReachableFrom(new { Inner = new object[] { TestCompilation.Of("class C;").Assembly } }));

    private static void AssertReasons(Reasons expected, string before, string after) => AssertReasons(expected, before, "", after, "");

    private static void AssertReasons(Reasons expected, string before, string otherBefore, string after, string otherAfter)
    {
        GeneratorRunResult second = Second([before, otherBefore], [after, otherAfter]);

        Assert.Equal(
            expected,
            new Reasons(
                Assert.Single(ReasonsOf(second, Steps.Parse)), Assert.Single(ReasonsOf(second, Steps.Model)),
                Assert.Single(ReasonsOf(second, Steps.Registration)), Assert.Single(ReasonsOf(second, Steps.Names))));
        IncrementalStepRunReason printed = PrintedFile.Of(second).Single(static output => output.Name.EndsWith(".McpGen.g.cs", StringComparison.Ordinal)).Reason;
        Assert.Equal(expected.Model == Modified ? Modified : Cached, printed);
    }

    private static GeneratorRunResult Second(string[] before, string[] after) => GeneratorRun.Driver()
        .RunGenerators(TestCompilation.Of(before))
        .RunGenerators(TestCompilation.Of(after))
        .GetRunResult().Results.Single();

    private static IEnumerable<IncrementalStepRunReason> ReasonsOf(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason);
}
