using System;
using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Model;

/// <summary>The tools of one class by name, for what only all classes together show.</summary>
/// <param name="ClassMetadataName">The class as metadata spells it.</param>
/// <param name="Tools">The tools and their methods.</param>
public sealed record ToolNames(string ClassMetadataName, EquatableArray<ToolNames.Tool> Tools)
{
    public static ToolNames Of(ToolSetModel model) =>
        new(model.MetadataName, [.. model.Tools.Select(static tool => new Tool(tool.Name, tool.MethodName.TrimStart('@')))]);

    /// <summary>The classes in ordinal order: the order of the files must not show.</summary>
    public static EquatableArray<ToolNames> InOrder(IEnumerable<ToolNames> sets) => [.. sets.OrderBy(static set => set.ClassMetadataName, StringComparer.Ordinal)];

    public sealed record Tool(string Name, string Method);
}
