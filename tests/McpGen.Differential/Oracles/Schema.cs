using System.Globalization;
using McpGen.Differential.Values;

namespace McpGen.Differential.Oracles;

/// <summary>An emitted schema, read once.</summary>
internal sealed class Schema
{
    private readonly Schema _root;
    private readonly Dictionary<string, Schema> _definitions = [];
    private readonly string? _reference;

    private Schema(JsonObject source, Schema? root)
    {
        _root = root ?? this;
        Source = source;
        foreach (JsonMember member in source.Members)
        {
            Own |= Keywords.Of(member.Name);
        }

        if (source["$defs"] is JsonObject definitions)
        {
            foreach (JsonMember definition in definitions.Members)
            {
                _definitions.Add("#/$defs/" + definition.Name, Read(definition.Value));
            }
        }

        _reference = (source["$ref"] as JsonText)?.Value;
        Types = source["type"] switch
        {
            JsonText one => [one.Value],
            JsonArray many => [.. many.Items.Select(static item => ((JsonText)item).Value)],
            _ => [],
        };
        Enum = (source["enum"] as JsonArray)?.Items;
        Const = source["const"];
        Minimum = Number("minimum");
        Maximum = Number("maximum");
        ExclusiveMinimum = Number("exclusiveMinimum");
        ExclusiveMaximum = Number("exclusiveMaximum");
        MultipleOf = Number("multipleOf");
        MinLength = Count("minLength") ?? 0;
        MaxLength = Count("maxLength") ?? int.MaxValue;
        Pattern = (source["pattern"] as JsonText)?.Value;
        Format = (source["format"] as JsonText)?.Value;
        Items = source["items"] is { } items ? Read(items) : null;
        MinItems = Count("minItems") ?? 0;
        MaxItems = Count("maxItems") ?? int.MaxValue;
        UniqueItems = source["uniqueItems"] is JsonBool { Value: true };
        Properties = (source["properties"] as JsonObject)?.Members.Select(member => (member.Name, Schema: Read(member.Value))).ToDictionary(static pair => pair.Name, static pair => pair.Schema) ?? [];
        Required = (source["required"] as JsonArray)?.Items.Select(static item => ((JsonText)item).Value).ToHashSet() ?? [];
        AdditionalProperties = source["additionalProperties"] is JsonObject more ? Read(more) : null;
        IsClosed = source["additionalProperties"] is JsonBool { Value: false };
        PropertyNames = source["propertyNames"] is { } names ? Read(names) : null;
        MinProperties = Count("minProperties") ?? 0;
        MaxProperties = Count("maxProperties") ?? int.MaxValue;
        OneOf = List("oneOf");
        AnyOf = List("anyOf");
        AllOf = List("allOf");
        Not = source["not"] is { } not ? Read(not) : null;
    }

    public JsonObject Source { get; }

    /// <summary>The keywords of this schema, without those below it.</summary>
    public Keyword Own { get; }

    /// <summary>The schema that a $ref stands for; null without one.</summary>
    public Schema? Reference => _reference is null ? null : _reference == "#" ? _root : _root._definitions[_reference];

    public IReadOnlyList<string> Types { get; }

    public IReadOnlyList<Json>? Enum { get; }

    public Json? Const { get; }

    public ExactNumber? Minimum { get; }

    public ExactNumber? Maximum { get; }

    public ExactNumber? ExclusiveMinimum { get; }

    public ExactNumber? ExclusiveMaximum { get; }

    public ExactNumber? MultipleOf { get; }

    public int MinLength { get; }

    public int MaxLength { get; }

    public string? Pattern { get; }

    public string? Format { get; }

    public Schema? Items { get; }

    public int MinItems { get; }

    public int MaxItems { get; }

    public bool UniqueItems { get; }

    public Dictionary<string, Schema> Properties { get; }

    public HashSet<string> Required { get; }

    public Schema? AdditionalProperties { get; }

    public bool IsClosed { get; }

    public Schema? PropertyNames { get; }

    public int MinProperties { get; }

    public int MaxProperties { get; }

    public IReadOnlyList<Schema> OneOf { get; }

    public IReadOnlyList<Schema> AnyOf { get; }

    public IReadOnlyList<Schema> AllOf { get; }

    public Schema? Not { get; }

    /// <summary>The numbers that stand in this schema itself.</summary>
    public IEnumerable<ExactNumber> Numbers => new[] { Minimum, Maximum, ExclusiveMinimum, ExclusiveMaximum, MultipleOf }.OfType<ExactNumber>()
        .Concat((Enum ?? []).OfType<JsonNumber>().Select(static number => number.Exact));

    public static Schema Parse(string text) => new((JsonObject)Json.Parse(text), null);

    /// <summary>This schema and every one below it, each once.</summary>
    public IEnumerable<Schema> All()
    {
        IEnumerable<Schema?> below = [.. _definitions.Values, Items, .. Properties.Values, AdditionalProperties, PropertyNames, .. OneOf, .. AnyOf, .. AllOf, Not];
        return below.OfType<Schema>().SelectMany(static schema => schema.All()).Prepend(this);
    }

    /// <summary>Where a $ref leads, and of several alternatives the one whose constant members a value has.</summary>
    public Schema For(Json value)
    {
        if (Reference is { } reference)
        {
            return reference.For(value);
        }

        if (value is not JsonNull && AnyOf.FirstOrDefault(static one => one.Reference is not null) is { } shape)
        {
            return shape.For(value);
        }

        return OneOf.Count > 0 && value is JsonObject there ? OneOf.FirstOrDefault(branch => branch.HasConstantsOf(there)) ?? this : this;
    }

    private bool HasConstantsOf(JsonObject value) =>
        Properties.Count > 0 && Properties.All(property => property.Value.Const is not JsonText name || (value[property.Key] as JsonText)?.Value == name.Value);

    private Schema Read(Json schema) => new((JsonObject)schema, _root);

    private IReadOnlyList<Schema> List(string keyword) => Source[keyword] is JsonArray list ? [.. list.Items.Select(Read)] : [];

    private ExactNumber? Number(string keyword) => (Source[keyword] as JsonNumber)?.Exact;

    private int? Count(string keyword) => Source[keyword] is JsonNumber number ? int.Parse(number.Text, CultureInfo.InvariantCulture) : null;
}
