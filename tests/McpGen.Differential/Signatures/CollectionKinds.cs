namespace McpGen.Differential.Signatures;

/// <summary>Arrays and the list types.</summary>
internal static class CollectionKinds
{
    public static readonly IReadOnlyList<Kind> All =
    [
        .. new[] { "T[]", "List<T>", "IList<T>", "ICollection<T>", "IEnumerable<T>", "IReadOnlyList<T>", "IReadOnlyCollection<T>" }
            .Select(static shape => new Kind(shape == "T[]" ? 12 : 4, 1, place => List(place, shape, Rows.Collections))),
        .. new[] { "ImmutableArray<T>", "ImmutableList<T>", "IImmutableList<T>" }.Select(static shape => new Kind(4, 1, place => List(place, shape, Rows.Immutable))),
        .. new[] { "HashSet<T>", "ISet<T>", "IReadOnlySet<T>", "SortedSet<T>", "ImmutableHashSet<T>", "IImmutableSet<T>", "ImmutableSortedSet<T>", "FrozenSet<T>" }
            .Select(static shape => new Kind(shape == "HashSet<T>" ? 6 : 4, 1, place => List(place, shape, Rows.Sets))),
    ];

    private static Node List(Place place, string shape, string row)
    {
        Draw draw = place.Draw;
        Node item = Item(place);
        while (!CanHold(shape, row, item))
        {
            item = Item(place);
        }

        List<Annotation> annotations = [];
        if (!place.IsItem)
        {
            (IReadOnlyList<Annotation> onItems, item) = Annotating.Held(draw, item, "Items", Rows.Items);
            annotations.AddRange(onItems);
            if (draw.Chance(60))
            {
                int least = draw.Of(0, 0, 1, 2);
                annotations.Add(Annotating.Lengths(draw, Rows.Counts, least, least + draw.Int(0, 5)));
            }

            if (row != Rows.Sets && Annotating.IsScalar(item) && draw.Chance(30))
            {
                annotations.Add(new Annotation(Rows.UniqueItems, "[UniqueItems]"));
            }
        }

        return new Node { Kind = shape, Row = row, IsValueType = shape == "ImmutableArray<T>", Type = shape == "T[]" ? ArrayOf(item) : shape.Replace("T>", item.TypeUse + ">", StringComparison.Ordinal), Item = item, Annotations = annotations };
    }

    /// <summary>What a collection holds; null may be one of the values.</summary>
    private static Node Item(Place place)
    {
        Node item = Kinds.Any(place.Below(isItem: true));
        return place.Draw.Chance(15) ? item with { IsNullable = true } : item;
    }

    /// <summary>An array of bytes is binary data; sets hold scalars, sorted ones no URIs and nothing without an order.</summary>
    private static bool CanHold(string shape, string row, Node item) =>
        !(shape == "T[]" && item is { Kind: "byte", IsNullable: false })
        && (row != Rows.Sets || Annotating.IsScalar(item))
        && !(shape.Contains("Sorted", StringComparison.Ordinal) && item.Row == Rows.Uri);

    /// <summary>An array of arrays is written outside in: <c>int[][]?</c> would be a nullable outer one.</summary>
    private static string ArrayOf(Node item) => item.IsNullable && item.Type.EndsWith("[]", StringComparison.Ordinal) ? item.Type + "?[]" : item.TypeUse + "[]";
}
