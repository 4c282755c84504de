using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace McpGen.Generator.Parsing;

/// <summary>
/// Reads the XML documentation of a symbol from the trivia of its declarations, because the compiler keeps none in a normal build.
/// Symbols of referenced assemblies have no documentation there, and therefore none here.
/// </summary>
public static class DocumentationParser
{
    /// <summary>How many inheritdoc elements are followed in a row.</summary>
    public const int MaxInheritance = 16;

    public static Documentation Parse(ISymbol symbol, CancellationToken cancellation) => new Walk(symbol, cancellation).Read(symbol, depth: 0);

    /// <summary>One call of Parse. Each symbol is read once, so cycles end and diamonds do not multiply.</summary>
    private sealed class Walk(ISymbol root, CancellationToken cancellation)
    {
        // Only what is inherited from leads anywhere, and little documentation is.
        private HashSet<ISymbol> Visited => field ??= new(SymbolEqualityComparer.Default) { Definition(root) };

        public Documentation Read(ISymbol symbol, int depth)
        {
            cancellation.ThrowIfCancellationRequested();
            symbol = Definition(symbol);
            if (depth > MaxInheritance || (depth > 0 && !Visited.Add(symbol)))
                return Documentation.None;

            Documentation all = Documentation.None;
            foreach (SyntaxNode declaration in Declarations(symbol, cancellation))
            {
                if (DocumentationTrivia.Before(declaration) is not { } xml)
                    continue;

                all = all.Or(WithInherited(DocumentationComment.Parse(xml), symbol, declaration, depth));

                // The parts of a type complete each other; the two parts of a member are alternatives.
                if (symbol is not INamedTypeSymbol && !all.IsEmpty)
                    break;
            }

            return all;
        }

        private Documentation WithInherited(DocumentationComment comment, ISymbol symbol, SyntaxNode declaration, int depth)
        {
            Documentation documentation = comment.Written;
            foreach (string? cref in comment.Inherits)
            {
                if (cref is null)
                {
                    foreach (ISymbol ancestor in DocumentationInheritance.Ancestors(symbol).Where(IsOfThisAssembly))
                        documentation = documentation.Or(Renamed(Read(ancestor, depth + 1), ancestor, symbol));
                }
                else if (DocumentationInheritance.Resolve(DocumentationCref.Parse(cref), symbol, declaration, cancellation) is { } named && IsOfThisAssembly(named))
                {
                    documentation = documentation.Or(Read(named, depth + 1));
                }
            }

            return documentation;
        }

        // An editor sees the source of referenced projects, a build does not: what they say must not make a difference.
        private bool IsOfThisAssembly(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, root.ContainingAssembly);
    }

    private static ISymbol Definition(ISymbol symbol) => symbol.OriginalDefinition switch
    {
        IMethodSymbol { PartialDefinitionPart: { } definition } => definition,
        IPropertySymbol { PartialDefinitionPart: { } definition } => definition,
        var other => other,
    };

    private static IEnumerable<SyntaxNode> Declarations(ISymbol symbol, CancellationToken cancellation)
    {
        ISymbol? implementation = symbol switch
        {
            IMethodSymbol method => method.PartialImplementationPart,
            IPropertySymbol property => property.PartialImplementationPart,
            _ => null,
        };

        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences.AddRange(implementation?.DeclaringSyntaxReferences ?? []))
        {
            switch (reference.GetSyntax(cancellation))
            {
                // A positional parameter: it is documented by the record.
                case ParameterSyntax:
                    break;
                case VariableDeclaratorSyntax { Parent.Parent: { } field }:
                    yield return field;
                    break;
                case var declaration:
                    yield return declaration;
                    break;
            }
        }
    }

    // An override may name its parameters differently: position decides.
    private static Documentation Renamed(Documentation inherited, ISymbol ancestor, ISymbol heir)
    {
        if (ancestor is not IMethodSymbol { Parameters: var theirs } || heir is not IMethodSymbol { Parameters: var own })
            return inherited;

        DocumentationParameters parameters = DocumentationParameters.Empty;
        foreach ((IParameterSymbol Theirs, IParameterSymbol Own) pair in theirs.Zip(own, static (first, second) => (first, second)))
            parameters = parameters.With(pair.Own.Name, inherited.Parameter(pair.Theirs.Name));
        return inherited with { Parameters = parameters };
    }
}
