using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using McpGen.Generator.Model;

namespace McpGen.Generator.Emission;

/// <summary>The JSON Schema (2020-12) of a tool's arguments; keys in one fixed order, a type in every schema, no $schema, no $ref.</summary>
public static class SchemaEmitter
{
    public static void Write(SourceWriter writer, ToolModel tool) =>
        WriteObject(writer, "", tool.Parameters.OfType<ArgumentParameter>().Select(static parameter => parameter.Member), [], "");

    /// <summary>An object stands on lines of its own, a member each; whatever holds none, on one line.</summary>
    private static void WriteObject(SourceWriter writer, string head, IEnumerable<MemberModel> members, IEnumerable<string> more, string end, bool allowsNull = false)
    {
        MemberModel[] all = [.. members];
        using SourceWriter.Closing braces = writer.Enclose(head + "{", "}" + end);
        writer.Line($"\"type\": {TypeOf("object", allowsNull)},");
        if (all.Length == 0)
        {
            writer.Line("\"properties\": {},");
        }
        else
        {
            using SourceWriter.Closing properties = writer.Enclose("\"properties\": {", "},");
            for (int index = 0; index < all.Length; index++)
            {
                WriteMember(writer, all[index], index == all.Length - 1 ? "" : ",");
            }
        }

        string required = string.Join(", ", all.Where(static member => member.IsRequired).Select(static member => Json.String(member.JsonName)));
        if (required.Length > 0)
        {
            writer.Line($"\"required\": [{required}],");
        }

        string[] rest = ["\"additionalProperties\": false", .. more];
        for (int index = 0; index < rest.Length; index++)
        {
            writer.Line(rest[index] + (index == rest.Length - 1 ? "" : ","));
        }
    }

    private static void WriteMember(SourceWriter writer, MemberModel member, string end)
    {
        List<string> more = [];
        if (member.DefaultJson is not null)
        {
            more.Add($"\"default\": {member.DefaultJson}");
        }

        if (member.Description is not null)
        {
            more.Add($"\"description\": {Json.String(member.Description)}");
        }

        WriteValue(writer, Json.String(member.JsonName) + ": ", member.Value, more, end);
    }

    private static void WriteValue(SourceWriter writer, string head, ValueModel value, IEnumerable<string> more, string end)
    {
        switch (value)
        {
            case ObjectValue shape:
                WriteObject(writer, head, shape.Members, more, end, value.AllowsNull);
                break;

            case ArrayValue { Item: ObjectValue or ArrayValue } array:
                using (writer.Enclose(head + "{", "}" + end))
                {
                    writer.Line($"\"type\": {TypeOf("array", value.AllowsNull)},");
                    string[] rest = [.. Limits(array), .. more];
                    WriteValue(writer, "\"items\": ", array.Item, [], rest.Length == 0 ? "" : ",");
                    for (int index = 0; index < rest.Length; index++)
                    {
                        writer.Line(rest[index] + (index == rest.Length - 1 ? "" : ","));
                    }
                }

                break;

            default:
                writer.Line($"{head}{{ {string.Join(", ", Keywords(value).Concat(more))} }}{end}");
                break;
        }
    }

    private static IEnumerable<string> Keywords(ValueModel value) => value switch
    {
        BooleanValue => [Type("boolean", value)],
        IntegerValue integer =>
        [
            Type("integer", value),
            $"\"minimum\": {integer.Min}",
            $"\"maximum\": {integer.Max}",
            .. NumberLists(integer.MultipleOf, integer.Allowed, integer.Denied, value),
        ],
        NumberValue number =>
        [
            Type("number", value),
            .. Bound(number.ExclusiveMin ? "exclusiveMinimum" : "minimum", number.Min),
            .. Bound(number.ExclusiveMax ? "exclusiveMaximum" : "maximum", number.Max),
            .. NumberLists(number.MultipleOf, number.Allowed, number.Denied, value),
        ],
        StringValue text => Keywords(text),
        EnumValue names => [Type("string", value), $"\"enum\": [{List(names.Members.Select(static member => Json.String(member.JsonName)), value)}]"],
        ArrayValue array => [Type("array", value), $"\"items\": {{ {string.Join(", ", Keywords(array.Item))} }}", .. Limits(array)],
        AnyJsonValue any => [$"\"type\": [\"object\", \"array\", \"string\", \"number\", \"boolean\"{(any.AllowsNull || !any.IsNode ? ", \"null\"" : "")}]"],
        _ => throw new System.InvalidOperationException(value.GetType().Name),
    };

    private static IEnumerable<string> Keywords(StringValue value)
    {
        yield return Type("string", value);
        if (value.MinLength > 0)
        {
            yield return Number("minLength", value.MinLength);
        }

        if (value.MaxLength is { } max and < int.MaxValue)
        {
            yield return Number("maxLength", max);
        }

        if (!value.Patterns.IsEmpty)
        {
            yield return $"\"pattern\": {Json.String(value.Patterns[0])}";
        }

        if (!value.Allowed.IsEmpty)
        {
            yield return $"\"enum\": [{List(value.Allowed.Select(Json.String), value)}]";
        }

        // A keyword stands once in a schema: further patterns are further schemas.
        if (value.Patterns.Count > 1)
        {
            yield return $"\"allOf\": [{string.Join(", ", value.Patterns.Skip(1).Select(pattern => $"{{ {Type("string", value)}, \"pattern\": {Json.String(pattern)} }}"))}]";
        }

        if (!value.Denied.IsEmpty)
        {
            yield return $"\"not\": {{ \"type\": \"string\", \"enum\": [{string.Join(", ", value.Denied.Select(Json.String))}] }}";
        }
    }

    private static IEnumerable<string> NumberLists(string? multipleOf, EquatableArray<string> allowed, EquatableArray<string> denied, ValueModel value)
    {
        if (multipleOf is not null)
        {
            yield return $"\"multipleOf\": {multipleOf}";
        }

        if (!allowed.IsEmpty)
        {
            yield return $"\"enum\": [{List(allowed, value)}]";
        }

        if (!denied.IsEmpty)
        {
            yield return $"\"not\": {{ \"type\": \"number\", \"enum\": [{string.Join(", ", denied)}] }}";
        }
    }

    private static IEnumerable<string> Limits(ArrayValue value)
    {
        if (value.MinItems > 0)
        {
            yield return Number("minItems", value.MinItems);
        }

        if (value.MaxItems < int.MaxValue)
        {
            yield return Number("maxItems", value.MaxItems);
        }

        if (value.Unique)
        {
            yield return "\"uniqueItems\": true";
        }
    }

    private static IEnumerable<string> Bound(string keyword, string? text) => text is null ? [] : [$"\"{keyword}\": {text}"];

    /// <summary>The members of an enum keyword; where null is a value it must be listed too.</summary>
    private static string List(IEnumerable<string> values, ValueModel value) => string.Join(", ", value.AllowsNull ? values.Append("null") : values);

    private static string Number(string keyword, int value) => $"\"{keyword}\": {value.ToString(CultureInfo.InvariantCulture)}";

    private static string Type(string type, ValueModel value) => $"\"type\": {TypeOf(type, value.AllowsNull)}";

    private static string TypeOf(string type, bool allowsNull) => allowsNull ? $"[\"{type}\", \"null\"]" : $"\"{type}\"";
}
