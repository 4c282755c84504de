namespace McpGen.Differential.Signatures;

/// <summary>Draws tools.</summary>
internal static class SignatureDraw
{
    private static readonly string[] s_names = ["a", "limit", "value", "reader", "call", "result", "constructor", "toString", "hasOwnProperty", "Tool", "snake_case", "items", "json", "x1"];

    /// <summary>The tools of one compilation; mostly of one parameter, so that what is refused is refused for it.</summary>
    public static IReadOnlyList<Signature> Batch(Draw draw, int tools)
    {
        int types = 0;
        return [.. Enumerable.Range(0, tools).Select(index => One(draw, "tool_" + index, draw.Of(1, 1, 1, 2, 3), () => (types++).ToString(System.Globalization.CultureInfo.InvariantCulture)))];
    }

    /// <summary>Tools of one parameter that use a row of the documentation.</summary>
    public static IReadOnlyList<Signature> Using(Draw draw, string row, int tools)
    {
        int types = 0;
        List<Signature> found = [];
        for (int tries = 0; found.Count < tools && tries < 20_000; tries++)
        {
            Signature signature = One(draw, "tool_" + found.Count, parameters: 1, () => (types++).ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (signature.UsedRows().Contains(row))
            {
                found.Add(signature);
            }
        }

        return found;
    }

    private static Signature One(Draw draw, string tool, int parameters, Func<string> nextName)
    {
        Member[] members = [.. draw.Some(s_names, parameters, parameters).Select(name => Parameter(draw, name, nextName))];
        Annotation[] attributes = draw.Chance(6) ? [new Annotation(Rows.ToolDefaults, $"[ToolDefaults(MaxStringLength = {draw.Int(3, 9)}, MaxItems = {draw.Int(2, 4)})]")] : [];

        // A default may be longer than a drawn limit of the tool.
        return new Signature(tool, attributes.Length == 0 ? members : [.. members.Select(static parameter => parameter with { HasDefault = false })], attributes, Echoes: draw.Chance(35) && members.All(static member => CanEcho(member.Node)));
    }

    /// <summary>A string or a Uri with a guard is none that a result could be held to.</summary>
    private static bool CanEcho(Node node) => node.All().All(static one => one.Kind != "Uri of a guard" && one.Kind != "string of a guard") && IsStable(node);

    /// <summary>A number that is rounded when it is read may be outside its own limits when it is written, which ends in the fixed error.</summary>
    private static bool IsStable(Node node) =>
        node.All().All(static one => one.Storage is not (Storage.Single or Storage.Double)) || node.All().All(static one => one.Annotations.Count == 0);

    private static Member Parameter(Draw draw, string name, Func<string> nextName)
    {
        Node node = Kinds.Any(new Place(draw, Depth: 2, IsItem: false, nextName));
        name = draw.PerMille(1) ? "__proto__" : name;
        bool isNullable = draw.Chance(15);
        return new Member(name, name, isNullable ? Annotating.Nullable(draw, node) : node, Form.Parameter, node.Default is not null && !isNullable && draw.Chance(15));
    }
}
