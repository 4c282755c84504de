using System;
using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Model;

namespace McpGen.Generator.Emission;

/// <summary>The name of a class's generated file: the class's own, and where others differ in case alone, with what tells them apart.</summary>
public static class HintNames
{
    /// <summary>The names that are not unique when case is ignored, as the compiler compares file names; in ordinal order.</summary>
    public static EquatableArray<string> Shared(IEnumerable<string> names) =>
        [.. names.GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Count() > 1)
            .SelectMany(static group => group)
            .OrderBy(static name => name, StringComparer.Ordinal)];

    public static string Of(ToolSetModel model, EquatableArray<string> shared)
    {
        string name = model.MetadataName.Replace('+', '.');
        string upper = shared.Contains(model.MetadataName)
            ? "." + string.Concat(name.Select(static (character, index) => char.IsUpper(character) ? index + "_" : ""))
            : "";
        return name + upper.TrimEnd('_') + ".McpGen.g.cs";
    }
}
