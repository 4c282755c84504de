using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>The attributes that hold for a symbol, its own first and then those of what it overrides or derives from.</summary>
public static class InheritedAttributes
{
    public static ImmutableArray<AttributeData> Of(INamedTypeSymbol type)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        for (INamedTypeSymbol? current = type.BaseType; current is not null && current.SpecialType is SpecialType.None; current = current.BaseType)
        {
            attributes = With(attributes, current.GetAttributes());
        }

        return attributes;
    }

    public static ImmutableArray<AttributeData> Of(IMethodSymbol method)
    {
        ImmutableArray<AttributeData> attributes = method.GetAttributes();
        for (IMethodSymbol? current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            attributes = With(attributes, current.GetAttributes());
        }

        return attributes;
    }

    /// <summary>A limit that an overriding method does not repeat still holds.</summary>
    public static ImmutableArray<AttributeData> Of(IParameterSymbol parameter)
    {
        ImmutableArray<AttributeData> attributes = parameter.GetAttributes();
        for (IMethodSymbol? current = ((IMethodSymbol)parameter.ContainingSymbol).OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            attributes = WithOtherClasses(attributes, current.Parameters[parameter.Ordinal].GetAttributes());
        }

        return attributes;
    }

    /// <summary>So does one of what it returns.</summary>
    public static ImmutableArray<AttributeData> OfReturnValue(IMethodSymbol method)
    {
        ImmutableArray<AttributeData> attributes = method.GetReturnTypeAttributes();
        for (IMethodSymbol? current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            attributes = WithOtherClasses(attributes, current.GetReturnTypeAttributes());
        }

        return attributes;
    }

    private static ImmutableArray<AttributeData> WithOtherClasses(ImmutableArray<AttributeData> nearer, ImmutableArray<AttributeData> inherited) =>
        nearer.AddRange(inherited.Where(attribute => !HasClass(nearer, attribute.AttributeClass)));

    /// <summary>Attributes are inherited as AttributeUsage says; one that may occur once gives way to a nearer one, except a statement of access: those add up.</summary>
    private static ImmutableArray<AttributeData> With(ImmutableArray<AttributeData> attributes, ImmutableArray<AttributeData> inherited)
    {
        foreach (AttributeData attribute in inherited)
        {
            (bool isInherited, bool allowsMultiple) = UsageOf(attribute.AttributeClass);
            bool isHidden = !allowsMultiple && !attribute.AttributeClass.Is(KnownNames.PublicTool) && !attribute.AttributeClass.Is(KnownNames.PrivateTool) && !attribute.AttributeClass.Is(KnownNames.ToolDefaults)
                && HasClass(attributes, attribute.AttributeClass);
            if ((isInherited || AttributeCode.NamesAuthorization(attribute.AttributeClass)) && !isHidden)
            {
                attributes = attributes.Add(attribute);
            }
        }

        return attributes;
    }

    private static bool HasClass(ImmutableArray<AttributeData> attributes, INamedTypeSymbol? type) =>
        attributes.Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type));

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
