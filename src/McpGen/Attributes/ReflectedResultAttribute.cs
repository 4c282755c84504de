namespace McpGen;

/// <summary>
/// Lets a tool return what is not known at build time, such as an anonymous type as <c>object</c>: it is written by the SDK's serializer.
/// </summary>
/// <remarks>
/// What is written is then whatever the value holds: nothing is declared, checked or left out, and there is no output schema. It needs
/// reflection, so a trimmed or ahead-of-time compiled build warns. Return a record instead wherever you can.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReflectedResultAttribute : Attribute;
