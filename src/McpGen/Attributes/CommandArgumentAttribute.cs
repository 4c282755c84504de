namespace McpGen;

/// <summary>
/// Requires a string that a program takes for an operand, not for an option: not empty, no leading hyphen or character that Windows maps to one, no
/// leading <c>@</c> (a response file), no control characters and no line breaks.
/// </summary>
/// <remarks>
/// For <see cref="System.Diagnostics.ProcessStartInfo.ArgumentList"/>, which keeps arguments apart; never for a command line put together as text, and never
/// for a shell. What the program does with the operand is its own affair: where there is a list of good values, <c>[AllowedValues]</c> or an enum says more.
/// The schema has it as a pattern. On a collection each item is meant.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CommandArgumentAttribute : Attribute;
