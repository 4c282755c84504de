using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>The attributes that hold for a symbol, its own first and then those of what it overrides or derives from.</summary>
public static class InheritedAttributes
{
    public static List<AttributeData> Of(INamedTypeSymbol type)
    {
        var attributes = new List<AttributeData>(type.GetAttributes());
        for (INamedTypeSymbol? current = type.BaseType; current is not null && current.SpecialType is SpecialType.None; current = current.BaseType)
        {
            Append(attributes, current.GetAttributes());
        }

        return attributes;
    }

    public static List<AttributeData> Of(IMethodSymbol method)
    {
        var attributes = new List<AttributeData>(method.GetAttributes());
        for (IMethodSymbol? current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            Append(attributes, current.GetAttributes());
        }

        return attributes;
    }

    /// <summary>A limit that an overriding method does not repeat still holds.</summary>
    public static List<AttributeData> Of(IParameterSymbol parameter) =>
        NearestOfEachClass((IMethodSymbol)parameter.ContainingSymbol, method => method.Parameters[parameter.Ordinal].GetAttributes());

    /// <summary>So does one of what it returns.</summary>
    public static List<AttributeData> OfReturnValue(IMethodSymbol method) => NearestOfEachClass(method, static method => method.GetReturnTypeAttributes());

    private static List<AttributeData> NearestOfEachClass(IMethodSymbol method, System.Func<IMethodSymbol, IEnumerable<AttributeData>> attributesOf)
    {
        var attributes = new List<AttributeData>(attributesOf(method));
        for (IMethodSymbol? current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            attributes.AddRange(attributesOf(current).Where(attribute =>
                !attributes.Exists(nearer => SymbolEqualityComparer.Default.Equals(nearer.AttributeClass, attribute.AttributeClass))).ToList());
        }

        return attributes;
    }

    /// <summary>Attributes are inherited as AttributeUsage says; one that may occur once gives way to a nearer one, except a statement of access: those add up.</summary>
    private static void Append(List<AttributeData> attributes, IEnumerable<AttributeData> inherited)
    {
        foreach (AttributeData attribute in inherited)
        {
            (bool isInherited, bool allowsMultiple) = UsageOf(attribute.AttributeClass);
            bool isHidden = !allowsMultiple && !attribute.AttributeClass.Is(KnownNames.PublicTool) && !attribute.AttributeClass.Is(KnownNames.ToolDefaults)
                && attributes.Exists(nearer => SymbolEqualityComparer.Default.Equals(nearer.AttributeClass, attribute.AttributeClass));
            if ((isInherited || AttributeCode.NamesAuthorization(attribute.AttributeClass)) && !isHidden)
            {
                attributes.Add(attribute);
            }
        }
    }

    private static (bool Inherited, bool AllowMultiple) UsageOf(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetAttributes().Find("System.AttributeUsageAttribute") is { } usage)
            {
                return (usage.Named("Inherited") is not false, usage.Named("AllowMultiple") is true);
            }
        }

        return (true, false);
    }
}
