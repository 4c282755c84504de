using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace McpGen.Validation;

public ref partial struct ArgumentReader
{
    /// <summary>Reads any JSON value: within the depth limit, without repeated names, of well-formed Unicode text.</summary>
    /// <param name="json">The value.</param>
    public JsonElement ReadAny(JsonElement json)
    {
        if (AnyJson.FindViolation(json, _tool.Definition.Limits.MaxDepth, _depth) is { } violation)
        {
            Refuse(json, violation);
        }

        return json;
    }

    /// <summary>Reads any JSON value but null as a node; see <see cref="ReadAny"/>.</summary>
    /// <param name="json">The value.</param>
    public System.Text.Json.Nodes.JsonNode ReadAnyNode(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            Refuse(json, Expected.NotNull);
            return null!;
        }

        json = ReadAny(json);
        return json.ValueKind switch
        {
            JsonValueKind.Object => System.Text.Json.Nodes.JsonObject.Create(json)!,
            JsonValueKind.Array => System.Text.Json.Nodes.JsonArray.Create(json)!,
            _ => System.Text.Json.Nodes.JsonValue.Create(json)!,
        };
    }

    /// <summary>Reads the member that names the case of a polymorphic object, wherever in the object it stands.</summary>
    /// <param name="json">The object.</param>
    /// <param name="discriminator">The member's name.</param>
    /// <param name="cases">The names of the cases.</param>
    /// <returns>Which of the names it is; -1 when it was refused.</returns>
    public int ReadTag(JsonElement json, scoped ReadOnlySpan<byte> discriminator, NameTable cases)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            if (Count())
            {
                DescribeAt(JsonMarshal.GetRawUtf8Value(json), Expected.Object);
            }

            return -1;
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            // A second one is reported when the members are read.
            if (JsonText.EqualsUtf8(JsonMarshal.GetRawUtf8PropertyName(member), discriminator))
            {
                return ReadName(JsonMarshal.GetRawUtf8Value(member.Value), cases);
            }
        }

        RefuseMember(json, System.Text.Encoding.UTF8.GetString(discriminator), Expected.Present);
        return -1;
    }

    internal void RefuseUnknown(JsonElement parent, ReadOnlySpan<byte> rawName, NameTable names)
    {
        if (Count())
        {
            string pointer = $"{PointerTo(parent)}/{Violations.Segment(rawName)}";
            string? closest = rawName.Length <= ClosestName.Longest ? ClosestName.Find(JsonText.ToDisplay(rawName), names) : null;
            _violations!.Describe(pointer, Expected.Unknown(closest));
        }
    }

    internal void RefuseMember(JsonElement parent, string name, string message)
    {
        if (Count())
        {
            _violations!.Describe($"{PointerTo(parent)}/{name}", message);
        }
    }

    internal void RefuseName(JsonElement parent, ReadOnlySpan<byte> rawName, string message)
    {
        if (Count())
        {
            _violations!.Describe($"{PointerTo(parent)}/{Violations.Segment(rawName)}", message);
        }
    }

    /// <summary>Whether a value is an object that may be read; another one is reported.</summary>
    /// <param name="json">The value.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool EnterObject(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            return Enter(json);
        }

        Refuse(json, Expected.Object);
        return false;
    }

    /// <summary>How many items an array has; -1 for a value that is none, or has too few or too many, which is reported.</summary>
    /// <param name="json">The value.</param>
    /// <param name="minItems">The fewest items.</param>
    /// <param name="maxItems">The most items.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int EnterArray(JsonElement json, int minItems = 0, int maxItems = int.MaxValue)
    {
        if (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() is int count && count >= minItems && count <= maxItems)
        {
            return Enter(json) ? count : -1;
        }

        if (Count())
        {
            DescribeAt(JsonMarshal.GetRawUtf8Value(json), Expected.Items(minItems, maxItems));
        }

        return -1;
    }

    /// <summary>How many entries an object has whose names are data; -1 for a value that is none, or has too few or too many, which is reported.</summary>
    /// <param name="json">The value.</param>
    /// <param name="minEntries">The fewest entries.</param>
    /// <param name="maxEntries">The most entries.</param>
    public int EnterMap(JsonElement json, int minEntries = 0, int maxEntries = int.MaxValue)
    {
        if (json.ValueKind == JsonValueKind.Object && json.GetPropertyCount() is int count && count >= minEntries && count <= maxEntries)
        {
            return Enter(json) ? count : -1;
        }

        if (Count())
        {
            DescribeAt(JsonMarshal.GetRawUtf8Value(json), Expected.Entries(minEntries, maxEntries));
        }

        return -1;
    }

    internal void Leave() => _depth--;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Refuse(JsonElement json, string message) => Refuse(JsonMarshal.GetRawUtf8Value(json), message);

    private readonly string PointerTo(JsonElement json) => Violations.PointerTo(_name, _value, JsonMarshal.GetRawUtf8Value(json));

    private bool Enter(JsonElement json)
    {
        if (_depth < _tool.Definition.Limits.MaxDepth)
        {
            _depth++;
            return true;
        }

        Refuse(json, Expected.Depth(_tool.Definition.Limits.MaxDepth));
        return false;
    }
}
