using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace McpGen.Validation;

/// <summary>Makes the collections that arguments are declared as, in time that no caller can stretch.</summary>
/// <remarks>
/// Called by generated code, once it is known that the items of a set differ. Sets of values hash with a seed of the process: numbers
/// hash to themselves otherwise, so that colliding ones are easy to prepare. Sorted ones compare ordinally.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Collections
{
    /// <summary>A set.</summary>
    public static HashSet<T> ToHashSet<T>(T[] items) => new(items, SeededComparer<T>.Instance);

    /// <summary>A sorted set.</summary>
    public static SortedSet<T> ToSortedSet<T>(T[] items) => new(items, Order<T>());

    /// <summary>An immutable array.</summary>
    public static ImmutableArray<T> ToImmutableArray<T>(T[] items) => ImmutableCollectionsMarshal.AsImmutableArray(items);

    /// <summary>An immutable list.</summary>
    public static ImmutableList<T> ToImmutableList<T>(T[] items) => [.. items];

    /// <summary>An immutable set.</summary>
    public static ImmutableHashSet<T> ToImmutableHashSet<T>(T[] items) => ImmutableHashSet.Create(SeededComparer<T>.Instance, items);

    /// <summary>An immutable sorted set.</summary>
    public static ImmutableSortedSet<T> ToImmutableSortedSet<T>(T[] items) => ImmutableSortedSet.Create(Order<T>(), items);

    /// <summary>A frozen set.</summary>
    public static FrozenSet<T> ToFrozenSet<T>(T[] items) => items.ToFrozenSet(SeededComparer<T>.Instance);

    /// <summary>A sorted dictionary.</summary>
    public static SortedDictionary<string, T> ToSortedDictionary<T>(Dictionary<string, T> entries) => new(entries, StringComparer.Ordinal);

    /// <summary>An immutable dictionary.</summary>
    public static ImmutableDictionary<string, T> ToImmutableDictionary<T>(Dictionary<string, T> entries) => entries.ToImmutableDictionary();

    /// <summary>An immutable sorted dictionary.</summary>
    public static ImmutableSortedDictionary<string, T> ToImmutableSortedDictionary<T>(Dictionary<string, T> entries) => entries.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>A frozen dictionary.</summary>
    public static FrozenDictionary<string, T> ToFrozenDictionary<T>(Dictionary<string, T> entries) => entries.ToFrozenDictionary();

    private static IComparer<T> Order<T>() => typeof(T) == typeof(string) ? (IComparer<T>)(object)StringComparer.Ordinal : Comparer<T>.Default;
}
