using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using McpGen.Generator.Patterns;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Strings with lengths, patterns and lists of values.</summary>
public static class StringParser
{
    /// <summary>[Required]: at least one character that is no white space.</summary>
    private const string NotBlank = @"\S";

    public static StringValue Parse(ITypeSymbol type, Annotations annotations, ParseContext context)
    {
        StringKind kind = type.SpecialType switch { SpecialType.System_String => StringKind.String, SpecialType.System_Char => StringKind.Char, _ => StringKind.Uri };
        annotations.Use("RegularExpressionAttribute", "PatternAttribute", "AllowedValuesAttribute", "DeniedValuesAttribute", "UrlAttribute");
        if (kind != StringKind.Char)
        {
            annotations.Use("StringLengthAttribute", "MinLengthAttribute", "MaxLengthAttribute", "LengthAttribute");
            if (kind == StringKind.String || annotations.Formats.All(static format => format == "Uri"))
            {
                annotations.UseForText();
            }
        }

        if (kind == StringKind.String)
        {
            annotations.Use("EmailAddressAttribute", "Base64StringAttribute", "FormatAttribute", "IdentifierAttribute", "CommandArgumentAttribute", "PlainTextAttribute");
        }

        EquatableArray<string> allowed = Listed(annotations.Allowed, "AllowedValues", annotations, context);
        ValueLimits.RefuseDeniedNull(annotations, context);
        EquatableArray<string> denied = Listed(annotations.Denied, "DeniedValues", annotations, context);
        (int min, int? max) = kind == StringKind.Char ? (0, null) : Lengths(annotations, !allowed.IsEmpty, context);
        List<CheckedPattern> patterns = Patterns(annotations, kind == StringKind.String, context);
        var value = new StringValue
        {
            Type = type.Code(),
            Kind = kind,
            Format = kind == StringKind.Uri ? "Uri" : annotations.Formats.FirstOrDefault(),
            MinLength = min,
            MaxLength = max,
            PatternField = patterns.Count == 0 ? null : context.FieldOf(patterns, Naming.Pascal(annotations.Subject)),
            Patterns = [.. patterns.Select(static pattern => pattern.Model.Ecma)],
            IsNormalized = patterns.Exists(static pattern => pattern.IsNormalized),
            Allowed = allowed,
            Denied = denied,
        };
        if (!annotations.Formats.IsEmpty && annotations.HasAllowed)
        {
            context.Report(Descriptors.AnnotationMisplaced, annotations.Location, "AllowedValues", annotations.Subject, "lists every text there is; a format beside it says nothing");
        }

        ValueLimits.CheckListed(value, allowed, annotations, context);
        return value;
    }

    private static (int Min, int? Max) Lengths(Annotations annotations, bool isListed, ParseContext context)
    {
        int min = Math.Max(annotations.MinLength ?? 0, 0);

        int? max = annotations.Patterns.Select(static pattern => pattern.MaxLength).Append(annotations.MaxLength).Min() ?? (annotations.IsUnlimited || context.IsResult ? int.MaxValue : null);
        if (max is null && !isListed)
        {
            max = Math.Max(min, context.Defaults.MaxStringLength ?? Defaults.BuiltInMaxStringLength);
            context.Report(Descriptors.DefaultLimit, annotations.Location, annotations.Subject, "length", $"maxLength {max}");
        }

        if (min > max)
        {
            context.Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, $"at least {min} and at most {max} characters");
        }

        return (min, max);
    }

    private static List<CheckedPattern> Patterns(Annotations annotations, bool isString, ParseContext context)
    {
        var patterns = new List<CheckedPattern>();
        foreach (PatternText text in annotations.Patterns)
        {
            PatternResult result = context.PatternCache.Compile(text.Text, text.IsWhole);
            if (result.Error is { } error)
            {
                context.Report(Descriptors.InvalidPattern, text.Location ?? annotations.Location, annotations.Subject, error.Position, error.Message);
            }
            else
            {
                patterns.Add(new CheckedPattern(result.Pattern!, text.Meaning, text.IsNormalized));
            }
        }

        if (annotations.Required && isString)
        {
            patterns.Add(new CheckedPattern(context.PatternCache.Compile(NotBlank, isWhole: false).Pattern!));
        }

        return patterns;
    }

    private static EquatableArray<string> Listed(ImmutableArray<TypedConstant> constants, string attribute, Annotations annotations, ParseContext context)
    {
        if (constants.IsEmpty)
        {
            return [];
        }

        var texts = new List<string>();
        foreach (TypedConstant constant in constants.Where(static constant => !constant.IsNull))
        {
            if ((constant.Single() is char unit ? unit.ToString() : constant.Single() as string) is { } text && Naming.IsWellFormed(text))
            {
                texts.Add(text);
            }
            else
            {
                context.Report(Descriptors.AnnotationMisplaced, annotations.Location, attribute, annotations.Subject, "lists a value that is no well-formed string");
            }
        }

        return [.. texts.Distinct(StringComparer.Ordinal)];
    }
}
