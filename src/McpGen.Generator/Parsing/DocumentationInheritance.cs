using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace McpGen.Generator.Parsing;

/// <summary>Finds the symbols whose documentation an inheritdoc element stands for.</summary>
public static class DocumentationInheritance
{
    /// <summary>Without a cref: what a member overrides, else what it implements; what a type derives from, the base class first.</summary>
    public static IEnumerable<ISymbol> Ancestors(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => [overridden],
        IPropertySymbol { OverriddenProperty: { } overridden } => [overridden],
        IMethodSymbol { ContainingType: not null } or IPropertySymbol { ContainingType: not null } => ImplementedMembers(symbol),
        INamedTypeSymbol { BaseType: { } baseType } type => [baseType, .. type.Interfaces],
        INamedTypeSymbol type => type.Interfaces,
        _ => [],
    };

    /// <summary>With a cref: what the name means at the declaration, or null. The compiler binds it only in a build with documentation.</summary>
    public static ISymbol? Resolve(DocumentationCref cref, ISymbol symbol, SyntaxNode declaration, CancellationToken cancellation)
    {
        if (symbol.ContainingAssembly is not ISourceAssemblySymbol { Compilation: var compilation })
            return null;

        if (cref.IsIdentifierForm)
            return DocumentationCommentId.GetFirstSymbolForDeclarationId(cref.ToString(), compilation);

        SemanticModel model = compilation.GetSemanticModel(declaration.SyntaxTree, ignoreAccessibility: true);
        ImmutableArray<ISymbol> found = [];

        for (int i = 0; i < cref.Segments.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            DocumentationCref.Segment segment = cref.Segments[i];
            found = i == 0
                ? segment.Name == "global" ? [compilation.GlobalNamespace] : LookUp(model, declaration, container: null, segment)
                : [.. found.OfType<INamespaceOrTypeSymbol>().SelectMany(container => LookUp(model, declaration, container, segment))];
        }

        return found.FirstOrDefault(candidate => !SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, symbol) && Takes(candidate, cref.Parameters));
    }

    private static IEnumerable<ISymbol> ImplementedMembers(ISymbol symbol)
    {
        foreach (INamedTypeSymbol contract in symbol.ContainingType.AllInterfaces)
        {
            // An explicit implementation has a qualified name of its own, so the members are asked, not the names.
            foreach (ISymbol member in contract.GetMembers())
            {
                if (member.Kind == symbol.Kind
                    && SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol))
                    yield return member;
            }
        }
    }

    private static ImmutableArray<ISymbol> LookUp(SemanticModel model, SyntaxNode declaration, INamespaceOrTypeSymbol? container, DocumentationCref.Segment segment)
    {
        // The documentation of a type sees the type's own members.
        int position = declaration is BaseTypeDeclarationSyntax { OpenBraceToken: { IsMissing: false, RawKind: not 0 } brace } ? brace.Span.End : declaration.SpanStart;
        return
        [
            .. model.LookupSymbols(position, container, segment.Name)
                .Select(static symbol => symbol is IAliasSymbol alias ? alias.Target : symbol)
                .Where(symbol => Arity(symbol) == segment.Arity),
        ];
    }

    private static int Arity(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.Arity,
        IMethodSymbol method => method.Arity,
        _ => 0,
    };

    private static bool Takes(ISymbol candidate, ImmutableArray<string>? types)
    {
        if (types is not { } written)
            return true;

        ImmutableArray<IParameterSymbol> parameters = candidate switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => [],
        };
        return parameters.Length == written.Length
            && parameters.Zip(written, static (parameter, type) => IsNamed(parameter.Type, type)).All(static same => same);
    }

    // By the last name alone: enough to tell overloads apart, and no binding needed.
    private static bool IsNamed(ITypeSymbol type, string written)
    {
        written = written.TrimEnd('?');
        bool isArray = written.EndsWith("]", StringComparison.Ordinal);

        return type switch
        {
            IArrayTypeSymbol array => isArray && IsNamed(array.ElementType, written.Substring(0, Math.Max(written.LastIndexOf('['), 0))),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsNamed(nullable.TypeArguments[0], written),
            _ => !isArray && WithoutModifier(DocumentationCref.Parse(written).Label) is var name && (name == type.Name || name == Keyword(type)),
        };
    }

    private static string WithoutModifier(string name) => name.Substring(name.LastIndexOf(' ') + 1);

    private static string Keyword(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString();
}
