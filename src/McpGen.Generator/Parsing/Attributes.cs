using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Reading attributes and type names off symbols.</summary>
public static class Attributes
{
    /// <summary>Whether a type has this full metadata name; generic types are named without arity.</summary>
    public static bool Is(this ITypeSymbol? type, string fullName)
    {
        if (type?.Name is not { Length: > 0 } name || !fullName.EndsWith(name, System.StringComparison.Ordinal) || type.ContainingType is not null)
        {
            return false;
        }

        int dot = fullName.Length - name.Length - 1;
        return dot > 0 && fullName[dot] == '.' && IsCalled(type.ContainingNamespace, fullName, dot);
    }

    /// <summary>Whether a type, or what it is nested in, stands in this namespace.</summary>
    public static bool IsIn(this ITypeSymbol? type, string @namespace) => IsCalled(type?.ContainingNamespace, @namespace, @namespace.Length);

    /// <summary>Whether a namespace's full name is a text up to a place in it: compared part by part, since most differ in the last.</summary>
    private static bool IsCalled(INamespaceSymbol? space, string fullName, int end)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            string part = space.Name;
            int start = end - part.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, part, 0, part.Length) != 0 || (start > 0 && fullName[start - 1] != '.'))
            {
                return false;
            }

            end = start - 1;
        }

        return space is not null && end < 0;
    }

    public static AttributeData? Find(this ImmutableArray<AttributeData> attributes, string fullName)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass.Is(fullName))
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool Has(this ISymbol symbol, string fullName) => symbol.GetAttributes().Find(fullName) is not null;

    /// <summary>Whether the attribute's class, or one of its bases, implements one of these interfaces.</summary>
    public static bool Implements(this INamedTypeSymbol? attributeClass, string[] interfaceNames)
    {
        if (attributeClass is not null)
        {
            foreach (INamedTypeSymbol contract in attributeClass.AllInterfaces)
            {
                if (System.Array.IndexOf(interfaceNames, contract.Name) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

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
    public static string Code(this ITypeSymbol type) => type.SpecialType switch
    {
        // By far the most types there are.
        SpecialType.System_String => "string",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Double => "double",
        _ => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(s_code),
    };

    private static readonly SymbolDisplayFormat s_code = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

}
