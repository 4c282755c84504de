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
                && WhyUnwritable(attribute, context) is null)
            .Select(Create)];

    public static bool NamesAuthorization(INamedTypeSymbol? type) => s_authorization.Any(name => type.Implements(name));

    /// <summary>Why generated code cannot create an attribute; null when it can.</summary>
    public static string? WhyUnwritable(AttributeData attribute, ParseContext context)
    {
        INamedTypeSymbol type = attribute.AttributeClass!;
        return WhyUnwritable(type, context) ?? Unnameable.Reason(attribute.AttributeConstructor!)
            ?? attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(static argument => argument.Value)).SelectMany(TypesIn)
                .Select(named => WhyUnwritable(named, context)).FirstOrDefault(static reason => reason is not null);
    }

    private static string? WhyUnwritable(ITypeSymbol type, ParseContext context) =>
        type is INamedTypeSymbol { IsFileLocal: true } ? "it is, or names, a file-local type; make it internal"
        : !context.Compilation.IsSymbolAccessibleWithin(type, context.ToolClass) ? "it is not accessible from the tool class; make it internal"
        : Unnameable.Reason(type);

    private static IEnumerable<ITypeSymbol> TypesIn(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Array when !constant.IsNull => constant.Values.SelectMany(TypesIn),
        TypedConstantKind.Type when constant.Value is ITypeSymbol named => [named],
        TypedConstantKind.Enum => [constant.Type!],
        _ => [],
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
