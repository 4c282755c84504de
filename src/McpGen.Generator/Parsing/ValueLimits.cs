using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;

namespace McpGen.Generator.Parsing;

/// <summary>Whether constants of the source, defaults and listed values, are inside the limits that are declared beside them.</summary>
public static class ValueLimits
{
    /// <summary>The backtracking engine is all there is here; a text it cannot decide in this time is outside.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    public static bool Allows(IntegerValue value, string text)
    {
        decimal number = Exact(text);
        return number >= Exact(value.Min) && number <= Exact(value.Max) && IsListed(value.Allowed, value.Denied, text) && IsMultiple(number, value.MultipleOf);
    }

    public static bool Allows(NumberValue value, string text)
    {
        bool isOrdered = value.Kind == NumberKind.Decimal
            ? IsOrdered(Numbers.ToDecimal(value.Min), Exact(text), Numbers.ToDecimal(value.Max), value)
            : IsOrdered(Numbers.ToDouble(value.Min), Numbers.ToDouble(text)!.Value, Numbers.ToDouble(value.Max), value);
        return isOrdered && IsListed(value.Allowed, value.Denied, text)
            && (value.MultipleOf is null || (Numbers.ToDecimal(text) is { } number && IsMultiple(number, value.MultipleOf)));
    }

    public static bool Allows(StringValue value, string text, ParseContext context)
    {
        int codePoints = text.Length - text.Count(char.IsLowSurrogate);
        return codePoints >= value.MinLength && !(codePoints > value.MaxLength) && IsListed(value.Allowed, value.Denied, text)
            && context.PatternsFrom(value.PatternField).All(pattern => IsMatch(text, pattern.DotNet) && (!pattern.IsNormalized || text.IsNormalized(NormalizationForm.FormC)));
    }

    /// <summary>Reports a list of allowed values of which the other limits leave none.</summary>
    public static void CheckListed(ValueModel value, EquatableArray<string> allowed, Annotations annotations, ParseContext context)
    {
        if (!annotations.HasAllowed)
        {
            return;
        }

        bool isToldAlready = annotations.MinLength > annotations.MaxLength || (allowed.IsEmpty && annotations.Allowed.Any(static constant => !constant.IsNull));
        if (!isToldAlready && !allowed.Any(text => Allows(value, text, context)))
        {
            context.Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, "none of the allowed values is left");
        }
    }

    private static bool Allows(ValueModel value, string text, ParseContext context) => value switch
    {
        IntegerValue integer => Allows(integer, text),
        NumberValue number => Allows(number, text),
        _ => Allows((StringValue)value, text, context),
    };

    /// <summary>A denied null is a type that is not nullable.</summary>
    public static void RefuseDeniedNull(Annotations annotations, ParseContext context)
    {
        if (annotations.Denied.Any(static constant => constant.IsNull))
        {
            context.Report(Descriptors.AnnotationMisplaced, annotations.Location, "DeniedValues", annotations.Subject, "lists null; make the type not nullable instead");
        }
    }

    /// <summary>Whether a range holds a multiple at all.</summary>
    public static bool HasMultiple(decimal min, decimal max, string? divisor)
    {
        if (divisor is null)
        {
            return true;
        }

        decimal above = max % Exact(divisor);
        return max - (above < 0 ? above + Exact(divisor) : above) >= min;
    }

    private static bool IsOrdered<T>(T? min, T number, T? max, NumberValue value) where T : struct, IComparable<T> =>
        IsBelow(min, number, value.ExclusiveMin) && IsBelow(number, max, value.ExclusiveMax);

    private static bool IsBelow<T>(T? low, T? high, bool exclusive) where T : struct, IComparable<T> =>
        low is not { } left || high is not { } right || (exclusive ? left.CompareTo(right) < 0 : left.CompareTo(right) <= 0);

    private static bool IsListed(EquatableArray<string> allowed, EquatableArray<string> denied, string text) =>
        (allowed.IsEmpty || allowed.Contains(text)) && !denied.Contains(text);

    private static bool IsMultiple(decimal value, string? divisor) => divisor is null || value % Exact(divisor) == 0;

    private static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, s_patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static decimal Exact(string text) => Numbers.ToDecimal(text)!.Value;
}
