using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Every attribute that speaks of a member, wherever its author could put it.</summary>
public static class MemberAttributes
{
    /// <summary>
    /// A property's own attributes, those on its backing field, those on the positional parameter that made it, and those of what it
    /// overrides as far as it does not repeat them.
    /// </summary>
    public static ImmutableArray<AttributeData> Of(ISymbol member)
    {
        ImmutableArray<AttributeData> attributes = member.GetAttributes();
        if (member is not IPropertySymbol property)
        {
            return attributes;
        }

        foreach (ISymbol sibling in property.ContainingType.GetMembers())
        {
            if (sibling is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            {
                attributes = attributes.AddRange(field.GetAttributes());
            }
        }

        if (PositionalParameter(property) is { } positional)
        {
            attributes = attributes.AddRange(positional.GetAttributes());
        }

        if (property.OverriddenProperty is { } overridden)
        {
            ImmutableArray<AttributeData> nearer = attributes;
            attributes = attributes.AddRange(Of(overridden).Where(inherited =>
                !nearer.Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, inherited.AttributeClass))));
        }

        return attributes;
    }

    /// <summary>The attributes of a member that a constructor parameter fills, with the parameter's own.</summary>
    public static ImmutableArray<AttributeData> Of(IParameterSymbol parameter, PropertyOrField? member)
    {
        ImmutableArray<AttributeData> attributes = member?.Attributes ?? [];
        ImmutableArray<AttributeData> own = parameter.GetAttributes();
        return own.RemoveAll(attribute => attributes.Any(known => IsSame(known, attribute))).AddRange(attributes);
    }

    /// <summary>A positional parameter's attribute is met again on its property.</summary>
    private static bool IsSame(AttributeData one, AttributeData other) => ReferenceEquals(one, other)
        || (one.ApplicationSyntaxReference is { } place && other.ApplicationSyntaxReference is { } otherPlace && place.SyntaxTree == otherPlace.SyntaxTree && place.Span == otherPlace.Span);

    private static IParameterSymbol? PositionalParameter(IPropertySymbol property)
    {
        foreach (IMethodSymbol constructor in property.ContainingType.InstanceConstructors)
        {
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                if (parameter.Name == property.Name && (property.DeclaringSyntaxReferences.IsEmpty ? IsCompiledAlike(parameter, property) : IsOneDeclaration(parameter, property)))
                {
                    return parameter;
                }
            }
        }

        return null;
    }

    private static bool IsOneDeclaration(IParameterSymbol parameter, IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Any(place => parameter.DeclaringSyntaxReferences.Any(made => made.SyntaxTree == place.SyntaxTree && made.Span == place.Span));

    /// <summary>
    /// A compiled record does not say which constructor made a property, a compiled record struct not even that it is one. A limit too many is better
    /// than one lost.
    /// </summary>
    private static bool IsCompiledAlike(IParameterSymbol parameter, IPropertySymbol property) =>
        SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type) && !parameter.GetAttributes().IsEmpty;
}
