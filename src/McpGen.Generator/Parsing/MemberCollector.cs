using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>The properties and fields of a type and its bases, base first, each as its most derived declaration.</summary>
public static class MemberCollector
{
    public static List<PropertyOrField> Collect(INamedTypeSymbol type, ParseContext context)
    {
        var hierarchy = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType is SpecialType.None; current = current.BaseType)
        {
            hierarchy.Push(current);
        }

        var members = new List<PropertyOrField>();
        foreach (ISymbol symbol in hierarchy.SelectMany(static level => level.GetMembers()))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!IsCandidate(symbol))
            {
                continue;
            }

            // A redeclared or overridden member stands where its first declaration stood.
            var member = new PropertyOrField(symbol);
            int hidden = members.FindIndex(other => other.Symbol.Name == symbol.Name);
            if (hidden >= 0)
            {
                members[hidden] = member;
            }
            else
            {
                members.Add(member);
            }
        }

        return members;
    }

    private static bool IsCandidate(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => !property.IsStatic && !property.IsIndexer && property.ExplicitInterfaceImplementations.IsEmpty && !(property.Name == "EqualityContract" && property.IsImplicitlyDeclared),
        IFieldSymbol field => !field.IsStatic && !field.IsImplicitlyDeclared && (field.IsRequired || field.DeclaredAccessibility == Accessibility.Public || field.Has(KnownNames.JsonSerialization + ".JsonIncludeAttribute")),
        _ => false,
    };
}
