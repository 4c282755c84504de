using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>The tool methods of a class: its own and the inherited ones, each as its most derived declaration.</summary>
public static class ToolMethods
{
    public static List<IMethodSymbol> Of(INamedTypeSymbol type)
    {
        var methods = new List<IMethodSymbol>();
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType is SpecialType.None; current = current.BaseType)
        {
            bool isOwn = SymbolEqualityComparer.Default.Equals(current, type);
            foreach (IMethodSymbol method in current.GetMembers().OfType<IMethodSymbol>())
            {
                // A base class's static methods are its own business: the SDK does not see them through a derived class either.
                if (IsTool(method) && !overridden.Contains(method) && (isOwn || !method.IsStatic))
                {
                    methods.Add(method);
                }

                if (method.OverriddenMethod is not null)
                {
                    for (IMethodSymbol? hidden = method.OverriddenMethod; hidden is not null; hidden = hidden.OverriddenMethod)
                    {
                        overridden.Add(hidden);
                    }
                }
            }
        }

        return methods;
    }

    /// <summary>Whether the method, or one it overrides, is marked.</summary>
    public static bool IsTool(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            if (current.Has(KnownNames.ToolAttribute))
            {
                return true;
            }
        }

        return false;
    }
}
