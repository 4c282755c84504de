using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>The object types around the one being parsed, innermost first.</summary>
public sealed class TypePath
{
    private readonly INamedTypeSymbol? _type;
    private readonly TypePath? _outer;

    private TypePath(INamedTypeSymbol? type, TypePath? outer) => (_type, _outer) = (type, outer);

    public static TypePath Empty { get; } = new(null, null);

    public TypePath With(INamedTypeSymbol type) => new(type, this);

    public bool Contains(INamedTypeSymbol type) =>
        _type is not null && (SymbolEqualityComparer.Default.Equals(_type, type) || _outer!.Contains(type));
}
