using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Harness;

/// <summary>One run of the generator over test sources. Every run is repeated on a clone and must be cached there.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(Compilation output, GeneratorRunResult result, ImmutableArray<Diagnostic> diagnostics)
    {
        Output = output;
        Result = result;
        Diagnostics = diagnostics;
    }

    public Compilation Output { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Runs the generator on sources, under the shared usings.</summary>
    public static GeneratorRun Of(params string[] sources) => On(TestCompilation.Of(sources));

    public static GeneratorRun On(CSharpCompilation input)
    {
        GeneratorDriver driver = Driver((CSharpParseOptions)input.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        AssertCachedOnClone(driver, input);
        return new GeneratorRun(output, result, diagnostics);
    }

    /// <summary>A driver that tracks its steps.</summary>
    public static CSharpGeneratorDriver Driver(CSharpParseOptions? options = null) => CSharpGeneratorDriver.Create(
        [new McpGenGenerator().AsSourceGenerator()],
        parseOptions: options ?? TestCompilation.ParseOptions(),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated file whose hint name ends so.</summary>
    public string File(string hintNameEnd) =>
        Result.GeneratedSources.Single(source => source.HintName.EndsWith(hintNameEnd, StringComparison.Ordinal)).SourceText.ToString();

    /// <summary>The only tool class's file.</summary>
    public string Wrappers => File(".McpGen.g.cs");

    /// <summary>Asserts that input and output compile without an error or warning, and that nothing was reported but advice.</summary>
    public GeneratorRun AssertClean()
    {
        Assert.Empty(Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.Empty(Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return this;
    }

    private static void AssertCachedOnClone(GeneratorDriver driver, CSharpCompilation input)
    {
        GeneratorRunResult again = driver.RunGenerators(input.Clone()).GetRunResult().Results.Single();
        foreach ((string step, ImmutableArray<IncrementalGeneratorRunStep> runs) in again.TrackedSteps.Where(static pair => StepNames.Contains(pair.Key)))
        {
            foreach ((object value, IncrementalStepRunReason reason) in runs.SelectMany(static run => run.Outputs))
            {
                bool isCached = reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
                Assert.True(isCached || (MayHoldDiagnostics.Contains(step) && !again.Diagnostics.IsEmpty), $"Step {step} was {reason} on a clone: {value}");
            }
        }
    }

    /// <summary>A diagnostic is not equal to another of the same text, so these steps are modified wherever there is one. What is printed must not be.</summary>
    private static readonly ImmutableArray<string> MayHoldDiagnostics = [Steps.Parse, Steps.Strays, Steps.SideDoors];

    public static readonly ImmutableArray<string> StepNames = [Steps.Parse, Steps.Model, Steps.Registration, Steps.Names, Steps.Strays, Steps.SideDoors];
}
