using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Dictionaries by name: objects whose names are data.</summary>
public static class MapParser
{
    public static MapValue? Parse(ITypeSymbol type, ITypeSymbol key, ITypeSymbol item, MapKind kind, Annotations annotations, ParseContext context, TypePath path)
    {
        if (key.SpecialType != SpecialType.System_String)
        {
            context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(), "names in JSON are strings; use string as the key");
            return null;
        }

        annotations.Use("StringLengthAttribute", "MinLengthAttribute", "MaxLengthAttribute", "LengthAttribute");
        (int min, int max) = ArrayParser.Counts(annotations, context, "entries");
        Annotations keyAnnotations = annotations.ForKeys();
        ValueModel? keyValue = ValueParser.Parse(key.WithNullableAnnotation(NullableAnnotation.NotAnnotated), keyAnnotations, allowsNull: false, context, path);
        ValueModel? itemValue = ValueParser.Parse(item, annotations.ForValues(), allowsNull: true, context, path);
        annotations.UseForCounts();
        if (keyValue is not StringValue names || itemValue is null)
        {
            return null;
        }

        var value = new MapValue { Type = type.Code(), Key = names, Item = itemValue, Kind = kind, MinItems = min, MaxItems = max };
        return context.WithMethod(value, Naming.Pascal(annotations.Subject));
    }
}
