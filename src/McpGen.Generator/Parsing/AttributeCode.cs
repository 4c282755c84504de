using System.Collections.Generic;
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

    /// <summary>The attributes of a class and then of a method, less those that name an authorization rule.</summary>
    public static EquatableArray<string> Create(IEnumerable<AttributeData> classAttributes, IEnumerable<AttributeData> methodAttributes, ParseContext context) =>
        [.. classAttributes.Concat(methodAttributes)
            .Where(attribute => attribute.AttributeClass is { } type && attribute.AttributeConstructor is not null && !NamesAuthorization(type) && !IsCompilerOwn(type)
                && context.Compilation.IsSymbolAccessibleWithin(type, context.ToolClass))
            .Select(Create)];

    public static bool NamesAuthorization(INamedTypeSymbol? type) => s_authorization.Any(name => type.Implements(name));

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
