using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Which types are arrays in JSON, which are objects whose names are data, and what they are made as.</summary>
public static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";
    private const string Frozen = "System.Collections.Frozen";

    private static readonly Dictionary<string, (string Namespace, CollectionKind Kind)> s_arrays = new()
    {
        ["IEnumerable"] = (Generic, CollectionKind.Array),
        ["IReadOnlyCollection"] = (Generic, CollectionKind.Array),
        ["IReadOnlyList"] = (Generic, CollectionKind.Array),
        ["ICollection"] = (Generic, CollectionKind.List),
        ["IList"] = (Generic, CollectionKind.List),
        ["List"] = (Generic, CollectionKind.List),
        ["ISet"] = (Generic, CollectionKind.HashSet),
        ["IReadOnlySet"] = (Generic, CollectionKind.HashSet),
        ["HashSet"] = (Generic, CollectionKind.HashSet),
        ["SortedSet"] = (Generic, CollectionKind.SortedSet),
        ["ImmutableArray"] = (Immutable, CollectionKind.ImmutableArray),
        ["IImmutableList"] = (Immutable, CollectionKind.ImmutableList),
        ["ImmutableList"] = (Immutable, CollectionKind.ImmutableList),
        ["IImmutableSet"] = (Immutable, CollectionKind.ImmutableHashSet),
        ["ImmutableHashSet"] = (Immutable, CollectionKind.ImmutableHashSet),
        ["ImmutableSortedSet"] = (Immutable, CollectionKind.ImmutableSortedSet),
        ["FrozenSet"] = (Frozen, CollectionKind.FrozenSet),
    };

    private static readonly Dictionary<string, (string Namespace, MapKind Kind)> s_maps = new()
    {
        ["IDictionary"] = (Generic, MapKind.Dictionary),
        ["IReadOnlyDictionary"] = (Generic, MapKind.Dictionary),
        ["Dictionary"] = (Generic, MapKind.Dictionary),
        ["SortedDictionary"] = (Generic, MapKind.SortedDictionary),
        ["IImmutableDictionary"] = (Immutable, MapKind.ImmutableDictionary),
        ["ImmutableDictionary"] = (Immutable, MapKind.ImmutableDictionary),
        ["ImmutableSortedDictionary"] = (Immutable, MapKind.ImmutableSortedDictionary),
        ["FrozenDictionary"] = (Frozen, MapKind.FrozenDictionary),
    };

    public static bool IsCollection(ITypeSymbol type) => ItemOf(type, out _) is not null || IsMap(type, out _, out _, out _);

    /// <summary>What an array holds, and what it is made as; null for what is no array.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type, out CollectionKind kind)
    {
        kind = CollectionKind.Array;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return array.ElementType;
        }

        if (type is not INamedTypeSymbol { TypeArguments.Length: 1, ContainingType: null } named || !s_arrays.TryGetValue(named.Name, out (string Namespace, CollectionKind Kind) known) || !named.IsIn(known.Namespace))
        {
            return null;
        }

        kind = known.Kind;
        return named.TypeArguments[0];
    }

    public static bool IsMap(ITypeSymbol type, out ITypeSymbol key, out ITypeSymbol item, out MapKind kind)
    {
        if (type is INamedTypeSymbol { TypeArguments.Length: 2, ContainingType: null } named && s_maps.TryGetValue(named.Name, out (string Namespace, MapKind Kind) known) && named.IsIn(known.Namespace))
        {
            (key, item, kind) = (named.TypeArguments[0], named.TypeArguments[1], known.Kind);
            return true;
        }

        (key, item, kind) = (type, type, default);
        return false;
    }

    /// <summary>What a written type enumerates; only of types that say it once. Pairs by name are written as an object.</summary>
    public static ITypeSymbol? EnumeratedBy(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.Rank == 1 ? array.ElementType : null;
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            return null;
        }

        ITypeSymbol? item = EnumeratedByItself(type as INamedTypeSymbol);
        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (EnumeratedByItself(contract) is { } another)
            {
                if (item is not null)
                {
                    return null;
                }

                item = another;
            }
        }

        return item;
    }

    private static ITypeSymbol? EnumeratedByItself(INamedTypeSymbol? type) =>
        type?.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T ? type.TypeArguments[0] : null;

    public static bool IsSet(CollectionKind kind) =>
        kind is CollectionKind.HashSet or CollectionKind.SortedSet or CollectionKind.ImmutableHashSet or CollectionKind.ImmutableSortedSet or CollectionKind.FrozenSet;

    public static bool IsSorted(CollectionKind kind) => kind is CollectionKind.SortedSet or CollectionKind.ImmutableSortedSet;
}
