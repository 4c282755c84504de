namespace McpGen.Invocation;

/// <summary>A class that a tool binds from its arguments.</summary>
/// <param name="Parameter">The parameter that is bound, or the path of the member.</param>
/// <param name="Type">The class.</param>
public sealed record ArgumentClass(string Parameter, Type Type);
