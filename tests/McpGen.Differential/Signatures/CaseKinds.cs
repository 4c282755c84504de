namespace McpGen.Differential.Signatures;

/// <summary>Polymorphic, recursive and generic types.</summary>
internal static class CaseKinds
{
    public static readonly IReadOnlyList<Kind> All =
    [
        new(8, 1, Polymorphic),
        new(5, 1, Recursive),
        new(5, 1, Generic),
    ];

    private static Node Polymorphic(Place place)
    {
        Draw draw = place.Draw;
        string type = "IShape" + place.NextName();
        string discriminator = draw.Of("kind", "type", "_t");
        List<string> tags = draw.Some(["circle", "a square", "caf\u00e9", "X", "null"], 2, 4);
        Dictionary<string, Node> branches = [];
        foreach (string tag in tags)
        {
            branches.Add(tag, ObjectKinds.Case(place, type));
        }

        string listed = string.Join(", ", branches.Select(static branch => $"JsonDerivedType(typeof({branch.Value.Type}), {Generator.Emission.CSharp.Literal(branch.Key)})"));
        return new Node
        {
            Kind = "[JsonPolymorphic]", Row = Rows.Polymorphic, Type = type, Branches = branches,
            Declaration = _ => $"[JsonPolymorphic(TypeDiscriminatorPropertyName = \"{discriminator}\"), {listed}] public interface {type};",
        };
    }

    /// <summary>Refers to itself as an optional member, as items and as the values of a dictionary; what is below it holds no limits.</summary>
    private static Node Recursive(Place place)
    {
        string type = "Tree" + place.NextName();
        Draw draw = place.Draw;
        string[] again = [.. draw.Some([$"{type}? Next = null", $"[property: MaxLength(2)] {type}[]? Items = null", $"[property: MaxLength(2)] Dictionary<string, {type}>? ByName = null", $"{type}?[]? Holes = null"], 1, 3)];
        string own = draw.Of("int Id", "[Range(0, 9)] int Id", "[StringLength(3)] string Id", "bool Id", "[Range(0, 9)] int? Id");
        return new Node
        {
            Kind = "recursive", Row = Rows.Recursive, Type = type,
            Declaration = _ => $"public sealed record {type}({string.Join(", ", again.Prepend(own))});",
        };
    }

    private static Node Generic(Place place)
    {
        string type = "Page" + place.NextName();
        Node item = Kinds.Any(place.Below(isItem: true));
        while (item.Type == "byte" || IsAnnotated(item) || (item.Item is not null && item.All().Any(IsAnnotated)))
        {
            item = Kinds.Any(place.Below(isItem: true));
        }

        static bool IsAnnotated(Node node) => node.Row is Rows.JsonElement or Rows.JsonNode || (GuardKinds.IsGuarded(node) && node.Annotations.Count == 0);

        var rest = new Node { Kind = "IReadOnlyList<T>", Row = Rows.Collections, Type = $"IReadOnlyList<{item.Type}>", Item = item };
        return new Node
        {
            Kind = "generic record", Row = Rows.Objects, Type = $"{type}<{item.Type}>", Members = [new Member("Item", "item", item), new Member("Rest", "rest", rest)],
            Declaration = _ => $"public sealed record {type}<T>(T Item, [property: MaxLength(3)] IReadOnlyList<T> Rest);",
        };
    }
}
