using static McpGen.Generator.Emission.CSharp;

namespace McpGen.Differential.Signatures;

/// <summary>Types that are one JSON token.</summary>
internal static class ScalarKinds
{
    public static readonly IReadOnlyList<Kind> All =
    [
        new(6, 0, static place => new Node { Kind = "bool", Row = Rows.Bool, Type = "bool", IsValueType = true, Default = place.Draw.Of("true", "false") }),
        Integer("sbyte", sbyte.MinValue, sbyte.MaxValue),
        Integer("byte", byte.MinValue, byte.MaxValue),
        Integer("short", short.MinValue, short.MaxValue),
        Integer("ushort", ushort.MinValue, ushort.MaxValue),
        Integer("int", int.MinValue, int.MaxValue),
        Integer("uint", uint.MinValue, uint.MaxValue),
        Integer("long", long.MinValue, long.MaxValue),
        Integer("ulong", ulong.MinValue, ulong.MaxValue),
        Number("double", Rows.Double, Storage.Double, 1_000_000_000_000m),
        Number("float", Rows.Single, Storage.Single, 10_000m),
        Number("decimal", Rows.Decimal, Storage.Decimal, 1_000_000_000_000_000_000_000m),
        new(20, 0, Text),
        new(8, 0, Enumeration),
        new(4, 0, Flags),
        new(5, 0, static place => AnyJson(place, "JsonElement", Rows.JsonElement, isValueType: true)),
        new(4, 0, static place => AnyJson(place, "JsonNode", Rows.JsonNode, isValueType: false)),
    ];

    private static Kind Integer(string type, decimal least, decimal most) => new(4, 0, place =>
    {
        var node = new Node { Kind = type, Row = Rows.Integers, Type = type, IsValueType = true };
        return place.IsItem ? node : Annotating.Number(place.Draw, node, least, most, places: 0);
    });

    private static Kind Number(string type, string row, Storage storage, decimal most) => new(8, 0, place =>
    {
        var node = new Node { Kind = type, Row = row, Type = type, IsValueType = true, Storage = storage };
        return place.IsItem ? node : Annotating.Number(place.Draw, node, -most, most, places: place.Draw.Int(0, 3));
    });

    private static Node Text(Place place)
    {
        var node = new Node { Kind = "string", Row = Rows.String, Type = "string" };
        return place.IsItem ? node : Annotating.Text(place.Draw, node);
    }

    private static Node Enumeration(Place place)
    {
        Draw draw = place.Draw;
        string type = "Enum" + place.NextName();
        (string Name, string? Json)[] members = [.. draw.Some<(string, string?)>([("Red", null), ("Green", "dark green"), ("Blue", null), ("red", "RED"), ("None", "caf\u00e9"), ("A", "\U0001f600"), ("Quote", "a\"b\\c"), ("Long", "a-rather-long-name")], 1, 6)];
        string underlying = draw.Of("", "", " : byte", " : long");
        string body = string.Join(", ", members.Select(static member => (member.Json is null ? "" : $"[JsonStringEnumMemberName({Literal(member.Json)})] ") + member.Name));
        List<Annotation> annotations = [];
        string preset = type + "." + members[0].Name;
        if (!place.IsItem && members.Length > 2 && draw.Chance(30))
        {
            annotations.Add(draw.Chance(50)
                ? new Annotation(Rows.AllowedValues, $"[AllowedValues({type}.{members[0].Name}, {type}.{members[1].Name})]")
                : new Annotation(Rows.DeniedMembers, $"[DeniedValues({type}.{members[1].Name})]"));
        }

        return new Node
        {
            Kind = "enum", Row = Rows.Enum, Type = type, IsValueType = true, Annotations = annotations, Default = preset,
            Declaration = _ => $"public enum {type}{underlying} {{ {body} }}",
        };
    }

    private static Node Flags(Place place)
    {
        string type = "Flags" + place.NextName();
        string[] members = [.. place.Draw.Some(["None = 0", "Read = 1", "Write = 2", "[JsonStringEnumMemberName(\"read-write\")] All = 3", "Share = 4", "Send = 4", "High = 128"], 2, 7)];
        string underlying = place.Draw.Of("", " : byte", " : ulong");
        var name = new Node { Kind = "enum", Row = Rows.Flags, Type = type, IsValueType = true };
        return new Node { Kind = "[Flags] enum", Row = Rows.Flags, Type = type, IsValueType = true, Item = name, Declaration = _ => $"[Flags] public enum {type}{underlying} {{ {string.Join(", ", members)} }}" };
    }

    private static Node AnyJson(Place place, string type, string row, bool isValueType) => new()
    {
        Kind = type, Row = row, Type = type, IsValueType = isValueType,
        Annotations = place.IsItem ? [] : [new Annotation(row, "[AnyJson]")],
    };
}
