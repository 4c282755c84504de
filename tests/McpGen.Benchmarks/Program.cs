using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using McpGen.Benchmarks.Ratios;
using McpGen.Benchmarks.Start;

namespace McpGen.Benchmarks;

/// <summary>
/// <c>ratios [prefix]</c>: every figure that has a target, one a line. <c>profile call.valid [seconds]</c>: one contestant alone, for a
/// profiler. Anything else goes to BenchmarkDotNet: <c>--filter '*'</c>.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        long start = Stopwatch.GetTimestamp();
        switch (args)
        {
            case [ColdStart.Argument, .. var rest]:
                return ColdStart.Serve(start, rest);
            case ["ratios", .. var rest]:
                return RatioRun.Run(rest is [var prefix, ..] ? prefix : "");
            case ["profile", var name, .. var rest]:
                return ProfileRun.Run(name, rest is [var seconds, ..] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 10);
            default:
                return Benchmark(args);
        }
    }

    // Apart, so that a cold start does not load what it does not need.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Benchmark(string[] args)
    {
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.WithArtifactsPath(Path.Combine("artifacts", "benchmarks")));
        return 0;
    }
}
