using System.Linq;

namespace McpGen.Generator.Model;

/// <summary>The tools of one class by name, for what only all classes together show.</summary>
/// <param name="ClassMetadataName">The class as metadata spells it.</param>
/// <param name="Tools">The tools and their methods.</param>
public sealed record ToolNames(string ClassMetadataName, EquatableArray<ToolNames.Tool> Tools)
{
    public static ToolNames Of(ToolSetModel model) =>
        new(model.MetadataName, [.. model.Tools.Select(static tool => new Tool(tool.Name, tool.MethodName.TrimStart('@')))]);

    public sealed record Tool(string Name, string Method);
}
