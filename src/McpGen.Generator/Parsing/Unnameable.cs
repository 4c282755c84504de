using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>What the compiler does not let generated code name, whatever the author has suppressed where it is declared or used.</summary>
public static class Unnameable
{
    /// <summary>Why a symbol, or what it stands in, cannot be named; null when it can.</summary>
    public static string? Reason(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            ImmutableArray<AttributeData> attributes = current.GetAttributes();
            if (attributes.Find("System.ObsoleteAttribute")?.ConstructorArguments.LastOrDefault().Value is true)
            {
                return "it is [Obsolete] as an error, so generated code cannot name it; use what replaces it";
            }

            if (attributes.Find("System.Diagnostics.CodeAnalysis.ExperimentalAttribute") is not null)
            {
                return "it is [Experimental], so generated code cannot name it; use a type of your own";
            }
        }

        return null;
    }
}
