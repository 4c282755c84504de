namespace McpGen.Invocation;

/// <summary>A service that a tool takes from the request's scope.</summary>
/// <param name="Parameter">The parameter that takes it.</param>
/// <param name="Type">The service type.</param>
/// <param name="Key">The service key, for a keyed service.</param>
public sealed record ServiceUse(string Parameter, Type Type, object? Key = null);
