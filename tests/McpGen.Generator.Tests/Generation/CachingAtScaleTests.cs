using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace McpGen.Generator.Tests.Generation;

/// <summary>Of many classes an edit prints the one it is in, and only when it changes what is printed.</summary>
public sealed class CachingAtScaleTests
{
    private const int Classes = 40;

    private const int Edited = 17;

    private const string Elsewhere = "public static class Elsewhere { public static int Number => 1; }";

    [Theory]
    [InlineData("=> query", "=> query.Trim()", 0)]
    [InlineData("int limit", "long limit", 1)]
    [InlineData("Finds 17", "Searches 17", 1)]
    [InlineData("Filter17(int Least", "Filter17(int Most", 1)]
    public void An_edit_of_a_class_prints_no_other(string part, string changed, int printed)
    {
        GeneratorRunResult second = AfterEditOf(Edited, Source(Edited).Replace(part, changed, StringComparison.Ordinal));

        Assert.Equal(printed == 0 ? [] : [$"Tools{Edited}.McpGen.g.cs"], PrintedBy(second));
        Assert.Equal(printed, Count(second, Steps.Model, Modified));
        Assert.Equal(Classes - printed, Count(second, Steps.Model, Cached));
        Assert.Equal(1, Count(second, Steps.Registration, Cached));
    }

    [Fact]
    public void An_edit_elsewhere_prints_nothing()
    {
        GeneratorRunResult second = AfterEditOf(Classes, Elsewhere.Replace("=> 1", "=> 2", StringComparison.Ordinal));

        Assert.Empty(PrintedBy(second));
        Assert.Equal(Classes, Count(second, Steps.Parse, Unchanged));
        Assert.Equal(Classes, Count(second, Steps.Model, Cached));
    }

    /// <summary>A pattern is not compiled again; that it is wrong is said again, wherever it stands.</summary>
    [Fact]
    public void A_wrong_pattern_is_reported_after_every_edit_on_each_parameter_that_has_it()
    {
        string wrong = Source(1).Replace("[a-z]+", "(?=a)", StringComparison.Ordinal);
        string other = Source(2).Replace("[a-z]+", "(?=a)", StringComparison.Ordinal);
        GeneratorDriver driver = GeneratorRun.Driver().RunGenerators(TestCompilation.Of(wrong, other));

        foreach (string added in new[] { "", "// A comment.\n" })
        {
            driver = driver.RunGenerators(TestCompilation.Of(added + wrong, other));

            Assert.Equal(["Source0.cs", "Source1.cs"], driver.GetRunResult().Diagnostics.Where(static found => found.Id == "MCPG0017").Select(static found => found.Location.SourceTree!.FilePath).Order());
        }
    }

    private static GeneratorRunResult AfterEditOf(int file, string changed)
    {
        CSharpCompilation before = TestCompilation.Of([.. Enumerable.Range(0, Classes).Select(Source), Elsewhere]);
        CSharpCompilation after = before.ReplaceSyntaxTree(before.SyntaxTrees[file], TestCompilation.Of(changed).SyntaxTrees[0]);
        return GeneratorRun.Driver().RunGenerators(before).RunGenerators(after).GetRunResult().Results.Single();
    }

    private static string Source(int number) => $$"""
        public sealed record Filter{{number}}(int Least, [MaxLength(9)] string? Text = null);

        [McpServerToolType, PublicTool]
        public static partial class Tools{{number}}
        {
            /// <summary>Finds {{number}}.</summary>
            [McpServerTool] public static string Find{{number}}([StringLength(5), RegularExpression("[a-z]+")] string query, int limit = 5, Filter{{number}}? filter = null) => query;
        }
        """;

    private static int Count(GeneratorRunResult result, string step, IncrementalStepRunReason reason) =>
        result.TrackedSteps[step].SelectMany(static run => run.Outputs).Count(output => output.Reason == reason);

    private static IEnumerable<string> PrintedBy(GeneratorRunResult result) =>
        PrintedFile.Of(result).Where(static file => file.Reason is not (Cached or Unchanged)).Select(static file => file.Name);
}
