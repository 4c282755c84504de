namespace McpGen.Generator.Model;

/// <summary>What the assembly's registration file lists.</summary>
/// <param name="ToolClasses">The hardened classes, fully qualified.</param>
/// <param name="NotHardened">The classes left out on purpose.</param>
public sealed record RegistrationModel(EquatableArray<string> ToolClasses, EquatableArray<NotHardenedModel> NotHardened);
