using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>[JsonPolymorphic] types: one of the declared cases, told apart by a member with a declared name.</summary>
public static class PolymorphicParser
{
    private const string Polymorphic = KnownNames.JsonSerialization + ".JsonPolymorphicAttribute";
    private const string DerivedType = KnownNames.JsonSerialization + ".JsonDerivedTypeAttribute";

    public static bool IsPolymorphic(ITypeSymbol type) => type.Has(Polymorphic) || type.Has(DerivedType);

    public static PolymorphicValue? Parse(INamedTypeSymbol type, Annotations annotations, ParseContext context, TypePath path)
    {
        if (Discriminator(type, annotations, context) is not { } discriminator)
        {
            return null;
        }

        var cases = new List<ObjectValue>();
        bool complete = true;
        foreach (AttributeData attribute in type.GetAttributes().Where(static attribute => attribute.AttributeClass.Is(DerivedType)))
        {
            ObjectValue? shape = ParseCase(attribute, type, discriminator, cases, annotations, context, path);
            complete &= shape is not null;
            if (shape is not null)
            {
                cases.Add(shape);
            }
        }

        if (complete && cases.Count == 0)
        {
            context.Report(Descriptors.PolymorphismNotSupported, annotations.Location, type.ToDisplayString(), "lists no [JsonDerivedType]");
            return null;
        }

        return complete ? new PolymorphicValue { Type = type.Code(), Discriminator = discriminator, Cases = [.. cases] } : null;
    }

    /// <summary>The declared name of the member that tells; System.Text.Json's own, $type, is never taken.</summary>
    private static string? Discriminator(INamedTypeSymbol type, Annotations annotations, ParseContext context)
    {
        AttributeData? attribute = type.GetAttributes().Find(Polymorphic);
        string? name = attribute?.Named("TypeDiscriminatorPropertyName") as string;
        string? reason = name is null ? "declares no name for its discriminator; add [JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\")]"
            : !Naming.IsPropertyName(name) ? $"has a discriminator whose name is not {Naming.PropertyNameRule}"
            : attribute!.Named("IgnoreUnrecognizedTypeDiscriminators") is true ? "ignores unknown cases, which is never strict; remove IgnoreUnrecognizedTypeDiscriminators"
            : attribute!.Named("UnknownDerivedTypeHandling") is int and not 0 ? "handles unknown cases in another way than failing; remove UnknownDerivedTypeHandling"
            : null;
        if (reason is not null)
        {
            context.Report(Descriptors.PolymorphismNotSupported, attribute?.Location() ?? annotations.Location, type.ToDisplayString(), reason);
        }

        return reason is null ? name : null;
    }

    private static ObjectValue? ParseCase(
        AttributeData attribute, INamedTypeSymbol type, string discriminator, List<ObjectValue> known, Annotations annotations, ParseContext context, TypePath path)
    {
        var derived = attribute.Argument(0) as INamedTypeSymbol;
        string? tag = attribute.Argument(1) as string;
        string? reason = derived is null || derived.TypeKind == TypeKind.Error ? "names no type"
            : derived.IsUnboundGenericType || derived.IsAbstract ? $"names '{derived.ToDisplayString()}', which nothing can make"
            : tag is null ? $"gives '{derived.ToDisplayString()}' no name; use [JsonDerivedType(typeof({derived.Name}), \"name\")], a string that a model can read"
            : tag.Length == 0 || !Naming.IsWellFormed(tag) ? $"gives '{derived.ToDisplayString()}' a name that is empty or no well-formed text"
            : known.Exists(other => other.Tag!.Value == tag) ? $"uses the name '{tag}' twice"
            : known.Exists(other => other.Type == derived.Code()) ? $"lists '{derived.ToDisplayString()}' twice"
            : !context.IsAccessible(derived) ? $"names '{derived.ToDisplayString()}', which is not accessible from the tool class"
            : !IsA(derived, type) ? $"names '{derived.ToDisplayString()}', which does not derive from it"
            : null;
        if (reason is not null)
        {
            context.Report(Descriptors.PolymorphismNotSupported, attribute.Location() ?? annotations.Location, type.ToDisplayString(), reason);
            return null;
        }

        ObjectValue? shape = context.IsResult
            ? WrittenObjectParser.Parse(derived!, annotations, context, path, new TagModel(discriminator, tag!))
            : ObjectParser.Parse(derived!, annotations, context, path, new TagModel(discriminator, tag!));
        return shape is null ? null : context.WithMethod(shape, Naming.Pascal(derived!.Name));
    }

    private static bool IsA(INamedTypeSymbol derived, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = derived; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
            {
                return true;
            }
        }

        return derived.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract, type));
    }
}
