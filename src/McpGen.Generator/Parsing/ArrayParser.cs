using System;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Arrays and the list types that an array or a List can stand for.</summary>
public static class ArrayParser
{
    public static bool IsCollection(ITypeSymbol type) => ItemOf(type, out _) is not null;

    public static ArrayValue? Parse(ITypeSymbol type, Annotations annotations, ParseContext context, TypePath path)
    {
        ITypeSymbol item = ItemOf(type, out bool isList)!;
        if (item.SpecialType == SpecialType.System_Byte && type is IArrayTypeSymbol)
        {
            context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(), "binary data is not supported yet; use a string with [Base64String]");
            return null;
        }

        annotations.Use("StringLengthAttribute", "MinLengthAttribute", "MaxLengthAttribute", "LengthAttribute", "UniqueItemsAttribute");
        (int min, int max) = Counts(annotations, context);
        ValueModel? itemValue = ValueParser.Parse(item, annotations.ForItems(), allowsNull: true, context, path);

        // [Items] on an outer collection may speak of the counts of this one, not of numbers.
        if (annotations.Range is null && annotations.MultipleOf is null)
        {
            annotations.Use("ItemsAttribute");
        }

        if (itemValue is null)
        {
            return null;
        }

        if (annotations.Unique && itemValue is (ArrayValue or ObjectValue or AnyJsonValue))
        {
            context.Report(Descriptors.AnnotationMisplaced, annotations.Location, "UniqueItems", annotations.Subject, "compares scalars only; give the items a key and check it in the method");
            return null;
        }

        var value = new ArrayValue { Type = type.Code(), Item = itemValue, IsList = isList, MinItems = min, MaxItems = max, Unique = annotations.Unique };
        return context.WithReader(value, Naming.Pascal(annotations.Subject));
    }

    private static (int Min, int Max) Counts(Annotations annotations, ParseContext context)
    {
        int min = Math.Max(annotations.MinLength ?? 0, 0);
        int? declared = annotations.MaxLength ?? (annotations.IsUnlimited ? int.MaxValue : null);
        int max = declared ?? Math.Max(min, context.Defaults.MaxItems ?? Defaults.BuiltInMaxItems);
        if (declared is null)
        {
            context.Report(Descriptors.DefaultLimit, annotations.Location, annotations.Subject, "number of items", $"maxItems {max}");
        }

        if (min > max)
        {
            context.Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, $"at least {min} and at most {max} items");
        }

        return (min, max);
    }

    private static ITypeSymbol? ItemOf(ITypeSymbol type, out bool isList)
    {
        isList = false;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return array.ElementType;
        }

        if (type is not INamedTypeSymbol { IsGenericType: true, TypeArguments.Length: 1 } named || !named.IsIn("System.Collections.Generic"))
        {
            return null;
        }

        isList = named.Name is "List" or "IList" or "ICollection";
        return isList || named.Name is "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" ? named.TypeArguments[0] : null;
    }
}
