using McpGen.Differential.Deviations;
using McpGen.Differential.Values;
using NJsonSchema;

namespace McpGen.Differential.Oracles;

/// <summary>
/// NJsonSchema 10.7.2, in process. It knows drafts up to 7: it is asked about schemas of the keywords it gets right, and about values
/// whose numbers it reads as they are.
/// </summary>
internal sealed class NJsonSchemaOracle
{
    public const string Name = "NJsonSchema";

    /// <summary>It ignores const and propertyNames, knows no $defs, and has formats of its own.</summary>
    private const Keyword NotAsked = Keyword.Const | Keyword.PropertyNames | Keyword.Reference | Keyword.Format | Keyword.OneOf | Keyword.AnyOf;

    private static readonly ExactNumber s_least = ExactNumber.Of(long.MinValue);
    private static readonly ExactNumber s_greatest = ExactNumber.Of(long.MaxValue);

    private static readonly string[] s_shorthands = [".", @"\d", @"\D", @"\w", @"\W", @"\s", @"\S", @"\u{"];

    private readonly JsonSchema? _schema;
    private readonly IReadOnlyList<Deviation> _deviations;

    public NJsonSchemaOracle(string text, Schema schema)
    {
        _deviations = KnownDeviations.Of(Name, schema);
        _schema = schema.All().All(Understands) ? JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult() : null;
    }

    /// <summary>Whether it is asked at all, and the deviation that speaks against it.</summary>
    public (bool CanJudge, Deviation? Deviation) Of(ValueFacts facts) =>
        _schema is not null && facts.NumbersAreShort ? (true, _deviations.FirstOrDefault(deviation => deviation.Holds(facts))) : (false, null);

    public Verdict Judge(Json value) => _schema!.Validate(Canonical(value).ToString()).Count == 0 ? Verdict.Valid : Verdict.Invalid;

    /// <summary>
    /// It reads whole limits as Int64 and others as decimal, takes a greatest count of 0 for none and null for an empty string among unique
    /// items, and runs a pattern as a .NET expression, in which the dot and the shorthands take other characters.
    /// </summary>
    private static bool Understands(Schema schema) => (schema.Own & NotAsked) == 0
        && schema.Numbers.All(static number => number.FitsDecimal && (!number.IsInteger || (number.CompareTo(s_least) >= 0 && number.CompareTo(s_greatest) <= 0)))
        && schema is { MaxItems: > 0, MaxLength: > 0 }
        && !(schema.UniqueItems && schema.Items!.Types.Contains("null"))
        && (schema.Pattern is not { } pattern || !s_shorthands.Any(pattern.Contains));

    /// <summary>Numbers in their plain spelling: it takes 5.0 for no integer.</summary>
    private static Json Canonical(Json value) => value switch
    {
        JsonNumber number => new JsonNumber(number.Exact.ToString()),
        JsonArray array => new JsonArray([.. array.Items.Select(Canonical)]),
        JsonObject shape => new JsonObject([.. shape.Members.Select(static member => member with { Value = Canonical(member.Value) })]),
        _ => value,
    };
}
