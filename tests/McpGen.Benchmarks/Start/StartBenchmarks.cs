using System.Reflection;
using System.Runtime.Loader;
using BenchmarkDotNet.Attributes;

namespace McpGen.Benchmarks.Start;

/// <summary>Host start to the first answered <c>tools/list</c> in a process that has done it before.</summary>
[MemoryDiagnoser]
public class StartBenchmarks
{
    private ManyToolsAssembly _tools = null!;
    private Assembly _assembly = null!;

    /// <summary>How many tools, all distinct.</summary>
    [Params(10, 100, 1000)]
    public int Tools { get; set; }

    /// <summary>Compiles the hardened tools.</summary>
    [GlobalSetup(Target = nameof(McpGen))]
    public void SetUpHardened() => SetUp(isHardened: true);

    /// <summary>Compiles the others.</summary>
    [GlobalSetup(Target = nameof(Reflection))]
    public void SetUpPlain() => SetUp(isHardened: false);

    /// <summary>Removes them.</summary>
    [GlobalCleanup]
    public void CleanUp() => _tools.Dispose();

    /// <summary>Hardened tools.</summary>
    [Benchmark(Baseline = true)]
    public long McpGen() => HostStart.ListTools(_assembly, isHardened: true, Tools);

    /// <summary>The same ones found by the SDK.</summary>
    [Benchmark]
    public long Reflection() => HostStart.ListTools(_assembly, isHardened: false, Tools);

    private void SetUp(bool isHardened)
    {
        _tools = new ManyToolsAssembly(Tools, isHardened);
        _assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(_tools.Path);
    }
}
