using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Reading attributes and type names off symbols.</summary>
public static class Attributes
{
    /// <summary>Whether a type has this full metadata name; generic types are named without arity.</summary>
    public static bool Is(this ITypeSymbol? type, string fullName)
    {
        if (type is null || !fullName.EndsWith(type.Name, System.StringComparison.Ordinal) || fullName.Length <= type.Name.Length
            || fullName[fullName.Length - type.Name.Length - 1] != '.')
        {
            return false;
        }

        int end = fullName.Length - type.Name.Length - 1;
        for (INamespaceSymbol? space = type.ContainingType is null ? type.ContainingNamespace : null; space is not null; space = space.ContainingNamespace)
        {
            if (space.IsGlobalNamespace)
            {
                return end < 0;
            }

            int start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, space.Name, 0, space.Name.Length) != 0 || (start > 0 && fullName[start - 1] != '.'))
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }

    public static bool IsIn(this ITypeSymbol? type, string @namespace) =>
        type?.ContainingNamespace is { IsGlobalNamespace: false } space && space.ToDisplayString() == @namespace;

    public static AttributeData? Find(this IEnumerable<AttributeData> attributes, string fullName) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeClass.Is(fullName));

    public static bool Has(this ISymbol symbol, string fullName) => symbol.GetAttributes().Find(fullName) is not null;

    /// <summary>Whether the attribute's class, or one of its bases, implements an interface of this name.</summary>
    public static bool Implements(this INamedTypeSymbol? attributeClass, string interfaceName) =>
        attributeClass is not null && attributeClass.AllInterfaces.Any(type => type.Name == interfaceName);

    public static bool InheritsFrom(this ITypeSymbol? type, string fullName)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(fullName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A constructor argument; null where the source is unfinished and there is none.</summary>
    public static object? Argument(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Kind != TypedConstantKind.Array ? attribute.ConstructorArguments[index].Value : null;

    public static object? Named(this AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }

    public static bool IsNamed(this AttributeData attribute, string name) => attribute.NamedArguments.Any(argument => argument.Key == name);

    /// <summary>The values of a params array, or of the only array argument.</summary>
    public static IEnumerable<TypedConstant> Values(this AttributeData attribute) =>
        attribute.ConstructorArguments.SelectMany(static argument =>
            argument.Kind != TypedConstantKind.Array ? [argument] : argument.IsNull ? [] : argument.Values.AsEnumerable());

    /// <summary>The value of a constant that is no array; null for an array, which fits no single value.</summary>
    public static object? Single(this TypedConstant constant) => constant.Kind == TypedConstantKind.Array ? null : constant.Value;

    /// <summary>The attribute's name as it is written: without its suffix.</summary>
    public static string ShortName(this AttributeData attribute)
    {
        string name = attribute.AttributeClass?.Name ?? "?";
        return name.EndsWith("Attribute", System.StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    public static Location? Location(this AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference ? reference.SyntaxTree.GetLocation(reference.Span) : null;

    public static Location Place(this ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource) ?? Microsoft.CodeAnalysis.Location.None;

    /// <summary>The type as code, whatever namespaces and usings surround it.</summary>
    public static string Code(this ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(s_code);

    private static readonly SymbolDisplayFormat s_code = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

}
