using System.Text.Json;
using System.Text.Json.Nodes;
using McpGen.Validation;

namespace McpGen.Invocation;

public sealed partial class ResultWriter
{
    /// <summary>Writes any JSON value: within the depth limit, without repeated names, of well-formed Unicode text.</summary>
    /// <param name="value">The value.</param>
    public void WriteAny(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            throw Unfit(Expected.SomeJson);
        }

        if (AnyJson.FindViolation(value, _maxDepth, _json.CurrentDepth) is { } violation)
        {
            throw Unfit(violation);
        }

        value.WriteTo(_json);
    }

    /// <summary>Writes any JSON value but null; see <see cref="WriteAny"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteAnyNode(JsonNode? value)
    {
        Require(value);
        WriteNode(value);
    }

    private void WriteNode(JsonNode? node)
    {
        switch (node)
        {
            case null:
                _json.WriteNullValue();
                break;
            case JsonObject members:
                BeginObject();
                foreach ((string name, JsonNode? member) in members)
                {
                    WriteNodeName(name);
                    WriteNode(member);
                }

                EndObject();
                break;
            case JsonArray items:
                BeginArray();
                foreach (JsonNode? item in items)
                {
                    WriteNode(item);
                }

                EndArray();
                break;
            case JsonValue value when value.TryGetValue(out JsonElement element):
                WriteAny(element);
                break;
            case JsonValue value when value.TryGetValue(out string? text):
                WriteString(text);
                break;
            case JsonValue value when value.TryGetValue(out char unit):
                WriteString(unit.ToString());
                break;
            default:
                // Whatever else it wraps is looked at as what it becomes.
                WriteAny(JsonElement.Parse(node.ToJsonString()));
                break;
        }
    }

    /// <summary>A node refuses repeated names by itself.</summary>
    private void WriteNodeName(string name)
    {
        RequireRoom(name.Length);
        if (!TextChecks.Fits(name, 0, int.MaxValue, null, null, out _))
        {
            throw UnfitContainer(Expected.AnyJson);
        }

        _json.WritePropertyName(name);
    }
}
