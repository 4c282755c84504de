using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using McpGen.Generator.Emission;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Attributes as creation expressions, so that <c>Metadata</c> holds them without reflection.</summary>
public static class AttributeCode
{
    /// <summary>Interfaces of attributes the SDK's own filter would act on before the wrapper.</summary>
    private static readonly string[] s_authorization = ["IAuthorizeData", "IAllowAnonymous", "IAuthorizationRequirementData"];

    /// <summary>Those attributes of a class or method that can be written, less those that name an authorization rule.</summary>
    public static List<string> Create(ImmutableArray<AttributeData> attributes, ParseContext context)
    {
        var code = new List<string>(attributes.Length);
        foreach (AttributeData attribute in attributes)
        {
            if (attribute is { AttributeClass: { } type, AttributeConstructor: not null } && !NamesAuthorization(type) && !IsCompilerOwn(type) && WhyUnwritable(attribute, context) is null)
            {
                code.Add(Create(attribute));
            }
        }

        return code;
    }

    public static bool NamesAuthorization(INamedTypeSymbol? type) => type.Implements(s_authorization);

    /// <summary>Why generated code cannot create an attribute; null when it can.</summary>
    public static string? WhyUnwritable(AttributeData attribute, ParseContext context)
    {
        INamedTypeSymbol type = attribute.AttributeClass!;
        string? reason = WhyUnwritable(type, context) ?? Unnameable.Reason(attribute.AttributeConstructor!) ?? WhyUnwritable(attribute.ConstructorArguments, context);
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            reason ??= WhyUnwritable(argument.Value, context);
        }

        return reason;
    }

    private static string? WhyUnwritable(ITypeSymbol type, ParseContext context) =>
        type is INamedTypeSymbol { IsFileLocal: true } ? "it is, or names, a file-local type; make it internal"
        : !context.IsAccessible(type) ? "it is not accessible from the tool class; make it internal"
        : Unnameable.Reason(type);

    private static string? WhyUnwritable(ImmutableArray<TypedConstant> constants, ParseContext context)
    {
        foreach (TypedConstant constant in constants)
        {
            if (WhyUnwritable(constant, context) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>A constant names types where it is one, or is of an enum.</summary>
    private static string? WhyUnwritable(TypedConstant constant, ParseContext context) => constant.Kind switch
    {
        TypedConstantKind.Array when !constant.IsNull => WhyUnwritable(constant.Values, context),
        TypedConstantKind.Type when constant.Value is ITypeSymbol named => WhyUnwritable(named, context),
        TypedConstantKind.Enum => WhyUnwritable(constant.Type!, context),
        _ => null,
    };

    /// <summary>A constant as code.</summary>
    public static string Constant(TypedConstant constant)
    {
        if (constant.IsNull)
        {
            return constant.Type is null ? "null!" : $"default({constant.Type.Code()})!";
        }

        switch (constant.Kind)
        {
            case TypedConstantKind.Array:
                return $"new {((IArrayTypeSymbol)constant.Type!).ElementType.Code()}[] {{ {string.Join(", ", constant.Values.Select(Constant))} }}";
            case TypedConstantKind.Type:
                return $"typeof({OpenCode((ITypeSymbol)constant.Value!)})";
            case TypedConstantKind.Enum:
                return $"({constant.Type!.Code()})({System.Convert.ToString(constant.Value, CultureInfo.InvariantCulture)})";
        }

        return constant.Value switch
        {
            string text => CSharp.Literal(text),
            char character => CSharp.Literal(character),
            bool flag => CSharp.Literal(flag),
            double number => double.IsNaN(number) ? "double.NaN" : double.IsPositiveInfinity(number) ? "double.PositiveInfinity" : double.IsNegativeInfinity(number) ? "double.NegativeInfinity" : Numbers.Text(number) + "d",
            float number => float.IsNaN(number) ? "float.NaN" : float.IsPositiveInfinity(number) ? "float.PositiveInfinity" : float.IsNegativeInfinity(number) ? "float.NegativeInfinity" : number.ToString("G9", CultureInfo.InvariantCulture) + "f",
            { } number => $"({constant.Type!.Code()})({System.Convert.ToString(number, CultureInfo.InvariantCulture)})",
            null => "null",
        };
    }

    /// <summary>An attribute as the expression that creates it.</summary>
    public static string Create(AttributeData attribute)
    {
        string arguments = string.Join(", ", attribute.ConstructorArguments.Select(Constant));
        string named = string.Join(", ", attribute.NamedArguments.Select(static argument => $"{CSharp.Identifier(argument.Key)} = {Constant(argument.Value)}"));
        return $"new {attribute.AttributeClass!.Code()}({arguments})" + (named.Length == 0 ? "" : $" {{ {named} }}");
    }

    private static string OpenCode(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsUnboundGenericType: true } open ? open.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : type.Code();

    private static bool IsCompilerOwn(INamedTypeSymbol type) => type.IsIn("System.Runtime.CompilerServices");
}
