using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;

namespace McpGen.Differential.Values;

/// <summary>A place in a value, with its schema and the type it becomes.</summary>
/// <param name="Replace">Gives the whole value with another in this place; null there takes the place away.</param>
internal sealed record Spot(Json Value, Schema Schema, Node? Node, Func<Json?, Json> Replace);

/// <summary>Changes a value in one place, near what its schema allows.</summary>
internal sealed class Mutator(Draw draw)
{
    private readonly ValueDraw _values = new(draw);

    /// <summary>The changed value, and the type in whose place it was changed.</summary>
    public (JsonObject Value, Node? Target) Mutate(JsonObject arguments, Schema schema, Signature signature)
    {
        List<Spot> spots = Spots(arguments, schema, signature);
        Spot spot = spots.Count > 1 && draw.Chance(94) ? spots[draw.Int(1, spots.Count - 1)] : spots[0];
        Json changed = ReferenceEquals(spot, spots[0]) ? WithinObject((JsonObject)spot.Value, spot.Schema, spot.Replace) : Changed(spot);
        return ((JsonObject)changed, spot.Node);
    }

    /// <summary>The places of a value, the whole of it first.</summary>
    public static List<Spot> Spots(JsonObject arguments, Schema schema, Signature signature)
    {
        List<Spot> spots = [new Spot(arguments, schema, null, static value => value!)];
        foreach (JsonMember member in arguments.Members)
        {
            if (schema.Properties.TryGetValue(member.Name, out Schema? property))
            {
                Node? node = signature.Parameters.FirstOrDefault(parameter => parameter.JsonName == member.Name)?.Node;
                Collect(spots, member.Value, property, node, value => WithMember(arguments, member, value));
            }
        }

        return spots;
    }

    private static void Collect(List<Spot> spots, Json value, Schema schema, Node? node, Func<Json?, Json> replace)
    {
        Schema there = schema.For(value);
        spots.Add(new Spot(value, there, node, replace));
        node = node?.BranchOf(there.Properties.Values.Select(static property => (property.Const as JsonText)?.Value));
        switch (value)
        {
            case JsonArray array when there.Items is { } items:
                for (int index = 0; index < array.Items.Count && index < 8; index++)
                {
                    int position = index;
                    Collect(spots, array.Items[index], items, node?.Item ?? node, item => replace(WithItem(array, position, item)));
                }

                break;

            case JsonObject shape:
                foreach (JsonMember member in shape.Members)
                {
                    if (there.Properties.TryGetValue(member.Name, out Schema? property))
                    {
                        Collect(spots, member.Value, property, node?.MemberOf(member.Name) ?? node, item => replace(WithMember(shape, member, item)));
                    }
                    else if (there.AdditionalProperties is { } more)
                    {
                        Collect(spots, member.Value, more, node?.Item ?? node, item => replace(WithMember(shape, member, item)));
                    }
                }

                break;
        }
    }

    private Json Changed(Spot spot) => draw.Int(0, 19) switch
    {
        0 or 1 => spot.Replace(_values.Any(2)),
        2 => spot.Replace(Json.Null),
        3 => spot.Replace(null),
        4 => spot.Replace(new JsonArray([spot.Value])),
        5 => spot.Replace(new JsonText(spot.Value is JsonText text ? text.Value : spot.Value.ToString())),
        _ => spot.Value switch
        {
            JsonNumber number => spot.Replace(Number(number.Exact, spot.Schema, spot.Node)),
            JsonText text => spot.Replace(Text(text.Value, spot.Schema)),
            JsonArray array => spot.Replace(Items(array, spot)),
            JsonObject shape => WithinObject(shape, spot.Schema, spot.Replace),
            JsonBool flag => spot.Replace(draw.Of<Json>(Json.Of(!flag.Value), Json.Of(flag.Value ? 1 : 0), Json.Of(flag.Value ? "true" : "false"))),
            _ => spot.Replace(_values.Any(1)),
        },
    };

    private JsonNumber Number(ExactNumber number, Schema schema, Node? node)
    {
        ExactNumber[] bounds = [.. new[] { schema.Minimum, schema.Maximum, schema.ExclusiveMinimum, schema.ExclusiveMaximum }.OfType<ExactNumber>(), .. (schema.Not?.Enum ?? []).OfType<JsonNumber>().Select(static denied => denied.Exact)];
        ExactNumber near = bounds.Length > 0 && draw.Chance(70) ? draw.Of<ExactNumber>(bounds) : number;
        ExactNumber step = schema.MultipleOf ?? ExactNumber.Of(1);

        // A multiple is decided on the digits, a bound on what the type holds: the two meet only in numbers that are both.
        bool mayBeFine = node is null || node.Storage is not (Storage.Double or Storage.Single) || schema.MultipleOf is null;
        return draw.Int(0, 11) switch
        {
            0 or 1 => NumberDraw.Spelled(draw, near),
            2 or 3 => NumberDraw.Spelled(draw, near.Plus(step)),
            4 or 5 => NumberDraw.Spelled(draw, near.Plus(step.Times(-1))),
            6 => NumberDraw.Spelled(draw, near.Plus(ExactNumber.Parse(draw.Of("0.5", "-0.5", "0.001", "-0.001")))),
            7 when mayBeFine => NumberDraw.Spelled(draw, near.Plus(ExactNumber.Parse(draw.Of("1e-12", "-1e-12", "1e-25", "-1e-25", "1e-27", "1e-29")))),
            8 => NumberDraw.Spelled(draw, number.Times(-1)),
            9 when mayBeFine => NumberDraw.Odd(draw),
            10 => NumberDraw.Spelled(draw, number.Times(10)),
            _ => NumberDraw.Any(draw) is var any && (mayBeFine || any.Exact.SurvivesDouble) ? any : NumberDraw.Spelled(draw, number),
        };
    }

    private JsonText Text(string text, Schema schema)
    {
        string changed = draw.Int(0, 13) switch
        {
            0 or 1 when schema.MaxLength <= 5000 && (schema.MaxLength <= 64 || draw.PerMille(60)) => TextDraw.OfLength(draw, schema.MaxLength + 1),
            2 or 3 when schema.MinLength > 0 => TextDraw.OfLength(draw, schema.MinLength - 1),
            4 => text + draw.Of("\n", "a", " ", "=", "0", "\U0001f600", "\r\n"),
            5 => draw.Of("\n", "a", " ", "-", "0", "\ufeff") + text,
            6 when text.Length > 0 => text[..^1].TrimEnd('\ud83d'),
            7 => text.ToUpperInvariant(),
            8 => text.ToLowerInvariant(),
            9 => draw.Of("", " ", "\t\u00a0", "\u200b", "null"),
            10 when (schema.Not?.Enum ?? schema.Enum) is { } listed => (draw.Of(listed) as JsonText)?.Value ?? "null",
            11 when text.Length > 1 => text.Insert(draw.Int(1, text.Length - 1), draw.Of("x", "9", "\u00e9", "-")).Replace("\ufffd", "", StringComparison.Ordinal),
            12 => text,
            _ => TextDraw.Any(draw),
        };
        return new JsonText(IsWellFormed(changed) ? changed : TextDraw.Any(draw), draw.Chance(25));
    }

    private Json Items(JsonArray array, Spot spot)
    {
        List<Json> items = [.. array.Items];
        Schema item = spot.Schema.Items ?? spot.Schema;
        switch (draw.Int(0, 5))
        {
            case 0 or 1 when spot.Schema.MaxItems <= 12 || (spot.Schema.MaxItems <= 300 && draw.PerMille(40)):
                while (items.Count <= spot.Schema.MaxItems)
                {
                    items.Add(_values.Value(item, spot.Node?.Item));
                }

                break;
            case 2 when spot.Schema.MinItems > 0:
                return new JsonArray(items[..Math.Min(items.Count, spot.Schema.MinItems - 1)]);
            case 3 when items.Count > 0:
                items.Insert(draw.Int(0, items.Count), draw.Of(items) switch { JsonNumber number => NumberDraw.Spelled(draw, number.Exact), JsonText text => text with { IsEscaped = draw.Chance(30) }, { } same => same });
                break;
            case 4 when items.Count > 0:
                return new JsonObject([.. items.Select(static (item, index) => new JsonMember(index.ToString(System.Globalization.CultureInfo.InvariantCulture), item))]);
            default:
                items.Add(_values.Any(1));
                break;
        }

        return new JsonArray(items);
    }

    private Json WithinObject(JsonObject shape, Schema schema, Func<Json?, Json> replace)
    {
        List<JsonMember> members = [.. shape.Members];
        if (schema.AdditionalProperties is { } more && draw.Chance(60))
        {
            return replace(new JsonObject(Entries(members, schema, more)));
        }

        switch (draw.Int(0, 6))
        {
            case 0 or 1 when members.Count > 0:
                members.RemoveAt(draw.Int(0, members.Count - 1));
                break;
            case 2 when members.Count > 0:
                int there = draw.Int(0, members.Count - 1);
                members[there] = members[there] with { Value = Json.Null };
                break;
            case 3 when members.Count > 0:
                int renamed = draw.Int(0, members.Count - 1);
                string name = members[renamed].Name;
                Rename(members, renamed, draw.Of(name.ToUpperInvariant(), name + " ", name + "\0", name.Length > 1 ? name[1..] : name + name));
                break;
            case 4 when members.Count > 0:
                int written = draw.Int(0, members.Count - 1);
                members[written] = members[written] with { IsEscaped = true };
                break;
            default:
                string added = draw.Chance(30) && schema.Properties.Count > 0 ? draw.Of<string>([.. schema.Properties.Keys]) : TextDraw.Name(draw);
                if (!members.Exists(member => member.Name == added))
                {
                    members.Insert(draw.Int(0, members.Count), new JsonMember(added, _values.Any(1), draw.Chance(20)));
                }

                break;
        }

        return replace(new JsonObject(members));
    }

    /// <summary>Entries of a dictionary: one too few, one too many, or one of another name.</summary>
    private List<JsonMember> Entries(List<JsonMember> members, Schema schema, Schema more)
    {
        switch (draw.Int(0, 3))
        {
            case 0 when schema.MinProperties > 0:
                return members[..Math.Min(members.Count, schema.MinProperties - 1)];

            case 1 when schema.MaxProperties <= 12 || (schema.MaxProperties <= 300 && draw.PerMille(40)):
                for (int number = 0; members.Count <= schema.MaxProperties; number++)
                {
                    string name = "n" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    if (!members.Exists(member => member.Name == name))
                    {
                        members.Add(new JsonMember(name, _values.Value(more, null)));
                    }
                }

                return members;

            case 2 when members.Count > 0:
                int renamed = draw.Int(0, members.Count - 1);
                string near = members[renamed].Name;
                Rename(members, renamed, draw.Of(near + "x", near.Length > 0 ? near[1..] : "y", near.ToUpperInvariant(), "-", near + "\n"));
                return members;

            default:
                Rename(members, 0, TextDraw.Name(draw));
                return members;
        }
    }

    private static void Rename(List<JsonMember> members, int index, string name)
    {
        if (members.Count > 0 && IsWellFormed(name) && !members.Exists(member => member.Name == name))
        {
            members[index] = members[index] with { Name = name };
        }
    }

    private static JsonObject WithMember(JsonObject shape, JsonMember member, Json? value) => new(
        [.. shape.Members.Where(other => value is not null || !ReferenceEquals(other, member)).Select(other => ReferenceEquals(other, member) ? member with { Value = value! } : other)]);

    private static JsonArray WithItem(JsonArray array, int index, Json? value) => new(
        [.. array.Items.Where((_, position) => value is not null || position != index).Select((item, position) => value is not null && position == index ? value : item)]);

    private static bool IsWellFormed(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]) && !(char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[++index])))
            {
                return false;
            }
        }

        return true;
    }
}
