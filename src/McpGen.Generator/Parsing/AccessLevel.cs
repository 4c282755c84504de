using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>How far a statement of access opens a tool.</summary>
public enum AccessStrength
{
    /// <summary>Anyone.</summary>
    Open,

    /// <summary>Every authenticated caller.</summary>
    Public,

    /// <summary>Only some callers.</summary>
    Restricted,
}

/// <summary>What one declaration says about access: a method, a class, or the assembly.</summary>
/// <param name="Symbol">The declaration.</param>
/// <param name="Statements">Who may call.</param>
/// <param name="Additions">What depends on arguments; no statement.</param>
public sealed record AccessLevel(ISymbol Symbol, ImmutableArray<AttributeData> Statements, ImmutableArray<AttributeData> Additions)
{
    /// <summary>The declaration, as its author would say it.</summary>
    public string Subject => Symbol is IMethodSymbol method ? AccessParser.NameOf(method) : Symbol is IAssemblySymbol assembly ? assembly.Name : Symbol.ToDisplayString();

    /// <summary>A method and what it overrides, nearest first.</summary>
    public static IEnumerable<AccessLevel> Of(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            yield return Read(current);
        }
    }

    /// <summary>A class and what it derives from, nearest first.</summary>
    public static IEnumerable<AccessLevel> Of(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType == SpecialType.None; current = current.BaseType)
        {
            yield return Read(current);
        }
    }

    public static AccessLevel Of(IAssemblySymbol assembly) => Read(assembly);

    /// <summary>How far a statement opens; null for what is none.</summary>
    public static AccessStrength? StrengthOf(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "PublicToolAttribute" when attribute.AttributeClass.Is(KnownNames.PublicTool) => attribute.Named("AllowAnonymous") is true ? AccessStrength.Open : AccessStrength.Public,
        "AllowAnonymousAttribute" when attribute.AttributeClass.Is(KnownNames.AllowAnonymous) => AccessStrength.Open,
        "RequireScopesAttribute" when attribute.AttributeClass.Is(KnownNames.RequireScopes) && !IsConditional(attribute) => AccessStrength.Restricted,
        "RequireRolesAttribute" when attribute.AttributeClass.Is(KnownNames.RequireRoles) => AccessStrength.Restricted,
        "PrivateToolAttribute" when attribute.AttributeClass.Is(KnownNames.PrivateTool) => AccessStrength.Restricted,
        "AuthorizeAttribute" when attribute.AttributeClass.Is(KnownNames.Authorize) => AccessStrength.Restricted,
        _ => null,
    };

    private static AccessLevel Read(ISymbol symbol)
    {
        ImmutableArray<AttributeData> attributes = symbol.GetAttributes();
        return new(
            symbol,
            [.. attributes.Where(static attribute => StrengthOf(attribute) is not null)],
            [.. attributes.Where(static attribute => attribute.AttributeClass.Is(KnownNames.RequireClaim) || (attribute.AttributeClass.Is(KnownNames.RequireScopes) && IsConditional(attribute)))]);
    }

    private static bool IsConditional(AttributeData attribute) => attribute.IsNamed("WhenArgument") || attribute.IsNamed("Is");
}
