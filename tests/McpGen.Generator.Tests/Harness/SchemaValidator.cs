using System.Text.Json;
using System.Text.RegularExpressions;

namespace McpGen.Generator.Tests.Harness;

/// <summary>The keywords of JSON Schema that output schemas use, as plainly as they can be read.</summary>
internal sealed class SchemaValidator(JsonElement root)
{
    /// <summary>The first keyword that does not hold, or null.</summary>
    public string? FindViolation(JsonElement value) => FindViolation(root, value);

    private string? FindViolation(JsonElement schema, JsonElement value)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            if (!Holds(keyword.Name, keyword.Value, schema, value))
            {
                return $"{keyword.Name} {keyword.Value} does not hold for {value}";
            }
        }

        return null;
    }

    private bool Allows(JsonElement schema, JsonElement value) => FindViolation(schema, value) is null;

    private bool Holds(string keyword, JsonElement argument, JsonElement schema, JsonElement value) => keyword switch
    {
        "type" => argument.ValueKind == JsonValueKind.Array ? argument.EnumerateArray().Any(type => IsType(type.GetString()!, value)) : IsType(argument.GetString()!, value),
        "enum" => argument.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        "const" => JsonElement.DeepEquals(argument, value),
        "not" => !Allows(argument, value),
        "allOf" => argument.EnumerateArray().All(one => Allows(one, value)),
        "anyOf" => argument.EnumerateArray().Any(one => Allows(one, value)),
        "oneOf" => argument.EnumerateArray().Count(one => Allows(one, value)) == 1,
        "$ref" => Allows(root.GetProperty("$defs").GetProperty(argument.GetString()!["#/$defs/".Length..]), value),
        "$defs" or "description" or "format" or "contentEncoding" => true,
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => value.ValueKind != JsonValueKind.Number || HoldsNumber(keyword, argument.GetDouble(), value.GetDouble()),
        "minLength" or "maxLength" or "pattern" => value.ValueKind != JsonValueKind.String || HoldsText(keyword, argument, value.GetString()!),
        "items" or "minItems" or "maxItems" or "uniqueItems" => value.ValueKind != JsonValueKind.Array || HoldsItems(keyword, argument, [.. value.EnumerateArray()]),
        _ => value.ValueKind != JsonValueKind.Object || HoldsMembers(keyword, argument, schema, [.. value.EnumerateObject()]),
    };

    private static bool IsType(string type, JsonElement value) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => string.Equals(type, value.ValueKind.ToString(), StringComparison.OrdinalIgnoreCase),
    };

    private static bool HoldsNumber(string keyword, double argument, double value) => keyword switch
    {
        "minimum" => value >= argument,
        "maximum" => value <= argument,
        "exclusiveMinimum" => value > argument,
        "exclusiveMaximum" => value < argument,
        _ => Math.Abs(Math.IEEERemainder(value, argument)) < 1e-9,
    };

    private static bool HoldsText(string keyword, JsonElement argument, string text) => keyword switch
    {
        "minLength" => text.EnumerateRunes().Count() >= argument.GetInt32(),
        "maxLength" => text.EnumerateRunes().Count() <= argument.GetInt32(),
        _ => Regex.IsMatch(text, argument.GetString()!, RegexOptions.ECMAScript),
    };

    private bool HoldsItems(string keyword, JsonElement argument, JsonElement[] items) => keyword switch
    {
        "items" => items.All(item => Allows(argument, item)),
        "minItems" => items.Length >= argument.GetInt32(),
        "maxItems" => items.Length <= argument.GetInt32(),
        _ => items.Select(static item => item.GetRawText()).Distinct().Count() == items.Length,
    };

    private bool HoldsMembers(string keyword, JsonElement argument, JsonElement schema, JsonProperty[] members) => keyword switch
    {
        "properties" => members.All(member => !argument.TryGetProperty(member.Name, out JsonElement of) || Allows(of, member.Value)),
        "required" => argument.EnumerateArray().All(name => members.Any(member => member.Name == name.GetString())),
        "additionalProperties" => members.Where(member => !(schema.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(member.Name, out _)))
            .All(member => argument.ValueKind != JsonValueKind.False && Allows(argument, member.Value)),
        "propertyNames" => members.All(member => Allows(argument, JsonSerializer.SerializeToElement(member.Name))),
        "minProperties" => members.Length >= argument.GetInt32(),
        "maxProperties" => members.Length <= argument.GetInt32(),
        _ => throw new NotSupportedException(keyword),
    };
}
