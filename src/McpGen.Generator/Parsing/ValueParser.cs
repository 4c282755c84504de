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

        return (value.IsNullable, value.AllowsNull, value.IsValueType) == (isNullable, nullIsValue, plain.IsValueType) ? value
            : value with { IsNullable = isNullable, AllowsNull = nullIsValue, IsValueType = plain.IsValueType };
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

        if (GuardParser.IsGuarded(type, annotations, context))
        {
            return GuardParser.Parse(type, annotations, context);
        }

        if (type.SpecialType is SpecialType.System_String or SpecialType.System_Char || type.Is("System.Uri"))
        {
            return StringParser.Parse(type, annotations, context);
        }

        if (TextParser.Parse(type) is { } text)
        {
            return text;
        }

        if (TextParser.IsBinary(type))
        {
            return TextParser.ParseBinary(type, annotations, context);
        }

        if (!context.IsAccessible(type))
        {
            return Refuse(type, annotations, context, "it is not accessible from the tool class; make it internal or nest it in the tool class");
        }

        if (Unnameable.Reason(type) is { } unnameable)
        {
            return Refuse(type, annotations, context, unnameable);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return EnumParser.Parse((INamedTypeSymbol)type, annotations, context);
        }

        if (ParseCollection(type, annotations, context, path, out ValueModel? collection))
        {
            return collection;
        }

        if (type.Is("System.Text.Json.JsonElement") || type.Is("System.Text.Json.Nodes.JsonNode") || (context.IsResult && type.InheritsFrom("System.Text.Json.Nodes.JsonNode")))
        {
            return ParseAnyJson(type, annotations, context);
        }

        if (UnsupportedTypes.Advice(type, context.IsResult) is { } advice)
        {
            return Refuse(type, annotations, context, advice);
        }

        if (type is INamedTypeSymbol shape && (PolymorphicParser.IsPolymorphic(shape) || HasMembers(shape, context)))
        {
            return ParseShape(shape, annotations, context, path);
        }

        return Refuse(type, annotations, context, context.IsResult ? "return a record with the members you need" : "use a record with the members you need, or mark a service parameter [Service]");
    }

    /// <summary>Whether members say what it is. A result is read through them alone, so it may be a contract too.</summary>
    private static bool HasMembers(INamedTypeSymbol type, ParseContext context) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct ? context.IsResult || !type.IsAbstract : type.TypeKind == TypeKind.Interface && context.IsResult;

    private static bool ParseCollection(ITypeSymbol type, Annotations annotations, ParseContext context, TypePath path, out ValueModel? value)
    {
        if (CollectionTypes.IsMap(type, out ITypeSymbol key, out ITypeSymbol item, out MapKind mapKind))
        {
            value = MapParser.Parse(type, key, item, mapKind, annotations, context, path);
            return true;
        }

        if (CollectionTypes.ItemOf(type, out CollectionKind kind) is { } held)
        {
            value = ArrayParser.Parse(type, held, kind, annotations, context, path);
            return true;
        }

        // What is only written may be any type that enumerates.
        if (context.IsResult && !type.InheritsFrom("System.Text.Json.Nodes.JsonNode") && CollectionTypes.EnumeratedBy(type) is { } enumerated)
        {
            if (type is INamedTypeSymbol named)
            {
                if (context.HasGivenUp || path.Contains(named) || path.IsTooDeep)
                {
                    value = context.HasGivenUp ? null : Refuse(type, annotations, context, "it holds itself without end; return a record");
                    context.HasGivenUp |= path.IsTooDeep;
                    return true;
                }

                path = path.With(named);
            }

            value = enumerated is INamedTypeSymbol { TypeArguments.Length: 2 } pair && pair.Is("System.Collections.Generic.KeyValuePair") && pair.TypeArguments[0].SpecialType == SpecialType.System_String
                ? MapParser.Parse(type, pair.TypeArguments[0], pair.TypeArguments[1], MapKind.Dictionary, annotations, context, path)
                : ArrayParser.Parse(type, enumerated, CollectionKind.Array, annotations, context, path);
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>A type with members, or with cases. One that contains itself becomes a reference, inside and outside.</summary>
    private static NamedValue? ParseShape(INamedTypeSymbol type, Annotations annotations, ParseContext context, TypePath path)
    {
        if (context.HasGivenUp)
        {
            return null;
        }

        if (context.Shapes.TryGet(type, out NamedValue? known))
        {
            return known;
        }

        if (path.Contains(type))
        {
            return context.ReferenceTo(type);
        }

        if (path.IsTooDeep)
        {
            context.HasGivenUp = true;
            return Refuse(type, annotations, context, "its types nest without end, or deeper than a call may") as NamedValue;
        }

        TypePath inside = path.With(type);
        NamedValue? value = PolymorphicParser.IsPolymorphic(type) ? PolymorphicParser.Parse(type, annotations, context, inside)
            : context.IsResult ? WrittenObjectParser.Parse(type, annotations, context, inside)
            : ObjectParser.Parse(type, annotations, context, inside);
        if (value is not null && SchemaSize.IsTooLarge(value))
        {
            value = Refuse(type, annotations, context, $"its schema would have more than {SchemaSize.Largest} parts; hold fewer types in it, or hold them once") as NamedValue;
        }

        NamedValue? finished = value is null ? null : context.Close(type, value, annotations);
        context.Shapes.Finish(type, finished);
        return finished;
    }

    private static AnyJsonValue? ParseAnyJson(ITypeSymbol type, Annotations annotations, ParseContext context)
    {
        annotations.Use("AnyJsonAttribute");
        if (!annotations.AnyJson && !context.IsResult)
        {
            context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(),
                "nothing in it would be checked; use a record, or mark it [AnyJson] if any JSON is meant");
            return null;
        }

        if (annotations.Required && type.Name == "JsonElement")
        {
            context.Report(Descriptors.AnnotationMisplaced, annotations.Location, "Required", annotations.Subject, "does not fit: null is one of the values of JsonElement; use JsonNode");
        }

        return new AnyJsonValue { Type = type.Code(), IsNode = type.Name != "JsonElement" };
    }

    private static ValueModel? Refuse(ITypeSymbol type, Annotations annotations, ParseContext context, string advice)
    {
        context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(), advice);
        return null;
    }
}
