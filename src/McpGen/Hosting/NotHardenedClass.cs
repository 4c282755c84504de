namespace McpGen.Hosting;

/// <summary>A tool class that is left out on purpose, as the generated registration lists it.</summary>
/// <param name="Type">The class.</param>
/// <param name="Reason">Why, in the developer's words.</param>
public sealed record NotHardenedClass(Type Type, string Reason);
