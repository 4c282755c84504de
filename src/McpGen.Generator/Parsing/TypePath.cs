using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>The object types around the one being parsed, innermost first.</summary>
public sealed class TypePath
{
    /// <summary>The SDK refuses what nests deeper than 61.</summary>
    public const int Deepest = 61;

    private readonly INamedTypeSymbol? _type;
    private readonly TypePath? _outer;
    private readonly int _depth;

    private TypePath(INamedTypeSymbol? type, TypePath? outer) => (_type, _outer, _depth) = (type, outer, outer is null ? 0 : outer._depth + 1);

    public static TypePath Empty { get; } = new(null, null);

    /// <summary>Whether no value so deep could be sent: generic types can nest without ever repeating.</summary>
    public bool IsTooDeep => _depth >= Deepest;

    public TypePath With(INamedTypeSymbol type) => new(type, this);

    public bool Contains(INamedTypeSymbol type) =>
        _type is not null && (SymbolEqualityComparer.IncludeNullability.Equals(_type, type) || _outer!.Contains(type));
}
