namespace McpGen.Differential.Oracles;

/// <summary>The keywords that decide, as a set. A pair counts for those that were applied and, when it is refused, for those that failed.</summary>
[Flags]
internal enum Keyword : long
{
    None = 0,
    Type = 1L << 0,
    Enum = 1L << 1,
    Const = 1L << 2,
    Minimum = 1L << 3,
    Maximum = 1L << 4,
    ExclusiveMinimum = 1L << 5,
    ExclusiveMaximum = 1L << 6,
    MultipleOf = 1L << 7,
    MinLength = 1L << 8,
    MaxLength = 1L << 9,
    Pattern = 1L << 10,
    Format = 1L << 11,
    Items = 1L << 12,
    MinItems = 1L << 13,
    MaxItems = 1L << 14,
    UniqueItems = 1L << 15,
    Properties = 1L << 16,
    Required = 1L << 17,
    AdditionalProperties = 1L << 18,
    PropertyNames = 1L << 19,
    MinProperties = 1L << 20,
    MaxProperties = 1L << 21,
    OneOf = 1L << 22,
    AnyOf = 1L << 23,
    AllOf = 1L << 24,
    Not = 1L << 25,
    Reference = 1L << 26,
}

internal static class Keywords
{
    public static readonly IReadOnlyList<Keyword> All = [.. Enum.GetValues<Keyword>().Where(static keyword => long.PopCount((long)keyword) == 1)];

    /// <summary>Keywords that say something to a reader and decide nothing.</summary>
    public static readonly IReadOnlySet<string> Annotations = new HashSet<string> { "default", "description", "title", "contentEncoding", "$defs", "$comment", "deprecated", "examples" };

    private static readonly Dictionary<string, Keyword> s_byName = All.ToDictionary(Name);

    public static string Name(Keyword keyword) => keyword == Keyword.Reference ? "$ref" : char.ToLowerInvariant(keyword.ToString()[0]) + keyword.ToString()[1..];

    /// <summary>The keyword of a name; None for an annotation. One that nobody here knows is an error, never passed over.</summary>
    public static Keyword Of(string name) =>
        s_byName.TryGetValue(name, out Keyword keyword) ? keyword
        : Annotations.Contains(name) ? Keyword.None
        : throw new InvalidOperationException($"The schema uses '{name}', which the evaluator does not know.");
}
