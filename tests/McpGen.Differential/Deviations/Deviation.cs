using System.Text.RegularExpressions;
using McpGen.Differential.Oracles;
using McpGen.Differential.Values;

namespace McpGen.Differential.Deviations;

/// <summary>Something an oracle is known to get wrong, as a predicate on schema and value alone. It is not asked about such a pair.</summary>
/// <param name="Oracle">Whose deviation it is.</param>
/// <param name="Name">A short name for the report.</param>
/// <param name="Reason">What it gets wrong.</param>
/// <param name="Concerns">Whether a schema, or one below it, can bring it out.</param>
/// <param name="Holds">Whether a value does, given such a schema.</param>
internal sealed record Deviation(string Oracle, string Name, string Reason, Func<Schema, bool> Concerns, Func<ValueFacts, bool> Holds);

/// <summary>All of them, written down before any run; at most ten, and at most 2% of the pairs.</summary>
internal static class KnownDeviations
{
    private static readonly Regex s_laxTime = new(@"^\d{4}-\d\d-\d\d\s|^(?:.{11})?\d\d:\d\d:60|\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d(?:\d\d)?$");
    private static readonly Regex s_laxDuration = new(@"^[Pp].*[a-z]|^p|Y\d+D|H\d+S");
    private static readonly Regex s_laxUri = new(@"^[^:/?#]+:(?:$|[?#]|/(?!/).*\[|//(?:[^/?#]*@[^/?#]*@|(?>(?:[^/?#@]*@)?)[^/?#@:\[]*:[0-9]*[^0-9/?#]))");
    private static readonly Regex s_dotted = new(@"^[A-Za-z0-9.-]*[A-Za-z0-9]\.$");
    private static readonly Regex s_ownEmail = new(@"@.*[""\[]|[""].*@|@[^.]+$|@.*[^.@]{64}|@.{254}");

    public static readonly IReadOnlyList<Deviation> All =
    [
        new(
            "ajv", "ajv-proto", "skips a declared property named __proto__",
            static schema => schema.Properties.ContainsKey("__proto__"), static _ => true),
        new(
            "ajv", "ajv-time", "takes white space for T, an offset without a colon, and second 60 on any day",
            static schema => schema.Format is "date-time" or "time", static facts => facts.Texts.Exists(s_laxTime.IsMatch)),
        new(
            "ajv", "ajv-duration", "lets a unit be left out between two others, and knows capital letters only",
            static schema => schema.Format == "duration", static facts => facts.Texts.Exists(s_laxDuration.IsMatch)),
        new(
            "ajv", "ajv-uuid", "takes urn:uuid: before it",
            static schema => schema.Format == "uuid", static facts => facts.Texts.Exists(static text => text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase))),
        new(
            "ajv", "ajv-email", "knows no quoted local part, no address in brackets, no domain of one label, no longest label",
            static schema => schema.Format == "email", static facts => facts.Texts.Exists(s_ownEmail.IsMatch)),
        new(
            "ajv", "ajv-hostname", "takes a dot at the end",
            static schema => schema.Format == "hostname", static facts => facts.Texts.Exists(s_dotted.IsMatch)),
        new(
            "ajv", "ajv-uri", "wants something behind the scheme, lets one slash open an authority, and takes a faulty one for a path",
            static schema => schema.Format == "uri", static facts => facts.Texts.Exists(s_laxUri.IsMatch)),
        new(
            "NJsonSchema", "njs-utf16", "reads text as UTF-16 units: in lengths, and in patterns, where a class takes one at a time",
            static schema => (schema.Own & (Keyword.MinLength | Keyword.MaxLength | Keyword.Pattern)) != 0, static facts => facts.HasSupplementary),
        new(
            "NJsonSchema", "njs-newline", "runs a pattern as a .NET expression, whose $ stands before a final newline too",
            static schema => schema.Pattern is not null, static facts => facts.Texts.Exists(static text => text.EndsWith('\n'))),
    ];

    public static IReadOnlyList<Deviation> Of(string oracle, Schema schema)
    {
        Schema[] every = [.. schema.All()];
        return [.. All.Where(deviation => deviation.Oracle == oracle && every.Any(deviation.Concerns))];
    }
}
