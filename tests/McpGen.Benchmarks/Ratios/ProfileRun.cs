using System.Diagnostics;
using System.Globalization;
using McpGen.Benchmarks.Calls;
using McpGen.Benchmarks.Pipeline;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Ratios;

/// <summary>Repeats one contestant, so that a profiler can look on.</summary>
internal static class ProfileRun
{
    private static readonly Dictionary<string, Func<Action>> s_contestants = new()
    {
        ["call.valid"] = () => OneCall(Contestants.Hardened, CallInput.Valid),
        ["call.valid.hand"] = () => OneCall(Contestants.ByHand, CallInput.Valid),
        ["call.valid.sdk"] = () => OneCall(Contestants.Sdk, CallInput.Valid),
        ["call.refused"] = () => OneCall(Contestants.Hardened, CallInput.WrongType),
        ["call.refused.hand"] = () => OneCall(Contestants.ByHand, CallInput.WrongType),
        ["call.refused.sdk"] = () => OneCall(Contestants.Sdk, CallInput.WrongType),
        ["pipeline.valid"] = () => Calls(isHardened: true, CallInput.Valid, isRefused: false),
        ["pipeline.valid.sdk"] = () => Calls(isHardened: false, CallInput.Valid, isRefused: false),
        ["pipeline.refused"] = () => Calls(isHardened: true, CallInput.WrongType, isRefused: true),
        ["pipeline.refused.sdk"] = () => Calls(isHardened: false, CallInput.WrongType, isRefused: true),
    };

    /// <summary>Repeats it.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string name, int seconds)
    {
        if (!s_contestants.TryGetValue(name, out Func<Action>? make))
        {
            Console.Error.WriteLine($"There is no contestant '{name}': {string.Join(", ", s_contestants.Keys)}.");
            return 1;
        }

        Action act = make();
        long turns = 0;
        long bytes = GC.GetTotalAllocatedBytes();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; turns++)
        {
            act();
        }

        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{turns} turns, each {(Environment.CpuUsage.TotalTime - used).TotalNanoseconds / turns:F0} ns of all processors and {(GC.GetTotalAllocatedBytes() - bytes) / turns} bytes"));
        return 0;
    }

    private static Action OneCall(McpServerTool tool, string arguments)
    {
        RequestContext<CallToolRequestParams> request = CallRequest.Local(arguments);
        return () => Call.CompleteOrRefuse(tool, request);
    }

    // One after the other; a turn is as many calls as a round of the race has.
    private static Action Calls(bool isHardened, string arguments, bool isRefused)
    {
        var server = new PipelineServer(isHardened);
        IReadOnlyDictionary<string, object?> made = PipelineServer.Arguments(arguments);
        return () => server.CallInTurnAsync(made, isRefused).GetAwaiter().GetResult();
    }
}
