using BenchmarkDotNet.Attributes;

namespace McpGen.Benchmarks.Patterns;

/// <summary>The code that the generator prints for a pattern, and the engines it stands in for.</summary>
[MemoryDiagnoser]
public class PatternBenchmarks
{
    /// <summary>The patterns.</summary>
    public static IEnumerable<PatternCase> Cases => PatternCase.All;

    /// <summary>Which pattern.</summary>
    [ParamsSource(nameof(Cases))]
    public PatternCase Case { get; set; } = null!;

    /// <summary>The code.</summary>
    [Benchmark(Baseline = true)]
    public bool Span() => Case.Span(Case.Text);

    /// <summary>The engine that a pattern without code runs on.</summary>
    [Benchmark]
    public bool NonBacktracking() => Case.NonBacktracking.IsMatch(Case.Text);

    /// <summary>The fastest engine, whose worst case is no bound.</summary>
    [Benchmark]
    public bool Compiled() => Case.Compiled.IsMatch(Case.Text);
}
