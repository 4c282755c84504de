using static McpGen.Generator.Emission.CSharp;

namespace McpGen.Differential.Signatures;

/// <summary>Dictionaries: objects whose names are data.</summary>
internal static class MapKinds
{
    public static readonly IReadOnlyList<Kind> All =
    [
        .. new[] { "Dictionary", "IDictionary", "IReadOnlyDictionary", "SortedDictionary", "ImmutableDictionary", "IImmutableDictionary", "ImmutableSortedDictionary", "FrozenDictionary" }
            .Select(static type => new Kind(type == "Dictionary" ? 8 : 5, 1, place => Map(place, type))),
    ];

    private static Node Map(Place place, string type)
    {
        Draw draw = place.Draw;
        Node item = Kinds.Any(place.Below(isItem: true));
        item = draw.Chance(15) ? item with { IsNullable = true } : item;
        List<Annotation> annotations = [];
        Func<Draw, string>? names = null;
        if (!place.IsItem)
        {
            (IReadOnlyList<Annotation> onValues, item) = Annotating.Held(draw, item, "Values", Rows.Values);
            annotations.AddRange(onValues);
            if (draw.Chance(60))
            {
                int least = draw.Of(0, 1, 1, 2);
                int most = least + draw.Int(0, 4);
                annotations.Add(new Annotation(Rows.EntryCounts, draw.Of($"[Length({least}, {most})]", $"[MinLength({least})]", $"[MaxLength({most})]")));
            }

            if (draw.Chance(50))
            {
                (string limits, names) = Names(draw);
                annotations.Add(new Annotation(Rows.Keys, $"[Keys({limits})]"));
            }
        }

        return new Node { Kind = type + "<string, T>", Row = Rows.Dictionaries, Type = $"{type}<string, {item.TypeUse}>", Item = item, Annotations = annotations, NameSample = names };
    }

    private static (string Limits, Func<Draw, string>? Sample) Names(Draw draw)
    {
        switch (draw.Int(0, 3))
        {
            case 0:
                int least = draw.Int(0, 2);
                return (draw.Of($"MaxLength = {least + 1}", $"MinLength = {least + 1}", $"MinLength = {least}, MaxLength = {least + 2}"), null);
            case 1:
                RandomPattern pattern = Annotating.Usable(draw, whole: true);
                return ($"Pattern = {Literal(pattern.Text)}", pattern.Sample);
            case 2:
                return ("Format = StringFormat.Hostname", FormatTexts.Hostname);
            default:
                return ("Format = StringFormat.Uuid", FormatTexts.Uuid);
        }
    }
}
