using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>A type with its annotations becomes a value model, or the reason why it has none.</summary>
public static class ValueParser
{
    /// <summary>Parses a value; null after an error was reported.</summary>
    /// <param name="type">The C# type.</param>
    /// <param name="annotations">What its author said of it.</param>
    /// <param name="allowsNull">Whether null counts as a value here: not for an optional member, where it counts as absent.</param>
    /// <param name="context">Takes the findings.</param>
    /// <param name="path">The types that are being parsed around this one.</param>
    public static ValueModel? Parse(ITypeSymbol type, Annotations annotations, bool allowsNull, ParseContext context, TypePath path)
    {
        bool isNullable = IsNullable(type, out ITypeSymbol plain);
        ValueModel? value = ParsePlain(plain, annotations, context, path);
        foreach (AttributeData attribute in annotations.Unused)
        {
            context.Report(Descriptors.AnnotationMisplaced, attribute.Location() ?? annotations.Location, attribute.ShortName(), annotations.Subject,
                $"does not fit the type '{plain.ToDisplayString()}'");
        }

        if (value is null)
        {
            return null;
        }

        bool nullIsValue = isNullable && allowsNull && !annotations.Required;
        if (nullIsValue && value is not AnyJsonValue)
        {
            context.Report(Descriptors.NullInSchema, annotations.Location, annotations.Subject);
        }

        return value with { IsNullable = isNullable, AllowsNull = nullIsValue, IsValueType = plain.IsValueType };
    }

    /// <summary>Whether a type is nullable; oblivious references count as non-nullable.</summary>
    public static bool IsNullable(ITypeSymbol type, out ITypeSymbol plain)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            plain = nullable.TypeArguments[0];
            return true;
        }

        plain = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };
    }

    private static ValueModel? ParsePlain(ITypeSymbol type, Annotations annotations, ParseContext context, TypePath path)
    {
        if (type.SpecialType == SpecialType.System_Boolean)
        {
            return new BooleanValue { Type = type.Code() };
        }

        if (NumberParser.IsInteger(type.SpecialType))
        {
            return NumberParser.ParseInteger(type, annotations, context);
        }

        if (type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal)
        {
            return NumberParser.ParseNumber(type, annotations, context);
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            return StringParser.Parse(type, annotations, context);
        }

        if (!context.Compilation.IsSymbolAccessibleWithin(type, context.ToolClass))
        {
            return Refuse(type, annotations, context, "it is not accessible from the tool class; make it internal or nest it in the tool class");
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return EnumParser.Parse((INamedTypeSymbol)type, annotations, context);
        }

        if (ArrayParser.IsCollection(type))
        {
            return ArrayParser.Parse(type, annotations, context, path);
        }

        if (type.Is("System.Text.Json.JsonElement") || type.Is("System.Text.Json.Nodes.JsonNode"))
        {
            return ParseAnyJson(type, annotations, context);
        }

        if (UnsupportedTypes.Advice(type) is { } advice)
        {
            return Refuse(type, annotations, context, advice);
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } shape && !shape.IsRefLikeType)
        {
            return path.Contains(shape)
                ? Refuse(type, annotations, context, "a type that contains itself is not supported yet; use a flat list whose items name their parent")
                : ObjectParser.Parse(shape, annotations, context, path.With(shape));
        }

        return Refuse(type, annotations, context, "use a record with the members you need, or mark a service parameter [Service]");
    }

    private static AnyJsonValue? ParseAnyJson(ITypeSymbol type, Annotations annotations, ParseContext context)
    {
        annotations.Use("AnyJsonAttribute");
        if (!annotations.AnyJson)
        {
            context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(),
                "nothing in it would be checked; use a record, or mark it [AnyJson] if any JSON is meant");
            return null;
        }

        if (annotations.Required && type.Name == "JsonElement")
        {
            context.Report(Descriptors.AnnotationMisplaced, annotations.Location, "Required", annotations.Subject, "does not fit: null is one of the values of JsonElement; use JsonNode");
        }

        return new AnyJsonValue { Type = type.Code(), IsNode = type.Name == "JsonNode" };
    }

    private static ValueModel? Refuse(ITypeSymbol type, Annotations annotations, ParseContext context, string advice)
    {
        context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(), advice);
        return null;
    }
}
