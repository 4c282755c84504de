namespace McpGen.Generator.Patterns;

/// <summary>Exactly one of the two is set.</summary>
public sealed record PatternResult(PatternModel? Pattern, PatternError? Error);
