using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Emission;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Accessors to members of generic types. The runtime wants them declared over the same type parameters.</summary>
public static class GenericAccessors
{
    public static GenericAccessor? Of(ISymbol member)
    {
        INamedTypeSymbol[] levels = [.. Levels(member.ContainingType)];
        ITypeParameterSymbol[] parameters = [.. levels.SelectMany(static level => level.OriginalDefinition.TypeParameters)];
        if (parameters.Length == 0)
        {
            return null;
        }

        ISymbol open = member.OriginalDefinition;
        ITypeSymbol type = open is IPropertySymbol property ? property.Type : ((IFieldSymbol)open).Type;
        return new GenericAccessor(
            open.ContainingType.Code(),
            type.Code() + (type.IsValueType ? "" : "?"),
            $"<{string.Join(", ", parameters.Select(static parameter => CSharp.Identifier(parameter.Name)))}>",
            string.Concat(parameters.Select(Constraints)),
            $"<{string.Join(", ", levels.SelectMany(static level => level.TypeArguments.Zip(level.TypeArgumentNullableAnnotations, Argument)))}>");
    }

    /// <summary>The type and what it is nested in, outermost first: their parameters count in this order.</summary>
    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type) => type.ContainingType is { } outer ? Levels(outer).Append(type) : [type];

    private static string Argument(ITypeSymbol type, NullableAnnotation annotation) =>
        type.Code() + (annotation == NullableAnnotation.Annotated && type.IsReferenceType ? "?" : "");

    private static string Constraints(ITypeParameterSymbol parameter)
    {
        string?[] kinds =
        [
            parameter.HasUnmanagedTypeConstraint ? "unmanaged" : parameter.HasValueTypeConstraint ? "struct" : null,
            parameter.HasReferenceTypeConstraint ? parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class" : null,
            parameter.HasNotNullConstraint ? "notnull" : null,
            .. parameter.ConstraintTypes.Zip(parameter.ConstraintNullableAnnotations, Argument),
            parameter.HasConstructorConstraint ? "new()" : null,
        ];
        string listed = string.Join(", ", kinds.Where(static kind => kind is not null));
        return listed.Length == 0 ? "" : $" where {CSharp.Identifier(parameter.Name)} : {listed}";
    }
}
