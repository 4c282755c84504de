using BenchmarkDotNet.Attributes;
using McpGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Benchmarks.Generator;

/// <summary>The generator beside the floor, by number of tools and by what was edited.</summary>
[MemoryDiagnoser]
[WarmupCount(3), IterationCount(10)]
public class GeneratorBenchmarks
{
    private GeneratorInput _input = null!;
    private GeneratorContestant _floor = null!;
    private GeneratorContestant _mcpGen = null!;
    private GeneratorDriver _driver = null!;
    private CSharpCompilation _compilation = null!;

    [Params(1, 100, 1000, 10_000)]
    public int Tools { get; set; }

    [ParamsAllValues]
    public GeneratorEdit Edit { get; set; }

    [GlobalSetup]
    public void Parse()
    {
        var thousand = new GeneratorInput(1000);
        new GeneratorContestant(new FloorGenerator(), thousand).WarmUp();
        new GeneratorContestant(new McpGenGenerator(), thousand).WarmUp();
        _input = new GeneratorInput(Tools);
        _floor = new GeneratorContestant(new FloorGenerator(), _input);
        _mcpGen = new GeneratorContestant(new McpGenGenerator(), _input);
    }

    [IterationSetup(Target = nameof(Floor))]
    public void BeforeFloor() => (_driver, _compilation) = (_floor.Before(Edit), _input.After(Edit));

    [IterationSetup(Target = nameof(Hardened))]
    public void BeforeHardened() => (_driver, _compilation) = (_mcpGen.Before(Edit), _input.After(Edit));

    [Benchmark(Baseline = true)]
    public Compilation Floor() => GeneratorContestant.Run(_driver, _compilation);

    [Benchmark]
    public Compilation Hardened() => GeneratorContestant.Run(_driver, _compilation);
}
