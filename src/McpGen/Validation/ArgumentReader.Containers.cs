using System.Runtime.InteropServices;
using System.Text.Json;

namespace McpGen.Validation;

public ref partial struct ArgumentReader
{
    /// <summary>Starts reading an object whose names are data; a value that is none, or of another size, is reported and has no entries.</summary>
    /// <param name="json">The value.</param>
    /// <param name="minEntries">The fewest entries.</param>
    /// <param name="maxEntries">The most entries.</param>
    public MapReader<T> ReadMap<T>(JsonElement json, int minEntries = 0, int maxEntries = int.MaxValue)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            int count = json.GetPropertyCount();
            if (count >= minEntries && count <= maxEntries)
            {
                return Enter(json) ? new MapReader<T>(json, count) : new MapReader<T>(json);
            }
        }

        if (Count())
        {
            DescribeAt(json, Expected.Entries(minEntries, maxEntries));
        }

        return new MapReader<T>(json);
    }

    /// <summary>Reads the member that names the case of a polymorphic object, wherever in the object it stands.</summary>
    /// <param name="json">The object.</param>
    /// <param name="discriminator">The member's name.</param>
    /// <param name="cases">The names of the cases.</param>
    /// <returns>The name as it stands in <paramref name="cases"/>; empty when it was refused.</returns>
    public string ReadTag(JsonElement json, scoped ReadOnlySpan<byte> discriminator, NameTable cases)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            if (Count())
            {
                DescribeAt(json, Expected.Object);
            }

            return "";
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            // A second one is reported when the members are read.
            if (JsonText.EqualsUtf8(JsonMarshal.GetRawUtf8PropertyName(member), discriminator))
            {
                return ReadName(member.Value, cases);
            }
        }

        RefuseMember(json, System.Text.Encoding.UTF8.GetString(discriminator), Expected.Present);
        return "";
    }

    internal void RefuseName(JsonElement parent, ReadOnlySpan<byte> rawName, string message)
    {
        if (Count())
        {
            _violations!.Describe($"{Violations.PointerTo(Name, _root, parent)}/{Violations.Segment(rawName)}", message);
        }
    }
}
