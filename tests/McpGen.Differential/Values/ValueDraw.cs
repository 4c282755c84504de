using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;

namespace McpGen.Differential.Values;

/// <summary>
/// Values that are meant to be valid: every limit is read from the schema, only what a pattern or format accepts comes from the declaration.
/// Whether they are valid is for the oracles to say.
/// </summary>
internal sealed class ValueDraw(Draw draw)
{
    private const int Deepest = 4;
    private int _depth;

    public JsonObject Arguments(Schema schema, Signature signature) => Members(schema, name => signature.Parameters.FirstOrDefault(parameter => parameter.JsonName == name)?.Node);

    public Json Value(Schema schema, Node? node)
    {
        if (schema.Reference is { } reference)
        {
            return Value(reference, node);
        }

        if (schema.OneOf.Count > 0)
        {
            Schema branch = draw.Of(schema.OneOf);
            return Value(branch, node?.BranchOf(branch.Properties.Values.Select(static property => (property.Const as JsonText)?.Value)));
        }

        if (schema.AnyOf.FirstOrDefault(static one => one.Reference is not null) is { } shape)
        {
            return draw.Chance(20) ? Json.Null : Value(shape, node);
        }

        if (schema.Const is { } constant)
        {
            return constant;
        }

        if (schema.Types.Count > 1 && draw.Chance(20) && schema.Types.Contains("null"))
        {
            return Json.Null;
        }

        if (schema.Enum is { } list)
        {
            return draw.Of(list) switch
            {
                JsonNumber number => NumberDraw.Spelled(draw, number.Exact),
                JsonText text => text with { IsEscaped = draw.Chance(5) },
                { } other => other,
            };
        }

        return schema.Types.Count > 2 ? Any(3) : schema.Types[0] switch
        {
            "boolean" => Json.Of(draw.Chance(50)),
            "integer" or "number" => NumberDraw.Within(draw, schema),
            "string" => Text(schema, node),
            "array" => Array(schema, node),
            "object" => Members(schema, name => schema.Properties.ContainsKey(name) ? node?.MemberOf(name) : node),
            _ => Json.Null,
        };
    }

    /// <summary>Any JSON at all.</summary>
    public Json Any(int depth) => draw.Int(0, depth <= 0 ? 4 : 6) switch
    {
        0 => Json.Null,
        1 => Json.Of(draw.Chance(50)),
        2 => NumberDraw.Any(draw),
        3 or 4 => new JsonText(TextDraw.Any(draw), draw.Chance(10)),
        5 => new JsonArray([.. Enumerable.Range(0, draw.Int(0, 3)).Select(_ => Any(depth - 1))]),
        _ => new JsonObject([.. TextDraw.Names(draw, draw.Int(0, 3)).Select(name => new JsonMember(name, Any(depth - 1)))]),
    };

    private JsonText Text(Schema schema, Node? node)
    {
        string text = node?.Sample is { } sample && draw.Chance(92) ? sample(draw)
            : schema.Own.HasFlag(Keyword.Pattern) && draw.Chance(80) ? TextDraw.Any(draw)
            : TextDraw.OfLength(draw, TextDraw.Length(draw, schema.MinLength, schema.MaxLength));
        return new JsonText(text, draw.Chance(3));
    }

    private JsonArray Array(Schema schema, Node? node)
    {
        int count = CountOf(schema.MinItems, schema.MaxItems);
        List<Json> items = [];
        HashSet<string> seen = [];
        for (int tries = 0; items.Count < count && tries < count * 4; tries++)
        {
            Json item = Value(schema.Items!, node?.Item);
            if (!schema.UniqueItems || seen.Add(ExactOracle.Key(item)))
            {
                items.Add(item);
            }
        }

        return new JsonArray(items);
    }

    private JsonObject Members(Schema schema, Func<string, Node?> nodeOf)
    {
        _depth++;
        List<JsonMember> members = [];
        foreach ((string name, Schema property) in schema.Properties)
        {
            bool isRequired = schema.Required.Contains(name);
            if (!isRequired && draw.PerMille(40))
            {
                members.Add(new JsonMember(name, Json.Null));
            }
            else if (isRequired || draw.Chance(_depth > Deepest ? 5 : 60))
            {
                members.Add(new JsonMember(name, Value(property, nodeOf(name)), draw.PerMille(15)));
            }
        }

        if (schema.AdditionalProperties is { } more)
        {
            Node? node = nodeOf("");
            int count = CountOf(schema.MinProperties, schema.MaxProperties);
            members.AddRange(Names(schema.PropertyNames, node, count).Select(name => new JsonMember(name, Value(more, node?.Item), draw.PerMille(15))));
        }

        _depth--;
        return new JsonObject(draw.Chance(20) ? draw.Shuffled(members) : members);
    }

    private IEnumerable<string> Names(Schema? schema, Node? node, int count) => Enumerable.Range(0, count).Select(_ =>
        node?.NameSample is { } sample && draw.Chance(92) ? sample(draw)
        : schema is not null && (schema.MinLength > 0 || schema.MaxLength < 100) ? TextDraw.OfLength(draw, TextDraw.Length(draw, schema.MinLength, schema.MaxLength))
        : TextDraw.Names(draw, 1).First()).Distinct();

    /// <summary>A count within limits, mostly small, often at the limits themselves.</summary>
    private int CountOf(int least, int most)
    {
        int high = Math.Max(least, _depth > Deepest ? least : Math.Min(most, least + 4));
        return draw.Int(0, 9) switch
        {
            0 or 1 => least,
            2 when most <= 12 => most,
            3 when draw.PerMille(8) && most <= 300 => most,
            _ => draw.Int(least, high),
        };
    }
}
