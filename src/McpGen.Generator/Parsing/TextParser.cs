using System;
using System.Collections.Generic;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Types that are written as text in one form: identifiers, dates and times, bytes.</summary>
public static class TextParser
{
    private static readonly Dictionary<string, TextKind> s_kinds = new()
    {
        ["System.Guid"] = TextKind.Guid,
        ["System.DateTimeOffset"] = TextKind.DateTimeOffset,
        ["System.DateTime"] = TextKind.DateTime,
        ["System.DateOnly"] = TextKind.DateOnly,
        ["System.TimeOnly"] = TextKind.TimeOnly,
        ["System.TimeSpan"] = TextKind.TimeSpan,
    };

    public static TextValue? Parse(ITypeSymbol type)
    {
        foreach (KeyValuePair<string, TextKind> pair in s_kinds)
        {
            if (type.Is(pair.Key))
            {
                return new TextValue { Type = type.Code(), Kind = pair.Value };
            }
        }

        return null;
    }

    public static bool IsText(ITypeSymbol type) => Parse(type) is not null || IsBinary(type) || type.Is("System.Uri");

    public static bool IsBinary(ITypeSymbol type) =>
        type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte }
        || (type is INamedTypeSymbol { TypeArguments.Length: 1 } memory && (type.Is("System.ReadOnlyMemory") || type.Is("System.Memory")) && memory.TypeArguments[0].SpecialType == SpecialType.System_Byte);

    /// <summary>Lengths count bytes. The default is what the default length of a string can hold.</summary>
    public static BinaryValue ParseBinary(ITypeSymbol type, Annotations annotations, ParseContext context)
    {
        annotations.Use("MinLengthAttribute", "MaxLengthAttribute", "LengthAttribute", "Base64StringAttribute");
        annotations.UseForCounts();
        int min = annotations.MinLength ?? 0;
        int? declared = annotations.MaxLength ?? (annotations.IsUnlimited || context.IsResult ? int.MaxValue : null);
        int max = declared ?? Math.Max(min, (context.Defaults.MaxStringLength ?? Defaults.BuiltInMaxStringLength) / 4 * 3);
        if (declared is null)
        {
            context.Report(Descriptors.DefaultLimit, annotations.Location, annotations.Subject, "number of bytes", $"{max} bytes");
        }

        if (min > max)
        {
            context.Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, $"at least {min} and at most {max} bytes");
        }

        return new BinaryValue { Type = type.Code(), MinBytes = min, MaxBytes = max };
    }
}
