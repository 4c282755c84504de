using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace McpGen.Generator.Parsing;

/// <summary>A property or field that may be a member in JSON.</summary>
public sealed class PropertyOrField(ISymbol symbol)
{
    public ISymbol Symbol { get; } = symbol;

    /// <summary>Every attribute that speaks of it.</summary>
    public ImmutableArray<AttributeData> Attributes => field.IsDefault ? field = MemberAttributes.Of(Symbol) : field;

    public ITypeSymbol Type => Symbol is IPropertySymbol property ? property.Type : ((IFieldSymbol)Symbol).Type;

    public IMethodSymbol? Setter => (Symbol as IPropertySymbol)?.SetMethod;

    public IEnumerable<IMethodSymbol> Accessors => Symbol is IPropertySymbol property ? new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>() : [];

    /// <summary>[JsonIgnore] on it or, where it is silent, on what it overrides, unless it says Never or speaks of writing only.</summary>
    public bool IsIgnored =>
        Attributes.Find(KnownNames.JsonSerialization + ".JsonIgnoreAttribute") is { } ignore
        && (ignore.Named("Condition") is not int condition || condition is 1 or 5);

    public bool IsIncluded => Symbol.Has(KnownNames.JsonSerialization + ".JsonIncludeAttribute");

    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>Set by System.Text.Json: a public setter, or any with [JsonInclude].</summary>
    public bool IsSettable => Symbol switch
    {
        IPropertySymbol property => property.SetMethod is { } setter && (IsIncluded || (property.DeclaredAccessibility == Accessibility.Public && setter.DeclaredAccessibility == Accessibility.Public)),
        IFieldSymbol variable => !variable.IsReadOnly && !variable.IsConst && IsIncluded,
        _ => false,
    };

    /// <summary>Whether its author limited it, or said that it must be there.</summary>
    public bool IsLimited => Attributes.Any(static attribute =>
        attribute.AttributeClass.InheritsFrom(KnownNames.DataAnnotations + ".ValidationAttribute")
        || attribute.AttributeClass.IsIn("McpGen")
        || attribute.AttributeClass.Is(KnownNames.JsonSerialization + ".JsonRequiredAttribute"));

    /// <summary>Whether the source gives it a value of its own; positional properties are given theirs by the constructor.</summary>
    public bool HasInitializer => Symbol.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() switch
    {
        PropertyDeclarationSyntax property => property.Initializer is not null,
        VariableDeclaratorSyntax variable => variable.Initializer is not null,
        _ => false,
    });
}
