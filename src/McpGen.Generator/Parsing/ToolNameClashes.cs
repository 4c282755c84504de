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
            foreach (ToolNames.Tool tool in set.Tools)
            {
                string method = $"{set.ClassMetadataName.Replace('+', '.')}.{tool.Method}";
                if (owners.TryGetValue(tool.Name, out string? owner))
                {
                    ISymbol? type = compilation.Assembly.GetTypeByMetadataName(set.ClassMetadataName);
                    ISymbol? place = (type as INamedTypeSymbol)?.GetMembers(tool.Method).LastOrDefault() ?? type;
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
