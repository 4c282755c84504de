using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Integers and numbers with their bounds.</summary>
public static class NumberParser
{
    private static readonly string[] s_fitting = ["RangeAttribute", "MultipleOfAttribute", "AllowedValuesAttribute", "DeniedValuesAttribute"];

    public static bool IsInteger(SpecialType type) => type is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    public static IntegerValue ParseInteger(ITypeSymbol type, Annotations annotations, ParseContext context)
    {
        Use(annotations, context);
        (decimal least, decimal greatest) = RangeOf(type.SpecialType);
        decimal min = least;
        decimal max = greatest;
        if (annotations.Range is { } range)
        {
            // An open end, ±infinity or beyond every integer type, leaves the type's own bound.
            min = IntegerBound(range.Minimum, annotations, context) is { } low ? Math.Max(least, Up(low, range.ExclusiveMin)) : IsAboveAll(range.Minimum) ? greatest + 1 : least;
            max = IntegerBound(range.Maximum, annotations, context) is { } high ? Math.Min(greatest, Down(high, range.ExclusiveMax)) : IsBelowAll(range.Maximum) ? least - 1 : greatest;
            if (min > max)
            {
                context.Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, "no integer is within the range");
            }
        }

        string? multipleOf = MultipleOf(annotations, context);
        if (min <= max && !ValueLimits.HasMultiple(min, max, multipleOf))
        {
            context.Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, $"no multiple of {multipleOf} is within the range");
        }

        var value = new IntegerValue
        {
            Type = type.Code(),
            Min = Numbers.Text(min),
            Max = Numbers.Text(max),
            HasOwnMin = min != least,
            HasOwnMax = max != greatest,
            MultipleOf = multipleOf,
            Allowed = Listed(annotations.Allowed, "AllowedValues", annotations, context, constant => IntegerIn(constant, least, greatest)),
            Denied = Listed(annotations.Denied, "DeniedValues", annotations, context, constant => IntegerIn(constant, least, greatest)),
        };
        ValueLimits.CheckListed(value, value.Allowed, annotations, context);
        return value;
    }

    public static NumberValue ParseNumber(ITypeSymbol type, Annotations annotations, ParseContext context)
    {
        Use(annotations, context);
        NumberKind kind = type.SpecialType switch
        {
            SpecialType.System_Decimal => NumberKind.Decimal,
            SpecialType.System_Single => NumberKind.Single,
            _ => NumberKind.Double,
        };
        RangeLimits? range = annotations.Range;
        string? min = Bound(range?.Minimum, double.NegativeInfinity, kind, annotations, context);
        string? max = Bound(range?.Maximum, double.PositiveInfinity, kind, annotations, context);
        if (min is not null && max is not null && IsEmpty(min, max, range!, kind))
        {
            context.Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, "no number is within the range");
        }

        var value = new NumberValue
        {
            Type = type.Code(),
            Kind = kind,
            Min = min,
            Max = max,
            ExclusiveMin = min is not null && range!.ExclusiveMin,
            ExclusiveMax = max is not null && range!.ExclusiveMax,
            MultipleOf = MultipleOf(annotations, context),
            Allowed = Listed(annotations.Allowed, "AllowedValues", annotations, context, constant => Text(constant.Single(), kind)),
            Denied = Listed(annotations.Denied, "DeniedValues", annotations, context, constant => Text(constant.Single(), kind)),
        };
        ValueLimits.CheckListed(value, value.Allowed, annotations, context);
        return value;
    }

    public static (decimal Min, decimal Max) RangeOf(SpecialType type) => type switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
        _ => (ulong.MinValue, ulong.MaxValue),
    };

    private static void Use(Annotations annotations, ParseContext context)
    {
        ValueLimits.RefuseDeniedNull(annotations, context);
        annotations.Use(s_fitting);
        annotations.UseForNumbers();
    }

    /// <summary>The text of a constant of a number type; null when it is none or does not fit.</summary>
    private static string? Text(object? constant, NumberKind kind) =>
        constant is string && kind != NumberKind.Decimal ? null
        : kind == NumberKind.Decimal ? Numbers.ToDecimal(constant) is { } exact ? Numbers.Text(exact) : null
        : constant is float single ? Numbers.Text(single)
        : Numbers.ToDouble(constant) is { } number ? Numbers.Text(number) : null;

    private static string? IntegerIn(TypedConstant constant, decimal least, decimal greatest) =>
        constant.Single() is not string && Numbers.ToDecimal(constant.Single()) is { } value && value == decimal.Truncate(value) && value >= least && value <= greatest
            ? Numbers.Text(decimal.Truncate(value))
            : null;

    private static EquatableArray<string> Listed(
        ImmutableArray<TypedConstant> constants, string attribute, Annotations annotations, ParseContext context, Func<TypedConstant, string?> toText)
    {
        if (constants.IsEmpty)
        {
            return [];
        }

        var texts = new List<string>();
        foreach (TypedConstant constant in constants.Where(static constant => !constant.IsNull))
        {
            if (toText(constant) is { } text)
            {
                texts.Add(text);
            }
            else
            {
                context.Report(Descriptors.AnnotationMisplaced, annotations.Location, attribute, annotations.Subject, "lists a value that the type cannot have");
            }
        }

        return [.. texts.Distinct()];
    }

    private static decimal? IntegerBound(object? constant, Annotations annotations, ParseContext context)
    {
        if (constant is double.PositiveInfinity or double.NegativeInfinity || constant is null)
        {
            return null;
        }

        if (Numbers.ToDouble(constant) is not { } number || double.IsNaN(number))
        {
            context.Report(Descriptors.AnnotationMisplaced, annotations.Location, "Range", annotations.Subject, "has a bound that is no number");
            return null;
        }

        return Math.Abs(number) > 1e20 ? null : Numbers.ToDecimal(constant);
    }

    private static bool IsAboveAll(object? minimum) => Numbers.ToDouble(minimum) > 1e20;

    private static bool IsBelowAll(object? maximum) => Numbers.ToDouble(maximum) < -1e20;

    private static decimal Up(decimal bound, bool exclusive) =>
        exclusive && decimal.Truncate(bound) == bound ? bound + 1 : decimal.Ceiling(bound);

    private static decimal Down(decimal bound, bool exclusive) =>
        exclusive && decimal.Truncate(bound) == bound ? bound - 1 : decimal.Floor(bound);

    private static string? Bound(object? constant, double open, NumberKind kind, Annotations annotations, ParseContext context)
    {
        // Infinity, or the type's own last value: no bound of the author's.
        double last = kind == NumberKind.Single ? float.MaxValue : double.MaxValue;
        if (constant is null || (Numbers.ToDouble(constant) is { } number && number > 0 == open > 0 && Math.Abs(number) >= last))
        {
            return null;
        }

        string? text = constant is string written && kind != NumberKind.Decimal
            ? Numbers.ToDouble(written) is { } value ? Numbers.Text(value) : null
            : Text(constant, kind);
        if (text is null)
        {
            // double.MinValue and MaxValue on a decimal mean: no bound of its own.
            if (kind == NumberKind.Decimal && Numbers.ToDouble(constant) is { } wide && !double.IsNaN(wide) && Math.Sign(wide) == Math.Sign(open))
            {
                return null;
            }

            context.Report(Descriptors.AnnotationMisplaced, annotations.Location, "Range", annotations.Subject, "has a bound that the type cannot have");
        }

        return text;
    }

    private static bool IsEmpty(string min, string max, RangeLimits range, NumberKind kind)
    {
        bool exclusive = range.ExclusiveMin || range.ExclusiveMax;
        if (kind == NumberKind.Decimal)
        {
            int order = Numbers.ToDecimal(min)!.Value.CompareTo(Numbers.ToDecimal(max)!.Value);
            return order > 0 || (order == 0 && exclusive);
        }

        double low = Numbers.ToDouble(min)!.Value;
        double high = Numbers.ToDouble(max)!.Value;
        return low > high || (low.Equals(high) && exclusive);
    }

    /// <summary>The divisor as a decimal text; at most 18 digits, so that the check can decide on digits.</summary>
    private static string? MultipleOf(Annotations annotations, ParseContext context)
    {
        if (annotations.MultipleOf is null)
        {
            return null;
        }

        decimal? divisor = Numbers.ToDecimal(annotations.MultipleOf);
        if (divisor is null or <= 0 || Numbers.Text(divisor.Value).Count(char.IsDigit) > 18)
        {
            context.Report(Descriptors.AnnotationMisplaced, annotations.Location, "MultipleOf", annotations.Subject, "must name a number greater than 0 of at most 18 digits");
            return null;
        }

        return Numbers.Text(divisor.Value / 1.0000000000000000000000000000m);
    }
}
