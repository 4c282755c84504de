using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Emission;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Rules about the values of arguments: they only narrow what is stated elsewhere.</summary>
public sealed class ValueAccessParser(IMethodSymbol method, AccessLevel[] own, List<ParameterModel?> parameters, ToolClassFacts toolClass, ParseContext context)
{
    /// <summary>The access with its rules by value; null after an error was reported.</summary>
    public AccessModel? Add(AccessModel access)
    {
        List<ValueRuleModel> rules = [];
        bool isValid = true;
        foreach (AccessLevel level in own.Concat(toolClass.AccessLevels))
        {
            foreach (AttributeData attribute in level.Additions)
            {
                ValueRuleModel? rule = attribute.AttributeClass.Is(KnownNames.RequireClaim) ? Claim(attribute, level.Subject, access) : Scopes(attribute, level.Subject);
                isValid &= rule is not null;
                if (rule is not null)
                {
                    rules.Add(rule);
                }
            }
        }

        return isValid ? access with { ByValue = [.. rules] } : null;
    }

    private ScopeWhenModel? Scopes(AttributeData attribute, string subject)
    {
        if (AccessRules.ScopesOf(attribute, subject, toolClass.Implications, context) is not { } rule)
        {
            return null;
        }

        TypedConstant value = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Is").Value;
        if (!attribute.IsNamed("WhenArgument") || value.IsNull || value.Kind is TypedConstantKind.Array or TypedConstantKind.Type or TypedConstantKind.Error)
        {
            Report(attribute, "needs both WhenArgument and Is: the parameter, and the value for which the scopes are needed");
            return null;
        }

        if (Find(attribute, "WhenArgument") is not { } argument)
        {
            return null;
        }

        bool isFlags = argument.Member.Value is ArrayValue { Kind: CollectionKind.Flags };
        if (WhyNever(argument, value) is { } reason)
        {
            Report(attribute, $"compares '{argument.Name}' with a value that {reason}");
            return null;
        }

        string code = value.Kind == TypedConstantKind.Enum ? Name(value) : value.Value is string text ? CSharp.Literal(text) : value.Value is bool flag ? CSharp.Literal(flag) : Digits(value).ToString();
        return new ScopeWhenModel(context.Claim($"{Naming.Pascal(method.Name)}When{Naming.Pascal(argument.Name)}", "*"), argument.Name, rule, code, isFlags, argument.Member.Value.IsNullable);
    }

    /// <summary>Why an argument never has a value, or cannot be asked for it; null where it can. What cannot be compared exactly could be got around.</summary>
    private string? WhyNever(ArgumentParameter argument, TypedConstant value)
    {
        ValueParser.IsNullable(method.Parameters.First(parameter => parameter.Name == argument.Name).Type, out ITypeSymbol type);
        bool isOfType = SymbolEqualityComparer.Default.Equals(type, value.Type);
        return argument.Member.Value switch
        {
            BooleanValue => isOfType ? null : "is no bool",
            EnumValue names => !isOfType ? $"is no '{type.ToDisplayString()}'" : names.Members.Any(member => IsMember(type, member, value)) ? null : "is none of its names",
            ArrayValue { Kind: CollectionKind.Flags } => !isOfType ? $"is no '{type.ToDisplayString()}'" : System.Convert.ToDecimal(value.Value) == 0 ? "has no bit" : null,
            IntegerValue integer => value.Kind == TypedConstantKind.Enum || value.Value is not (sbyte or byte or short or ushort or int or uint or long or ulong) ? "is no integer"
                : Digits(value) < BigInteger.Parse(integer.Min) || Digits(value) > BigInteger.Parse(integer.Max) || !IsListed(integer.Allowed, integer.Denied, Digits(value).ToString()) ? "its limits exclude"
                : null,
            StringValue { Kind: StringKind.String } text => value.Value is not string given ? "is no string"
                : text.Allowed.IsEmpty ? "a caller can spell otherwise; list the values with [AllowedValues], or use an enum"
                : IsListed(text.Allowed, text.Denied, given) ? null : "is none of its [AllowedValues]",
            _ => "cannot be decided exactly; use a bool, an enum, an integer, or a string with [AllowedValues]",
        };
    }

    private ClaimEqualsModel? Claim(AttributeData attribute, string subject, AccessModel access)
    {
        if (!AccessRules.Check(string.IsNullOrWhiteSpace(attribute.Argument(0) as string) ? "names no claim" : null, attribute, subject, context)
            || Find(attribute, "EqualsArgument") is not { } argument)
        {
            return null;
        }

        string? cast = argument.Member.Value switch
        {
            StringValue { Kind: StringKind.String } or TextValue { Kind: TextKind.Guid } => "",
            IntegerValue { Type: "ulong" } => "ulong?",
            IntegerValue => "long?",
            _ => null,
        };
        string? reason = cast is null ? $"compares a claim with '{argument.Name}', which is no string, Guid or integer"
            : argument.Member is { IsRequired: false } and ({ DefaultJson: not null } or { Value: { IsValueType: true, IsNullable: false } }) ? $"compares a claim with '{argument.Name}', whose default would stand for a caller that says nothing; make it required"
            : null;
        if (reason is not null)
        {
            Report(attribute, reason);
            return null;
        }

        if (access.AllowAnonymous)
        {
            context.Report(Descriptors.AccessContradiction, attribute.Location() ?? method.Place(), AccessParser.NameOf(method), "anonymous callers are admitted, and they have no claim to compare");
            return null;
        }

        return new ClaimEqualsModel(context.Claim($"{Naming.Pascal(method.Name)}{Naming.Pascal(argument.Name)}", "*"), argument.Name, (string)attribute.Argument(0)!, cast!);
    }

    private ArgumentParameter? Find(AttributeData attribute, string property)
    {
        var name = attribute.Named(property) as string;
        ArgumentParameter? argument = parameters.OfType<ArgumentParameter>().FirstOrDefault(parameter => parameter.Name == name);
        if (argument is null && !parameters.Contains(null))
        {
            Report(attribute, $"names '{name}', which is no argument of the tool");
        }

        return argument;
    }

    private void Report(AttributeData attribute, string reason) =>
        context.Report(Descriptors.AccessArgument, attribute.Location() ?? method.Place(), attribute.ShortName(), AccessParser.NameOf(method), reason);

    private static bool IsListed(EquatableArray<string> allowed, EquatableArray<string> denied, string value) =>
        (allowed.IsEmpty || allowed.Contains(value)) && !denied.Contains(value);

    private static bool IsMember(ITypeSymbol type, EnumMember member, TypedConstant value) => type.GetMembers().OfType<IFieldSymbol>().Any(field =>
        field.HasConstantValue && Equals(field.ConstantValue, value.Value) && member.Member == type.Code() + "." + CSharp.Identifier(field.Name));

    /// <summary>An enum's value by its name, for whoever reads the wrapper; several bits may have none.</summary>
    private static string Name(TypedConstant value) => value.Type!.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value.Value)) is { } named
        ? value.Type!.Code() + "." + CSharp.Identifier(named.Name)
        : AttributeCode.Constant(value);

    private static BigInteger Digits(TypedConstant value) => BigInteger.Parse(System.Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture)!);
}
