using McpGen.Benchmarks.Calls;
using McpGen.Benchmarks.Pipeline;

namespace McpGen.Benchmarks.Ratios;

/// <summary>Calls from the official client to the tool and back: 32 one after the other, then 32 in flight.</summary>
internal static class PipelineRatios
{
    public static readonly string[] Names = ["pipeline.valid.vs_sdk", "pipeline.refused.vs_sdk"];

    public static IEnumerable<(string Name, double Value)> Measure()
    {
        var hardened = new PipelineServer(isHardened: true);
        var sdk = new PipelineServer(isHardened: false);
        IReadOnlyDictionary<string, object?> valid = PipelineServer.Arguments(CallInput.Valid);
        IReadOnlyDictionary<string, object?> refused = PipelineServer.Arguments(CallInput.WrongType);
        Race race = Race.Run(
            new RaceLength(Rounds: 150, WarmUp: TimeSpan.FromMilliseconds(300)),
            ("64 calls, McpGen", () => CallBothWays(hardened, valid, isRefused: false)),
            ("64 calls, SDK", () => CallBothWays(sdk, valid, isRefused: false)),
            ("64 calls, McpGen, refused", () => CallBothWays(hardened, refused, isRefused: true)),
            ("64 calls, SDK, refused", () => CallBothWays(sdk, refused, isRefused: true)));
        yield return (Names[0], race.Ratio("64 calls, McpGen", "64 calls, SDK"));
        yield return (Names[1], race.Ratio("64 calls, McpGen, refused", "64 calls, SDK, refused"));
        hardened.DisposeAsync().AsTask().GetAwaiter().GetResult();
        sdk.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static void CallBothWays(PipelineServer server, IReadOnlyDictionary<string, object?> arguments, bool isRefused)
    {
        server.CallInTurnAsync(arguments, isRefused).GetAwaiter().GetResult();
        server.CallAtOnceAsync(arguments, isRefused).GetAwaiter().GetResult();
    }
}
