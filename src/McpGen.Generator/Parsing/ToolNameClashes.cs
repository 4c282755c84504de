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
    /// <summary>A tool whose name another has already.</summary>
    /// <param name="ClassMetadataName">Its class.</param>
    /// <param name="Method">Its method.</param>
    /// <param name="Overload">Which of the class's tool methods of that name it is.</param>
    /// <param name="Owner">The method whose tool has the name.</param>
    public sealed record Clash(string Name, string ClassMetadataName, string Method, int Overload, string Owner);

    public static EquatableArray<Clash> Among(EquatableArray<ToolNames> sets)
    {
        var owners = new Dictionary<string, (ToolNames Set, string Method)>(StringComparer.Ordinal);
        var clashes = new List<Clash>();
        foreach (ToolNames set in sets)
        {
            var met = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (ToolNames.Tool tool in set.Tools)
            {
                met[tool.Method] = met.TryGetValue(tool.Method, out int before) ? before + 1 : 0;
                if (owners.TryGetValue(tool.Name, out (ToolNames Set, string Method) owner))
                {
                    clashes.Add(new Clash(tool.Name, set.ClassMetadataName, tool.Method, met[tool.Method], $"{owner.Set.ClassMetadataName.Replace('+', '.')}.{owner.Method}"));
                }
                else
                {
                    owners.Add(tool.Name, (set, tool.Method));
                }
            }
        }

        return [.. clashes];
    }

    /// <summary>The clashes, each where it is in the compilation at hand.</summary>
    public static ImmutableArray<Diagnostic> Locate(EquatableArray<Clash> clashes, Compilation compilation) => [.. clashes.Select(clash =>
    {
        // The tools of a class are listed as ToolMethods finds them, and so are its overloads.
        INamedTypeSymbol? type = compilation.Assembly.GetTypeByMetadataName(clash.ClassMetadataName);
        ISymbol? place = type is null ? null : ToolMethods.Of(type).Where(candidate => candidate.Name == clash.Method).ElementAtOrDefault(clash.Overload) ?? (ISymbol)type;
        return Diagnostic.Create(Descriptors.ToolNameClash, place?.Place(), clash.Name, clash.Owner);
    })];
}
