using McpGen.Validation;

namespace McpGen.Invocation;

/// <summary>A guard of a tool's arguments or result, verified at start.</summary>
/// <param name="Argument">The argument, with the members that lead to the guarded value; null for the result.</param>
/// <param name="Guard">The guard; the same object that the reader asks.</param>
public sealed record GuardUse(string? Argument, IArgumentGuard Guard);
