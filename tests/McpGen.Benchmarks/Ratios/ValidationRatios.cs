using System.Text.Json;
using McpGen.Benchmarks.Calls;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Ratios;

/// <summary>McpGen's whole call beside validation alone.</summary>
internal static class ValidationRatios
{
    public static readonly string[] Names = ["validate.vs_njsonschema", "validate.vs_annotations"];

    public static IEnumerable<(string Name, double Value)> Measure()
    {
        var schema = new SchemaCheck();
        RequestContext<CallToolRequestParams> valid = CallRequest.Local(CallInput.Valid);
        IDictionary<string, JsonElement> arguments = valid.Params!.Arguments!;
        byte[] text = System.Text.Encoding.UTF8.GetBytes(CallInput.Valid);
        if (schema.Validate(arguments) != 0 || AnnotationCheck.Validate(arguments) != 0 || schema.Validate(CallRequest.Local(CallInput.OutOfRange).Params!.Arguments!) != 1)
        {
            throw new InvalidOperationException("A validator is wrong about the arguments.");
        }

        Race race = Race.Run(
            RaceLength.Short,
            ("McpGen", () => Call.Complete(Contestants.Hardened, valid)),
            ("NJsonSchema", () => schema.Validate(arguments)),
            ("annotations", () => AnnotationCheck.Validate(arguments)),
            ("Utf8JsonReader", () => ReaderPass.CountTokens(text)));
        yield return (Names[0], race.Ratio("McpGen", "NJsonSchema"));
        yield return (Names[1], race.Ratio("McpGen", "annotations"));
    }
}
