using System.Runtime.InteropServices;
using System.Text.Json;

namespace McpGen.Validation;

public ref partial struct ArgumentReader
{
    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <param name="json">The value.</param>
    public bool ReadBoolean(JsonElement json)
    {
        JsonValueKind kind = json.ValueKind;
        if (kind is not (JsonValueKind.True or JsonValueKind.False) && Count())
        {
            DescribeAt(json, Expected.Boolean);
        }

        return kind == JsonValueKind.True;
    }

    /// <summary>Reads one of a set of names, compared ordinally.</summary>
    /// <param name="json">The value.</param>
    /// <param name="names">The names.</param>
    /// <returns>The name as it stands in <paramref name="names"/>; empty when it was refused.</returns>
    public string ReadName(JsonElement json, NameTable names)
    {
        int index = json.ValueKind == JsonValueKind.String ? IndexOf(Unquote(json), names) : -1;
        if (index >= 0)
        {
            return names[index];
        }

        if (Count())
        {
            DescribeAt(json, Expected.OneOf(names.Names));
        }

        return "";
    }

    /// <summary>Reads a string. Its length is decided before it is materialized.</summary>
    /// <param name="json">The value.</param>
    /// <param name="minLength">The fewest Unicode code points.</param>
    /// <param name="maxLength">The most Unicode code points.</param>
    /// <param name="pattern">What it must match.</param>
    /// <param name="format">The standard form it must have.</param>
    /// <param name="allowed">The only values it may have.</param>
    /// <param name="denied">Values it must not have.</param>
    public string ReadString(
        JsonElement json, int minLength = 0, int maxLength = int.MaxValue, Pattern? pattern = null, StringFormat? format = null,
        string[]? allowed = null, string[]? denied = null)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            return Count() ? RefuseString(json, Expected.Text(minLength, maxLength, pattern, format)) : "";
        }

        if (!TryReadText(Unquote(json), minLength, maxLength, format, pattern, out string text, out bool isWellFormed))
        {
            return Count() ? RefuseString(json, isWellFormed ? Expected.Text(minLength, maxLength, pattern, format) : Expected.UnicodeText) : "";
        }

        if (allowed is not null && Array.IndexOf(allowed, text) < 0)
        {
            return Count() ? RefuseString(json, Expected.OneOf(allowed)) : "";
        }

        if (denied is not null && Array.IndexOf(denied, text) >= 0)
        {
            return Count() ? RefuseString(json, Expected.NoneOf(denied)) : "";
        }

        return text;
    }

    /// <summary>Reads any JSON value: within the depth limit, without repeated names, of well-formed Unicode text.</summary>
    /// <param name="json">The value.</param>
    public JsonElement ReadAny(JsonElement json)
    {
        string? violation = AnyJson.FindViolation(json, _tool.Definition.Limits.MaxDepth, _depth);
        if (violation is not null && Count())
        {
            DescribeAt(json, violation);
        }

        return json;
    }

    /// <summary>Reads any JSON value but null as a node; see <see cref="ReadAny"/>.</summary>
    /// <param name="json">The value.</param>
    public System.Text.Json.Nodes.JsonNode ReadAnyNode(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            if (Count())
            {
                DescribeAt(json, Expected.NotNull);
            }

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

    /// <summary>Starts reading an object; a value that is none is reported and has no members.</summary>
    /// <param name="json">The value.</param>
    /// <param name="members">The members it may and must have.</param>
    public ObjectReader ReadObject(JsonElement json, MemberTable members)
    {
        if (json.ValueKind == JsonValueKind.Object && Enter(json))
        {
            return new ObjectReader(json, members);
        }

        if (json.ValueKind != JsonValueKind.Object && Count())
        {
            DescribeAt(json, Expected.Object);
        }

        return new ObjectReader(json);
    }

    /// <summary>Starts reading an array; a value that is none, or of another length, is reported and has no items.</summary>
    /// <param name="json">The value.</param>
    /// <param name="minItems">The fewest items.</param>
    /// <param name="maxItems">The most items.</param>
    public ArrayReader ReadArray(JsonElement json, int minItems = 0, int maxItems = int.MaxValue)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            int count = json.GetArrayLength();
            if (count >= minItems && count <= maxItems)
            {
                return Enter(json) ? new ArrayReader(json, count, ViolationCount) : new ArrayReader(json);
            }
        }

        if (Count())
        {
            DescribeAt(json, Expected.Items(minItems, maxItems));
        }

        return new ArrayReader(json);
    }

    /// <summary>Requires the items of an array to differ; asked after they were read.</summary>
    /// <param name="items">The reader that read them.</param>
    /// <param name="values">What was read.</param>
    public void RequireUnique<T>(ArrayReader items, ReadOnlySpan<T> values)
    {
        // Items that were refused have no value to compare.
        if (ViolationCount == items.ViolationsBefore && !UniqueItems.AreUnique(values) && Count())
        {
            DescribeAt(items.Json, Expected.UniqueItems);
        }
    }

    internal void Leave() => _depth--;

    private bool Enter(JsonElement json)
    {
        if (_depth < _tool.Definition.Limits.MaxDepth)
        {
            _depth++;
            return true;
        }

        if (Count())
        {
            DescribeAt(json, Expected.Depth(_tool.Definition.Limits.MaxDepth));
        }

        return false;
    }

    /// <summary>Describes a refused string, once it is known to be one of those that are printed.</summary>
    private readonly string RefuseString(JsonElement json, string message)
    {
        DescribeAt(json, message);
        return "";
    }

    /// <summary>Reads the text between quotes when it is within its limits; it is decoded last, so that long text costs nothing.</summary>
    internal static bool TryReadText(
        ReadOnlySpan<byte> raw, int minLength, int maxLength, StringFormat? format, Pattern? pattern, out string text, out bool isWellFormed)
    {
        text = "";
        isWellFormed = JsonText.TryMeasure(raw, out int codePoints, out bool hasEscapes);
        if (!isWellFormed || codePoints < minLength || codePoints > maxLength || (format is { } form && !HasFormat(raw, form)))
        {
            return false;
        }

        text = JsonText.GetString(raw, hasEscapes);
        return pattern is null || pattern.IsMatch(text);
    }

    private static int IndexOf(ReadOnlySpan<byte> raw, NameTable names)
    {
        if (raw.IndexOf((byte)'\\') < 0)
        {
            return names.IndexOf(raw);
        }

        for (int index = 0; index < names.Count; index++)
        {
            if (JsonText.EqualsUtf8(raw, names.Utf8(index)))
            {
                return index;
            }
        }

        return -1;
    }

    private static ReadOnlySpan<byte> Unquote(JsonElement json) => JsonMarshal.GetRawUtf8Value(json)[1..^1];
}
