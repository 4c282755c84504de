namespace McpGen.Generator.Patterns;

/// <param name="Position">Zero-based index into the pattern of the construct that was refused.</param>
/// <param name="Message">A clause without a final period, fit to follow "the pattern is refused: ".</param>
public sealed record PatternError(int Position, string Message);
