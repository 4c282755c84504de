using System.Runtime.InteropServices;
using System.Text.Json;

namespace McpGen.Validation;

/// <summary>What is checked of a value that may be any JSON.</summary>
internal static class AnyJson
{
    private const int FewMembers = 8;

    /// <summary>The first violation in a value that stands at <paramref name="depth"/>, or null.</summary>
    public static string? FindViolation(JsonElement json, int maxDepth, int depth)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return JsonText.TryMeasure(JsonMarshal.GetRawUtf8Value(json)[1..^1], out _, out _) ? null : Expected.AnyJson;

            case JsonValueKind.Array or JsonValueKind.Object when depth >= maxDepth:
                return Expected.Depth(maxDepth);

            case JsonValueKind.Array:
                foreach (JsonElement item in json.EnumerateArray())
                {
                    if (FindViolation(item, maxDepth, depth + 1) is { } violation)
                    {
                        return violation;
                    }
                }

                return null;

            case JsonValueKind.Object:
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    if (!JsonText.TryMeasure(JsonMarshal.GetRawUtf8PropertyName(member), out _, out _))
                    {
                        return Expected.AnyJson;
                    }

                    if (FindViolation(member.Value, maxDepth, depth + 1) is { } violation)
                    {
                        return violation;
                    }
                }

                return HasRepeatedName(json) ? Expected.UniqueNames : null;

            default:
                return null;
        }
    }

    /// <summary>Asked once every name is known to be well-formed.</summary>
    private static bool HasRepeatedName(JsonElement json)
    {
        int count = json.GetPropertyCount();
        if (count > FewMembers)
        {
            var names = new HashSet<string>(count);
            foreach (JsonProperty member in json.EnumerateObject())
            {
                if (!names.Add(member.Name))
                {
                    return true;
                }
            }

            return false;
        }

        int position = 0;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            int earlier = 0;
            foreach (JsonProperty other in json.EnumerateObject())
            {
                if (earlier++ == position)
                {
                    break;
                }

                if (SameName(member, other))
                {
                    return true;
                }
            }

            position++;
        }

        return false;
    }

    private static bool SameName(JsonProperty left, JsonProperty right)
    {
        ReadOnlySpan<byte> leftName = JsonMarshal.GetRawUtf8PropertyName(left);
        ReadOnlySpan<byte> rightName = JsonMarshal.GetRawUtf8PropertyName(right);
        return leftName.IndexOf((byte)'\\') < 0 ? JsonText.EqualsUtf8(rightName, leftName)
            : rightName.IndexOf((byte)'\\') < 0 ? JsonText.EqualsUtf8(leftName, rightName)
            : left.Name == right.Name;
    }
}
