using System.Runtime.CompilerServices;
using McpGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Benchmarks.Generator;

/// <summary>
/// What stays in memory between two edits, in bytes of the managed heap for each tool: the heap with the thing held, less the heap without.
/// A driver also holds the compilation it ran on, whose symbols are bound by then; so drivers are compared with the floor's.
/// </summary>
internal static class GeneratorMemory
{
    private static object? s_held;

    public static string Describe(GeneratorInput input, int tools)
    {
        double models = Held(() => Models(input)) / tools;
        double texts = Held(() => Texts(input)) / tools;
        double driver = Held(() => GeneratorInput.Driver(new McpGenGenerator()).RunGenerators(input.Fresh())) / tools;
        double floor = Held(() => GeneratorInput.Driver(new FloorGenerator()).RunGenerators(input.Fresh())) / tools;
        return FormattableString.Invariant(
            $"bytes held for each tool: models {models:0}, generated text {texts:0}, driver with its compilation {driver:0}, the floor's {floor:0}");
    }

    private static double Held(Func<object> make)
    {
        s_held = make();
        long with = Settled();
        s_held = null;
        return with - Settled();
    }

    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>The cached models alone: they hold nothing of the compiler's.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object Models(GeneratorInput input)
    {
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new McpGenGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)input.Fresh().SyntaxTrees[0].Options, driverOptions: options);
        GeneratorRunResult result = driver.RunGenerators(input.Fresh()).GetRunResult().Results.Single();
        return result.TrackedSteps[Steps.Model].SelectMany(static run => run.Outputs).Select(static output => output.Value).ToArray();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object Texts(GeneratorInput input) =>
        GeneratorInput.Driver(new McpGenGenerator()).RunGenerators(input.Fresh()).GetRunResult().Results.Single().GeneratedSources.Select(static source => source.SourceText.ToString()).ToArray();
}
