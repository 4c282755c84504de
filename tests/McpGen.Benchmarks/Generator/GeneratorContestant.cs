using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Benchmarks.Generator;

/// <summary>A generator with its state, run as the compiler runs it: what it writes is parsed and joins the compilation.</summary>
internal sealed class GeneratorContestant(IIncrementalGenerator generator, GeneratorInput input)
{
    private const int WarmUps = 5;

    private readonly GeneratorDriver _new = GeneratorInput.Driver(generator);
    private GeneratorDriver? _hasRun;

    /// <summary>What the driver is when the edit is made. Drivers do not change, so one serves every run.</summary>
    public GeneratorDriver Before(GeneratorEdit edit) => edit == GeneratorEdit.First ? _new : _hasRun ??= _new.RunGenerators(input.Fresh());

    public static Compilation Run(GeneratorDriver driver, CSharpCompilation compilation)
    {
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> _);
        return output;
    }

    /// <summary>Runs until the code is compiled as it is in a compiler server that has been up for a while.</summary>
    public void WarmUp()
    {
        for (int run = 0; run < WarmUps; run++)
        {
            Measure(GeneratorEdit.First);
            Measure(GeneratorEdit.Unrelated);
        }
    }

    /// <summary>The milliseconds that one run takes on a compilation of its own.</summary>
    public double Measure(GeneratorEdit edit)
    {
        GeneratorDriver driver = Before(edit);
        CSharpCompilation compilation = input.After(edit);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long start = Stopwatch.GetTimestamp();
        Compilation output = Run(driver, compilation);
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        GC.KeepAlive(output);
        return elapsed;
    }
}
