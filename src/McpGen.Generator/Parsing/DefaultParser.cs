using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Emission;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>What a member is when it is absent: the same constant as code and as JSON, and inside the member's own limits.</summary>
public static class DefaultParser
{
    /// <summary>A default as code and, unless it is null, as JSON.</summary>
    public sealed record Default(string Code, string? Json);

    public static Default? Parse(object? constant, ITypeSymbol type, ValueModel value, Annotations annotations, ParseContext context)
    {
        ValueParser.IsNullable(type, out ITypeSymbol plain);
        if (constant is null)
        {
            return new Default(value.IsNullable ? "null" : plain.IsValueType ? $"default({plain.Code()})" : "null!", null);
        }

        switch (value)
        {
            case BooleanValue when constant is bool flag:
                return new Default(CSharp.Literal(flag), CSharp.Literal(flag));

            case IntegerValue integer when Numbers.ToDecimal(constant) is { } number && constant is not string:
                Check(number >= decimal.Parse(integer.Min, CultureInfo.InvariantCulture) && number <= decimal.Parse(integer.Max, CultureInfo.InvariantCulture) && IsListed(integer.Allowed, integer.Denied, Numbers.Text(number))
                    && IsMultiple(number, integer.MultipleOf), Numbers.Text(number), annotations, context);
                return new Default(Numbers.Text(number), Numbers.Text(number));

            case NumberValue real when ToNumber(constant, real.Kind) is { } text:
                Check(IsWithin(text, real), text, annotations, context);
                return new Default(text + NumberSuffix(real.Kind), text);

            case StringValue text when constant is string content:
                Check(Fits(content, text, context), "the text", annotations, context);
                return new Default(CSharp.Literal(content), Json.String(content));

            case EnumValue names when EnumParser.MemberOf(constant, (INamedTypeSymbol)plain, names.Members) is { } member:
                return new Default(member.Member, Json.String(member.JsonName));

            case EnumValue:
                context.Report(Descriptors.DefaultNotAllowed, annotations.Location, annotations.Subject, "no allowed member has this value");
                return null;

            default:
                context.Report(Descriptors.DefaultNotAllowed, annotations.Location, annotations.Subject, "it is not of the type");
                return null;
        }
    }

    public static string NumberSuffix(NumberKind kind) => kind switch
    {
        NumberKind.Decimal => "m",
        NumberKind.Single => "f",
        _ => "d",
    };

    private static string? ToNumber(object constant, NumberKind kind) =>
        constant is string or char ? null
        : kind == NumberKind.Decimal ? Numbers.ToDecimal(constant) is { } exact ? Numbers.Text(exact) : null
        : constant is float single ? Numbers.Text(single)
        : Numbers.ToDouble(constant) is { } number ? Numbers.Text(number) : null;

    private static bool IsWithin(string text, NumberValue value)
    {
        if (value.Kind == NumberKind.Decimal)
        {
            decimal exact = Numbers.ToDecimal(text)!.Value;
            return InOrder(value.Min is null ? null : Numbers.ToDecimal(value.Min), exact, value.ExclusiveMin) && InOrder(exact, value.Max is null ? null : Numbers.ToDecimal(value.Max), value.ExclusiveMax)
                && IsListed(value.Allowed, value.Denied, text) && IsMultiple(exact, value.MultipleOf);
        }

        double number = Numbers.ToDouble(text)!.Value;
        return InOrder(value.Min is null ? null : Numbers.ToDouble(value.Min), number, value.ExclusiveMin) && InOrder(number, value.Max is null ? null : Numbers.ToDouble(value.Max), value.ExclusiveMax)
            && IsListed(value.Allowed, value.Denied, text) && (value.MultipleOf is null || (Numbers.ToDecimal(text) is { } close && IsMultiple(close, value.MultipleOf)));
    }

    private static bool InOrder<T>(T? low, T? high, bool exclusive) where T : struct, IComparable<T> =>
        low is null || high is null || (exclusive ? low.Value.CompareTo(high.Value) < 0 : low.Value.CompareTo(high.Value) <= 0);

    private static bool IsMultiple(decimal value, string? divisor) => divisor is null || value % Numbers.ToDecimal(divisor)!.Value == 0;

    private static bool IsListed(EquatableArray<string> allowed, EquatableArray<string> denied, string text) =>
        (allowed.IsEmpty || allowed.Contains(text)) && !denied.Contains(text);

    private static bool Fits(string text, StringValue value, ParseContext context)
    {
        int codePoints = text.Length - text.Count(char.IsLowSurrogate);
        return codePoints >= value.MinLength && !(codePoints > value.MaxLength) && IsListed(value.Allowed, value.Denied, text)
            && context.PatternsFrom(value.PatternField).All(pattern => Regex.IsMatch(text, pattern.DotNet, RegexOptions.CultureInvariant, s_patience));
    }

    /// <summary>The backtracking engine is all there is here; a default it cannot decide in this time is refused.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private static void Check(bool fits, string what, Annotations annotations, ParseContext context)
    {
        if (!fits)
        {
            context.Report(Descriptors.DefaultNotAllowed, annotations.Location, annotations.Subject, $"{what} is refused by them");
        }
    }
}
