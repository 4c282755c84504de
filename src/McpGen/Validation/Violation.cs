namespace McpGen.Validation;

/// <summary>One thing that is wrong with the arguments of a call.</summary>
/// <param name="Pointer">Where: a JSON Pointer (RFC 6901), empty for the arguments as a whole.</param>
/// <param name="Message">What should have been there.</param>
internal sealed record Violation(string Pointer, string Message);
