namespace McpGen;

/// <summary>Requires the items of a collection of scalars to differ from each other (JSON Schema <c>uniqueItems</c>).</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue)]
public sealed class UniqueItemsAttribute : Attribute;
