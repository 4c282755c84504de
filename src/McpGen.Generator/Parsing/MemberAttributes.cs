using System;
using System.Collections.Generic;
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
    public static List<AttributeData> Of(ISymbol member)
    {
        var attributes = new List<AttributeData>(member.GetAttributes());
        if (member is not IPropertySymbol property)
        {
            return attributes;
        }

        attributes.AddRange(property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Where(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            .SelectMany(static field => field.GetAttributes()));
        if (PositionalParameter(property) is { } positional)
        {
            attributes.AddRange(positional.GetAttributes());
        }

        if (property.OverriddenProperty is { } overridden)
        {
            attributes.AddRange(Of(overridden).Where(inherited =>
                !attributes.Exists(nearer => SymbolEqualityComparer.Default.Equals(nearer.AttributeClass, inherited.AttributeClass))));
        }

        return attributes;
    }

    /// <summary>The attributes of a member that a constructor parameter fills, with the parameter's own.</summary>
    public static List<AttributeData> Of(IParameterSymbol parameter, ISymbol? member)
    {
        List<AttributeData> attributes = member is null ? [] : Of(member);
        attributes.InsertRange(0, parameter.GetAttributes().Where(own => !attributes.Exists(known => ReferenceEquals(known, own) || known.ApplicationSyntaxReference is { } place
            && own.ApplicationSyntaxReference is { } ownPlace && place.SyntaxTree == ownPlace.SyntaxTree && place.Span == ownPlace.Span)));
        return attributes;
    }

    private static IParameterSymbol? PositionalParameter(IPropertySymbol property) => !property.ContainingType.IsRecord ? null
        : property.ContainingType.InstanceConstructors
            .SelectMany(static constructor => constructor.Parameters)
            .FirstOrDefault(parameter => parameter.Name == property.Name
                && property.DeclaringSyntaxReferences.Any(place => parameter.DeclaringSyntaxReferences.Any(made => made.SyntaxTree == place.SyntaxTree && made.Span == place.Span)));
}
