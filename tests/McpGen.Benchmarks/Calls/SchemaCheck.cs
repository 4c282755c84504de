using System.Text.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace McpGen.Benchmarks.Calls;

/// <summary>
/// NJsonSchema with the very schema that McpGen publishes. It validates Newtonsoft's tokens, so the dictionary has to become some first:
/// built from the elements, which is cheaper than parsing the text again.
/// </summary>
internal sealed class SchemaCheck
{
    private readonly JsonSchema _schema = JsonSchema.FromJsonAsync(Contestants.Hardened.ProtocolTool.InputSchema.GetRawText()).GetAwaiter().GetResult();

    /// <summary>How many violations there are.</summary>
    public int Validate(IDictionary<string, JsonElement> arguments)
    {
        var root = new JObject();
        foreach (KeyValuePair<string, JsonElement> argument in arguments)
        {
            root.Add(argument.Key, Token(argument.Value));
        }

        return _schema.Validate(root).Count;
    }

    private static JToken Token(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JObject();
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    members.Add(member.Name, Token(member.Value));
                }

                return members;
            case JsonValueKind.Array:
                var items = new JArray();
                foreach (JsonElement item in json.EnumerateArray())
                {
                    items.Add(Token(item));
                }

                return items;
            case JsonValueKind.String:
                return new JValue(json.GetString());
            case JsonValueKind.Number:
                return json.TryGetInt64(out long integer) ? new JValue(integer) : new JValue(json.GetDouble());
            case JsonValueKind.True or JsonValueKind.False:
                return new JValue(json.GetBoolean());
            default:
                return JValue.CreateNull();
        }
    }
}
