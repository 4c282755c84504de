namespace McpGen;

/// <summary>
/// Marks a class as an argument although the server's services know it too. Without it such a class stops the server at start, because a
/// caller could fill what was meant to be injected.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ArgumentAttribute : Attribute;
