using McpGen.Differential.Compilation;
using McpGen.Differential.Deviations;
using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;
using McpGen.Differential.Values;

namespace McpGen.Differential;

/// <summary>A schema and a value, and what everybody says of it.</summary>
/// <param name="Tool">The tool whose schema and check are compared.</param>
/// <param name="Value">The arguments.</param>
/// <param name="Target">The type in whose place a valid value was changed; null for one that was not.</param>
/// <param name="IsHostile">Whether JSON Schema cannot see what is wrong with it: the check must refuse it.</param>
internal sealed record Pair(LoadedTool Tool, JsonObject Value, Node? Target, bool IsHostile)
{
    public bool IsAccepted { get; set; }

    /// <summary>An answer that is neither an acceptance nor a refusal, or an exception.</summary>
    public string? Fault { get; set; }

    /// <summary>What the tool wrote as its structured result.</summary>
    public Json? Result { get; set; }

    /// <summary>Whether the C# types can hold the value.</summary>
    public bool CanHold { get; set; } = true;

    public Keyword Applied { get; set; }

    public Keyword Failed { get; set; }

    public Verdict Exact { get; set; }

    public Verdict Ajv { get; set; }

    public Verdict NJson { get; set; }

    public List<Deviation> Deviations { get; } = [];

    /// <summary>Whether a guard looks at the value too: what it accepts the schema accepts, and not the other way round.</summary>
    private bool MayRefuseMore => Tool.Signature.Nodes.Any(static node => node.MayRefuseMore);

    public bool IsJudged => IsHostile || !CanHold || Exact != Verdict.Unknown || Ajv != Verdict.Unknown || NJson != Verdict.Unknown;

    /// <summary>Who disagrees with the check, in words; null where nobody does.</summary>
    public string? Disagreement()
    {
        if (Fault is not null)
        {
            return "the answer is neither an acceptance nor a refusal: " + Fault;
        }

        if (IsHostile || !CanHold)
        {
            return IsAccepted ? IsHostile ? "a repeated name or half a surrogate pair is accepted" : "a value that the C# type cannot hold is accepted" : null;
        }

        string[] against = [.. new[] { ("exact", Exact), (AjvOracle.Name, Ajv), (NJsonSchemaOracle.Name, NJson) }
            .Where(one => one.Item2 != Verdict.Unknown && (one.Item2 == Verdict.Valid) != IsAccepted && (IsAccepted || !MayRefuseMore)).Select(static one => one.Item1)];
        return against.Length == 0 ? null : $"the check {(IsAccepted ? "accepts" : "refuses")}, against {string.Join(" and ", against)}";
    }
}
