using McpGen.Generator.Patterns;

namespace McpGen.Generator.Parsing;

/// <summary>A pattern of a value, with what else is told and checked of it.</summary>
/// <param name="Model">The pattern in its dialects.</param>
/// <param name="Meaning">What it means in words; null where the pattern itself is told.</param>
/// <param name="IsNormalized">Whether the text has to be in normalization form C too.</param>
public sealed record CheckedPattern(PatternModel Model, string? Meaning = null, bool IsNormalized = false);
