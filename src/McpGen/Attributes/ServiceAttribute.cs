namespace McpGen;

/// <summary>Marks a parameter that is resolved from the request's services: it is not in the schema and no caller can fill it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;
