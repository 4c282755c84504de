using System.Collections.Generic;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>
/// The types with members that were met under one set of limits, each parsed once: what it became, or that it cannot be. A type that is met
/// inside itself is referred to by the name of its method.
/// </summary>
public sealed class Shapes
{
    // string and string? make two types of one generic.
    private readonly Dictionary<ISymbol, NamedValue?> _finished = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ISymbol, string> _references = new(SymbolEqualityComparer.IncludeNullability);

    public bool TryGet(INamedTypeSymbol type, out NamedValue? value) => _finished.TryGetValue(type, out value);

    /// <summary>The name by which an unfinished type is referred to; null where nothing has.</summary>
    public string? ReferenceTo(INamedTypeSymbol type) => _references.TryGetValue(type, out string? name) ? name : null;

    public void Refer(INamedTypeSymbol type, string name) => _references.Add(type, name);

    public void Finish(INamedTypeSymbol type, NamedValue? value) => _finished[type] = value;
}
