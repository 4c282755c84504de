using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;
using McpGen.Differential.Values;

namespace McpGen.Differential.Deviations;

/// <summary>
/// The places where check and schema differ on purpose, as listed at the end of docs/schema-mapping.md. Nowhere else is a verdict bent.
/// Ignored names are not drawn, depth and size stay below their limits; the others are here, and in <see cref="Pair.Disagreement"/> that a guard may
/// refuse more.
/// </summary>
internal static class ListedDifferences
{
    /// <summary>
    /// The value as the schema is meant to see it: null for an optional argument or member is absent (difference 1), and what becomes a
    /// <c>double</c> or <c>float</c> is the nearest double (the rows of these types).
    /// </summary>
    public static JsonObject AsSchemaSees(JsonObject arguments, Schema schema, Signature signature) =>
        Members(arguments, schema, name => signature.Parameters.FirstOrDefault(parameter => parameter.JsonName == name)?.Node);

    /// <summary>
    /// Whether the C# types can hold the value (difference 4) and what is known of a guard speaks for it (difference 7); else it is refused whatever the
    /// schema says.
    /// </summary>
    public static bool CanHold(JsonObject arguments, Schema schema, Signature signature)
    {
        foreach (JsonMember member in arguments.Members)
        {
            Node? node = signature.Parameters.FirstOrDefault(parameter => parameter.JsonName == member.Name)?.Node;
            if (node is not null && !CanHold(member.Value, schema.Properties[member.Name], node))
            {
                return false;
            }
        }

        return true;
    }

    private static Json AsSchemaSees(Json value, Schema schema, Node? node)
    {
        Schema there = schema.For(value);
        switch (value)
        {
            case JsonNumber number when node is { Storage: Storage.Double or Storage.Single } && there.MultipleOf is null && !number.Exact.SurvivesDouble:
                double nearest = number.Exact.ToDouble();
                return double.IsFinite(nearest) ? new JsonNumber(ExactNumber.Text(nearest)) : number;

            case JsonArray array when there.Items is { } items:
                return new JsonArray([.. array.Items.Select(item => AsSchemaSees(item, items, node?.Item))]);

            case JsonObject shape when there.Properties.Count > 0 || there.AdditionalProperties is not null:
                Node? branch = BranchOf(there, node);
                return Members(shape, there, name => there.Properties.ContainsKey(name) ? branch?.MemberOf(name) : branch?.Item);

            default:
                return value;
        }
    }

    private static JsonObject Members(JsonObject shape, Schema schema, Func<string, Node?> nodeOf)
    {
        List<JsonMember> members = [];
        foreach (JsonMember member in shape.Members)
        {
            if (!schema.Properties.TryGetValue(member.Name, out Schema? property))
            {
                members.Add(schema.AdditionalProperties is { } more ? member with { Value = AsSchemaSees(member.Value, more, nodeOf(member.Name)) } : member);
            }
            else if (member.Value is not JsonNull || schema.Required.Contains(member.Name))
            {
                members.Add(member with { Value = AsSchemaSees(member.Value, property, nodeOf(member.Name)) });
            }
        }

        return new JsonObject(members);
    }

    private static bool CanHold(Json value, Schema schema, Node node)
    {
        Schema there = schema.For(value);
        switch (value)
        {
            case JsonNumber number:
                return node.Storage switch
                {
                    Storage.Double => double.IsFinite(number.Exact.ToDouble()),
                    Storage.Single => IsSingle(number.Exact, there),
                    Storage.Decimal => number.Exact.FitsDecimal,
                    _ => true,
                };

            case JsonText text:
                return node.IsRefused?.Invoke(text.Value) is not true && (node.Holds is not { } holds || !HasForm(text, there) || holds(text.Value));

            case JsonArray array when there.Items is { } items && node.Item is { } item:
                return array.Items.All(one => CanHold(one, items, item)) && (!there.UniqueItems || AreDistinct(array, items, item));

            case JsonObject shape:
                Node branch = BranchOf(there, node)!;
                return shape.Members.All(member =>
                    there.Properties.TryGetValue(member.Name, out Schema? property) ? branch.MemberOf(member.Name) is not { } next || CanHold(member.Value, property, next)
                    : there.AdditionalProperties is not { } more || branch.Item is not { } held || CanHold(member.Value, more, held));

            default:
                return true;
        }
    }

    /// <summary>Finite, and not rounded onto a value that is excluded.</summary>
    private static bool IsSingle(ExactNumber number, Schema schema)
    {
        float value = number.ToSingle();
        return float.IsFinite(value)
            && !(schema.ExclusiveMinimum is { } above && value <= (float)above.ToDouble())
            && !(schema.ExclusiveMaximum is { } below && value >= (float)below.ToDouble())
            && !(schema.Not?.Enum ?? []).OfType<JsonNumber>().Any(denied => (float)denied.Exact.ToDouble() == value);
    }

    /// <summary>Items of a unique array are compared as the values they become.</summary>
    private static bool AreDistinct(JsonArray array, Schema schema, Node item)
    {
        object[] values =
        [
            .. array.Items.OfType<JsonNumber>().Where(_ => item.Storage == Storage.Single).Select(static number => (object)number.Exact.ToSingle()),
            .. array.Items.OfType<JsonNumber>().Where(_ => item.Storage == Storage.Double).Select(static number => (object)number.Exact.ToDouble()),
            .. array.Items.OfType<JsonText>().Where(text => item.Identity is not null && HasForm(text, schema)).Select(text => item.Identity!(text.Value)),
        ];
        return values.Distinct().Count() == values.Length;
    }

    /// <summary>Whether a text has the form its schema asks for; what has not is refused for that already.</summary>
    private static bool HasForm(JsonText text, Schema schema) => schema.Format is { } format ? RfcFormats.IsMatch(format, text.Value) : schema.Pattern is not { } pattern || System.Text.RegularExpressions.Regex.IsMatch(text.Value, pattern);

    private static Node? BranchOf(Schema there, Node? node) => node?.BranchOf(there.Properties.Values.Select(static property => (property.Const as JsonText)?.Value));
}
