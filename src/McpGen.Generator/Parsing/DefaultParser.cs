using System.Linq;
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

            case IntegerValue integer when Numbers.ToDecimal(constant) is { } number && constant is not string && number == decimal.Truncate(number):
                string whole = Numbers.Text(decimal.Truncate(number));
                Check(ValueLimits.Allows(integer, whole), whole, annotations, context);
                return new Default(whole, whole);

            case NumberValue real when ToNumber(constant, real.Kind) is { } text:
                Check(ValueLimits.Allows(real, text), text, annotations, context);
                return new Default(text + NumberSuffix(real.Kind), text);

            case StringValue { Kind: StringKind.String } text when constant is string content && Naming.IsWellFormed(content):
                Check(ValueLimits.Allows(text, content, context), "the text", annotations, context);
                return new Default(CSharp.Literal(content), Json.String(content));

            case StringValue { Kind: StringKind.Char } text when constant is char unit && !char.IsSurrogate(unit):
                Check(ValueLimits.Allows(text, unit.ToString(), context), "the character", annotations, context);
                return new Default(CSharp.Literal(unit), Json.String(unit.ToString()));

            case ArrayValue { Kind: CollectionKind.Flags, Item: EnumValue names } when constant is not string && FlagsEnums.NamesOf(constant, (INamedTypeSymbol)plain, names.Members) is { } set:
                string code = set.Count == 0 ? $"default({plain.Code()})" : string.Join(" | ", set.Select(static member => member.Member));
                return new Default(code, $"[{string.Join(", ", set.Select(static member => Json.String(member.JsonName)))}]");

            case EnumValue names when EnumParser.MemberOf(constant, (INamedTypeSymbol)plain, names.Members) is { } member:
                return new Default(member.Member, Json.String(member.JsonName));

            case GuardedValue:
                context.Report(Descriptors.DefaultNotAllowed, annotations.Location, annotations.Subject, "a guarded value comes from a caller; make it nullable and decide in the method what an absent one means");
                return null;

            case EnumValue or ArrayValue { Kind: CollectionKind.Flags }:
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

    private static void Check(bool fits, string what, Annotations annotations, ParseContext context)
    {
        if (!fits)
        {
            context.Report(Descriptors.DefaultNotAllowed, annotations.Location, annotations.Subject, $"{what} is refused by them");
        }
    }
}
