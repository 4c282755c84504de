using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Two tools of one name in an assembly: the SDK would keep the first and drop the other in silence.</summary>
public static class ToolNameClashes
{
    /// <summary>The clashes, with places looked up in the compilation only when there are any.</summary>
    public static ImmutableArray<Diagnostic> Find(EquatableArray<ToolNames> sets, Compilation compilation)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (ToolNames set in sets)
        {
            var met = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (ToolNames.Tool tool in set.Tools)
            {
                met[tool.Method] = met.TryGetValue(tool.Method, out int before) ? before + 1 : 0;
                string method = $"{set.ClassMetadataName.Replace('+', '.')}.{tool.Method}";
                if (owners.TryGetValue(tool.Name, out string? owner))
                {
                    // The tools of a class are listed as ToolMethods finds them, and so are its overloads.
                    INamedTypeSymbol? type = compilation.Assembly.GetTypeByMetadataName(set.ClassMetadataName);
                    ISymbol? place = type is null ? null : ToolMethods.Of(type).Where(candidate => candidate.Name == tool.Method).ElementAtOrDefault(met[tool.Method]) ?? (ISymbol)type;
                    found.Add(Diagnostic.Create(Descriptors.ToolNameClash, place?.Place(), tool.Name, owner));
                }
                else
                {
                    owners.Add(tool.Name, method);
                }
            }
        }

        return found.ToImmutable();
    }
}
