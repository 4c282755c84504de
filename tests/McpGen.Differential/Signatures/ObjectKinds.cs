using McpGen.Generator.Emission;

namespace McpGen.Differential.Signatures;

/// <summary>Records, classes and structs.</summary>
internal static class ObjectKinds
{
    private static readonly string[] s_names = ["X", "Name", "Value", "Count", "Url2", "Constructor", "ToString2", "Reader", "Json", "Members", "Length", "Hidden"];
    private static readonly string[] s_jsonNames = ["x-y", "a.b", "constructor", "toString", "UPPER", "hasOwnProperty", "_x1"];

    public static readonly IReadOnlyList<Kind> All =
    [
        new(5, 1, static place => Make(place, "record", "public sealed record", isValueType: false, usesParameters: true)),
        new(5, 1, static place => Make(place, "class", "public sealed class", isValueType: false, usesParameters: false)),
        new(3, 1, static place => Make(place, "struct", "public readonly record struct", isValueType: true, usesParameters: true)),
        new(2, 1, static place => Make(place, "struct", "public struct", isValueType: true, usesParameters: false)),
    ];

    /// <summary>A record that is one of the cases of a polymorphic type.</summary>
    public static Node Case(Place place, string contract) => Make(place, "record", "public sealed record", isValueType: false, usesParameters: true, $" : {contract}");

    private static Node Make(Place place, string kind, string keywords, bool isValueType, bool usesParameters, string bases = "")
    {
        string type = "Type" + place.NextName();
        Member[] members = [.. place.Draw.Some(s_names, usesParameters ? 1 : 0, 4).Select(name => MemberOf(place, name, usesParameters, isValueType))];
        return new Node
        {
            Kind = kind, Row = Rows.Objects, Type = type, IsValueType = isValueType, Members = Distinct(members),
            Declaration = node => usesParameters
                ? $"{keywords} {type}({string.Join(", ", node.Members.OrderBy(static member => member.HasDefault).Select(member => Renamed(member, "property: ") + Signature.Parameter(member)))}){bases};"
                : $"{keywords} {type} {{ {string.Join(" ", node.Members.Select(static member => Renamed(member, "") + Signature.Property(member)))} }}",
        };
    }

    private static Member MemberOf(Place place, string name, bool isParameter, bool isStruct)
    {
        Draw draw = place.Draw;
        Node node = Kinds.Any(place.Below(isItem: false));
        bool isNullable = draw.Chance(35);
        node = isNullable ? Annotating.Nullable(draw, node) : node;
        bool hasDefault = node.Default is not null && !isNullable && draw.Chance(30);
        Form form = isParameter ? Form.Parameter : draw.Of(Form.Settable, Form.InitOnly, Form.Required);

        // A struct without a constructor has no place for initializers, and a reference that is never set is a warning.
        if (!isParameter && isStruct)
        {
            hasDefault = false;
        }

        if (!isParameter && !node.IsValueType && !isNullable && !hasDefault)
        {
            form = Form.Required;
        }

        if (form == Form.Required)
        {
            hasDefault = false;
        }

        string jsonName = draw.PerMille(1) ? "__proto__" : draw.Chance(20) ? draw.Of(s_jsonNames) : char.ToLowerInvariant(name[0]) + name[1..];
        return new Member(name, jsonName, node, form, hasDefault);
    }

    private static Member[] Distinct(Member[] members) => [.. members.DistinctBy(static member => member.JsonName)];

    private static string Renamed(Member member, string target) =>
        member.JsonName == char.ToLowerInvariant(member.Name[0]) + member.Name[1..] ? "" : $"[{target}JsonPropertyName({CSharp.Literal(member.JsonName)})] ";
}
