namespace McpGen;

/// <summary>
/// Accepts any JSON value for a <see cref="System.Text.Json.JsonElement"/> or <see cref="System.Text.Json.Nodes.JsonNode"/>. Without it
/// these types are a build error, because nothing of their content is checked.
/// </summary>
/// <remarks>
/// What is checked: the size of all arguments, the nesting depth (<see cref="ToolDefaultsAttribute.MaxDepth"/>), that no name occurs
/// twice in an object at any depth, and that every string is well-formed Unicode.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AnyJsonAttribute : Attribute;
