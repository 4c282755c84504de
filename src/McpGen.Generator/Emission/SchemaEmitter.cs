using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using McpGen.Generator.Model;

namespace McpGen.Generator.Emission;

/// <summary>JSON Schema (2020-12) of arguments and results; keys in one fixed order, a type in every schema, no $schema, no $ref unless recursive.</summary>
public sealed class SchemaEmitter
{
    /// <summary>Any character that one UTF-16 code unit can be.</summary>
    private const string OneUnit = @"^[\u0000-\uffff]$";

    private readonly EquatableArray<MethodModel> _methods;
    private readonly List<string> _referenced = [];

    private SchemaEmitter(EquatableArray<MethodModel> methods) => _methods = methods;

    /// <summary>Writes the schema of a tool's arguments.</summary>
    public static void WriteInput(SourceWriter writer, ToolModel tool, ToolSetModel set) =>
        new SchemaEmitter(set.Readers).Write(writer, tool.Parameters.OfType<ArgumentParameter>().Select(static parameter => parameter.Member));

    /// <summary>Writes the schema of a tool's structured result, which is an object.</summary>
    public static void WriteOutput(SourceWriter writer, NamedValue value, ToolSetModel set)
    {
        var schema = new SchemaEmitter(set.Writers);
        schema.Write(writer, schema.Plain(value));
    }

    private void Write(SourceWriter writer, IEnumerable<MemberModel> members) => Write(writer, Object(members, allowsNull: false));

    private void Write(SourceWriter writer, SchemaNode root)
    {
        // A definition can refer to further ones.
        var definitions = new List<(string, SchemaNode)>();
        for (int index = 0; index < _referenced.Count; index++)
        {
            definitions.Add((DefinitionName(_referenced[index]), Plain(_methods.First(method => method.Name == _referenced[index]).Value)));
        }

        if (definitions.Count > 0)
        {
            root.Add("$defs", definitions);
        }

        root.Write(writer, isTall: true);
    }

    private SchemaNode Object(IEnumerable<MemberModel> members, bool allowsNull, TagModel? tag = null)
    {
        MemberModel[] all = [.. members];
        (string, SchemaNode)[] tagged = tag is null ? [] : [(tag.Name, Typed("string").Add("const", Json.String(tag.Value)))];
        SchemaNode schema = Typed("object", allowsNull).Add("properties", tagged.Concat(all.Select(member => (member.JsonName, Of(member)))));
        string[] required = [.. tag is null ? [] : new[] { tag.Name }, .. all.Where(static member => member.IsRequired).Select(static member => member.JsonName)];
        if (required.Length > 0)
        {
            schema.Add("required", $"[{string.Join(", ", required.Select(Json.String))}]");
        }

        return schema.Add("additionalProperties", "false");
    }

    private SchemaNode Of(MemberModel member)
    {
        SchemaNode schema = Undescribed(member.Value);
        if (member.DefaultJson is not null)
        {
            schema.Add("default", member.DefaultJson);
        }

        return Describe(schema, member.Description, member.Value);
    }

    private SchemaNode Of(ValueModel value) => Describe(Undescribed(value), null, value);

    private SchemaNode Undescribed(ValueModel value) => value is ReferenceValue reference ? Reference(reference) : Plain(value);

    /// <summary>What its author says of it, and what its guard allows.</summary>
    private static SchemaNode Describe(SchemaNode schema, string? description, ValueModel value)
    {
        string? meaning = value is GuardedValue { Meaning: { } words } ? $"Must be {words}" : null;
        return description is null && meaning is null ? schema : schema.Add("description", Json.String(description is null ? meaning! : meaning is null ? description : $"{description}\n{meaning}"));
    }

    private SchemaNode Plain(ValueModel value) => value switch
    {
        BooleanValue => Typed("boolean", value.AllowsNull),
        IntegerValue integer => Numbers(
            Typed("integer", value.AllowsNull).Add("minimum", integer.Min).Add("maximum", integer.Max), "integer", integer.MultipleOf, integer.Allowed, integer.Denied, value.AllowsNull),
        NumberValue number => Numbers(
            Bound(Bound(Typed("number", value.AllowsNull), number.ExclusiveMin ? "exclusiveMinimum" : "minimum", number.Min), number.ExclusiveMax ? "exclusiveMaximum" : "maximum", number.Max),
            "number", number.MultipleOf, number.Allowed, number.Denied, value.AllowsNull),
        StringValue text => Text(text),
        GuardedValue guarded => Guarded(guarded),
        TextValue text => Format(Typed("string", value.AllowsNull), text.Kind),
        BinaryValue binary => Binary(binary),
        EnumValue names => Typed("string", value.AllowsNull).Add("enum", List(names.Members.Select(static member => Json.String(member.JsonName)), value.AllowsNull)),
        ArrayValue array => Counts(Typed("array", value.AllowsNull).Add("items", Of(array.Item)), "Items", array.MinItems, array.MaxItems, array.Unique),
        MapValue map => Counts(
            Typed("object", value.AllowsNull).Add("additionalProperties", Of(map.Item)).Add("propertyNames", Text(map.Key)), "Properties", map.MinItems, map.MaxItems, isUnique: false),
        ObjectValue shape => Object(shape.Members, value.AllowsNull, shape.Tag),
        PolymorphicValue several => Typed("object", value.AllowsNull).Add("oneOf", several.Cases.Select(Case).Concat(value.AllowsNull ? [Typed("null")] : [])),
        AnyJsonValue any => new SchemaNode().Add("type", $"[\"object\", \"array\", \"string\", \"number\", \"boolean\"{(any.AllowsNull || !any.IsNode ? ", \"null\"" : "")}]"),
        _ => throw new System.InvalidOperationException(value.GetType().Name),
    };

    private SchemaNode Case(ObjectValue shape) => Object(shape.Members, allowsNull: false, shape.Tag);

    private SchemaNode Reference(ReferenceValue reference)
    {
        if (!_referenced.Contains(reference.Method))
        {
            _referenced.Add(reference.Method);
        }

        SchemaNode schema = Typed("object").Add("$ref", Json.String("#/$defs/" + DefinitionName(reference.Method)));
        return reference.AllowsNull ? Typed("object", allowsNull: true).Add("anyOf", [schema, Typed("null")]) : schema;
    }

    /// <summary>ASCII, so that a reference needs no escapes.</summary>
    private static string DefinitionName(string method) =>
        string.Concat(method.Select(static character => character < 128 ? character.ToString() : "_" + ((int)character).ToString("x4", CultureInfo.InvariantCulture)));

    private static SchemaNode Text(StringValue value)
    {
        SchemaNode schema = Typed("string", value.AllowsNull);
        if (value.Kind == StringKind.Char)
        {
            schema.Add("minLength", "1").Add("maxLength", "1");
        }

        Count(schema, "minLength", value.MinLength, 0);
        Count(schema, "maxLength", value.MaxLength ?? int.MaxValue, int.MaxValue);
        if (value.Format is { } format && SchemaFormats.NameOf(format) is { } name)
        {
            schema.Add("format", Json.String(name));
        }

        if (value.Format == SchemaFormats.Base64)
        {
            schema.Add("contentEncoding", "\"base64\"");
        }

        string[] patterns =
        [
            .. value.Kind == StringKind.Char ? new[] { OneUnit } : [],
            .. value.Format == SchemaFormats.Base64 ? new[] { SchemaFormats.Base64Pattern } : [],
            .. value.Patterns,
        ];
        if (patterns.Length > 0)
        {
            schema.Add("pattern", Json.String(patterns[0]));
        }

        if (!value.Allowed.IsEmpty)
        {
            schema.Add("enum", List(value.Allowed.Select(Json.String), value.AllowsNull));
        }

        // A keyword stands once in a schema: further patterns are further schemas.
        if (patterns.Length > 1)
        {
            schema.Add("allOf", patterns.Skip(1).Select(pattern => Typed("string", value.AllowsNull).Add("pattern", Json.String(pattern))));
        }

        return value.Denied.IsEmpty ? schema : schema.Add("not", Typed("string").Add("enum", List(value.Denied.Select(Json.String), allowsNull: false)));
    }

    /// <summary>What can be said of a guard without accepting less than it does.</summary>
    private static SchemaNode Guarded(GuardedValue value)
    {
        SchemaNode schema = Typed("string", value.AllowsNull);
        if (value.Guard.Length == 0)
        {
            return schema;
        }

        schema.Add("minLength", Text(Math.Max(value.MinLength, 1))).Add("maxLength", Text(value.MaxLength));
        if (value.Kind == GuardedKind.Uri)
        {
            schema.Add("format", "\"uri\"");
        }

        return value.Pattern is null ? schema : schema.Add("pattern", Json.String(value.Pattern));
    }

    private static SchemaNode Format(SchemaNode schema, TextKind kind) => kind switch
    {
        TextKind.TimeOnly => schema.Add("pattern", Json.String(SchemaFormats.TimeOnlyPattern)),
        TextKind.TimeSpan => schema.Add("pattern", Json.String(SchemaFormats.TimeSpanPattern)),
        _ => schema.Add("format", Json.String(SchemaFormats.NameOf(kind))),
    };

    /// <summary>Base64 comes in groups of three bytes; where a limit falls within a group, the padding of the last one tells.</summary>
    private static SchemaNode Binary(BinaryValue value)
    {
        SchemaNode schema = Typed("string", value.AllowsNull);
        (int minGroups, int minRest) = (value.MinBytes / 3, value.MinBytes % 3);
        (int maxGroups, int maxRest) = (value.MaxBytes / 3, value.MaxBytes % 3);
        Count(schema, "minLength", 4L * (minGroups + (minRest > 0 ? 1 : 0)), 0);
        if (value.MaxBytes < int.MaxValue)
        {
            schema.Add("maxLength", Text(4L * (maxGroups + (maxRest > 0 ? 1 : 0))));
        }

        schema.Add("contentEncoding", "\"base64\"").Add("pattern", Json.String(SchemaFormats.Base64Pattern));
        var edges = new List<SchemaNode>();
        if (minRest != 1 && value.MinBytes > 0)
        {
            long least = 4L * (minGroups + (minRest > 0 ? 1 : 0));
            edges.Add(Either("minLength", least + 1, minRest == 0 ? "[^=]$" : "[^=]=?$"));
        }

        if (maxRest > 0 && value.MaxBytes < int.MaxValue)
        {
            edges.Add(Either("maxLength", 4L * maxGroups, maxRest == 1 ? "==$" : "=$"));
        }

        return edges.Count == 0 ? schema : schema.Add("allOf", edges);

        SchemaNode Either(string keyword, long length, string pattern) =>
            Typed("string", value.AllowsNull).Add("anyOf", [Typed("string", value.AllowsNull).Add(keyword, Text(length)), Typed("string", value.AllowsNull).Add("pattern", Json.String(pattern))]);
    }

    private static SchemaNode Numbers(SchemaNode schema, string type, string? multipleOf, EquatableArray<string> allowed, EquatableArray<string> denied, bool allowsNull)
    {
        if (multipleOf is not null)
        {
            schema.Add("multipleOf", multipleOf);
        }

        if (!allowed.IsEmpty)
        {
            schema.Add("enum", List(allowed, allowsNull));
        }

        return denied.IsEmpty ? schema : schema.Add("not", Typed(type).Add("enum", List(denied, allowsNull: false)));
    }

    private static SchemaNode Counts(SchemaNode schema, string what, int min, int max, bool isUnique)
    {
        Count(schema, "min" + what, min, 0);
        Count(schema, "max" + what, max, int.MaxValue);
        return isUnique ? schema.Add("uniqueItems", "true") : schema;
    }

    private static void Count(SchemaNode schema, string keyword, long value, long open)
    {
        if (value != open)
        {
            schema.Add(keyword, Text(value));
        }
    }

    private static SchemaNode Bound(SchemaNode schema, string keyword, string? text) => text is null ? schema : schema.Add(keyword, text);

    /// <summary>The members of an enum keyword; where null is a value it must be listed too.</summary>
    private static string List(IEnumerable<string> values, bool allowsNull) => $"[{string.Join(", ", allowsNull ? values.Append("null") : values)}]";

    private static SchemaNode Typed(string type, bool allowsNull = false) => new SchemaNode().Add("type", allowsNull ? $"[\"{type}\", \"null\"]" : $"\"{type}\"");

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
