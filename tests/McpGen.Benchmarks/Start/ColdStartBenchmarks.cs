using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace McpGen.Benchmarks.Start;

/// <summary>A whole process, from before it is made to its end: the runtime, the host, the tools, one <c>tools/list</c>.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 10)]
public class ColdStartBenchmarks
{
    private ManyToolsAssembly _tools = null!;

    /// <summary>How many tools, all distinct.</summary>
    [Params(10, 100, 1000)]
    public int Tools { get; set; }

    /// <summary>Compiles the hardened tools.</summary>
    [GlobalSetup(Target = nameof(McpGen))]
    public void SetUpHardened() => _tools = new ManyToolsAssembly(Tools, isHardened: true);

    /// <summary>Compiles the others.</summary>
    [GlobalSetup(Target = nameof(Reflection))]
    public void SetUpPlain() => _tools = new ManyToolsAssembly(Tools, isHardened: false);

    /// <summary>Removes them.</summary>
    [GlobalCleanup]
    public void CleanUp() => _tools.Dispose();

    /// <summary>Hardened tools.</summary>
    [Benchmark(Baseline = true)]
    public TimeSpan McpGen() => ColdStart.Run(_tools).FromProcess;

    /// <summary>The same ones found by the SDK.</summary>
    [Benchmark]
    public TimeSpan Reflection() => ColdStart.Run(_tools).FromProcess;
}
