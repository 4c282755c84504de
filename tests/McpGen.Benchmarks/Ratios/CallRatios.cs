using McpGen.Benchmarks.Calls;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Ratios;

/// <summary>One call of the search tool, valid and refused.</summary>
internal static class CallRatios
{
    public static readonly string[] Names = ["call.valid.vs_hand", "call.valid.vs_sdk", "call.valid.bytes", "call.refused.vs_sdk", "call.refused.vs_valid"];

    public static IEnumerable<(string Name, double Value)> Measure()
    {
        SelfCheck.Run();
        RequestContext<CallToolRequestParams> valid = CallRequest.Local(CallInput.Valid);
        RequestContext<CallToolRequestParams> refused = CallRequest.Local(CallInput.WrongType);

        // Everybody meets both inputs, so that the compiler's profile of each is alike.
        Race race = Race.Run(
            RaceLength.Short,
            ("McpGen", () => Call.Complete(Contestants.Hardened, valid)),
            ("by hand", () => Call.Complete(Contestants.ByHand, valid)),
            ("SDK", () => Call.Complete(Contestants.Sdk, valid)),
            ("McpGen, refused", () => Call.Complete(Contestants.Hardened, refused)),
            ("by hand, refused", () => Call.Complete(Contestants.ByHand, refused)),
            ("SDK, refused", () => Refuse(refused)));
        yield return (Names[0], race.Ratio("McpGen", "by hand"));
        yield return (Names[1], race.Ratio("McpGen", "SDK"));
        yield return (Names[2], Race.Bytes(() => Call.Complete(Contestants.Hardened, valid)));
        yield return (Names[3], race.Ratio("McpGen, refused", "SDK, refused"));
        yield return (Names[4], race.Ratio("McpGen, refused", "McpGen"));
    }

    private static void Refuse(RequestContext<CallToolRequestParams> request)
    {
        if (Call.CompleteOrRefuse(Contestants.Sdk, request) is not null)
        {
            throw new InvalidOperationException("The SDK accepted the refused arguments: there is nothing to compare.");
        }
    }
}
