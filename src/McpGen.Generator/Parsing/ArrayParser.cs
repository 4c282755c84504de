using System;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Arrays, lists and sets.</summary>
public static class ArrayParser
{
    public static ArrayValue? Parse(ITypeSymbol type, ITypeSymbol item, CollectionKind kind, Annotations annotations, ParseContext context, TypePath path)
    {
        annotations.Use("StringLengthAttribute", "MinLengthAttribute", "MaxLengthAttribute", "LengthAttribute", "UniqueItemsAttribute");
        (int min, int max) = Counts(annotations, context, "items");
        ValueModel? itemValue = ValueParser.Parse(item, annotations.ForItems(), allowsNull: true, context, path);
        annotations.UseForText();
        if (itemValue is null)
        {
            return null;
        }

        // What is only written may be a set of anything; only scalars are compared in JSON.
        bool isScalar = itemValue is BooleanValue or IntegerValue or NumberValue or StringValue or TextValue or EnumValue;
        bool unique = annotations.Unique || (CollectionTypes.IsSet(kind) && (isScalar || !context.IsResult));
        if (unique && !isScalar)
        {
            string attribute = annotations.Unique ? "UniqueItems" : type.Name;
            context.Report(Descriptors.AnnotationMisplaced, annotations.Location, attribute, annotations.Subject, "compares scalars only; give the items a key and check it in the method");
            return null;
        }

        if (!context.IsResult && CollectionTypes.IsSorted(kind) && itemValue is StringValue { Kind: StringKind.Uri })
        {
            context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(), "URIs have no order; use HashSet<Uri>");
            return null;
        }

        var value = new ArrayValue { Type = type.Code(), Item = itemValue, Kind = kind, MinItems = min, MaxItems = max, Unique = unique };
        return context.WithMethod(value, Naming.Pascal(annotations.Subject));
    }

    /// <summary>The fewest and the most of what a collection holds.</summary>
    public static (int Min, int Max) Counts(Annotations annotations, ParseContext context, string what)
    {
        int min = Math.Max(annotations.MinLength ?? 0, 0);
        int? declared = annotations.MaxLength ?? (annotations.IsUnlimited || context.IsResult ? int.MaxValue : null);
        int max = declared ?? Math.Max(min, context.Defaults.MaxItems ?? Defaults.BuiltInMaxItems);
        if (declared is null)
        {
            context.Report(Descriptors.DefaultLimit, annotations.Location, annotations.Subject, "number of " + what, $"{(what == "items" ? "maxItems" : "maxProperties")} {max}");
        }

        if (min > max)
        {
            context.Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, $"at least {min} and at most {max} {what}");
        }

        return (min, max);
    }
}
