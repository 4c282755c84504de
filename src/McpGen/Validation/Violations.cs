using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace McpGen.Validation;

/// <summary>What is wrong with the arguments of one call: the first sixteen findings in full, the rest counted.</summary>
internal sealed class Violations
{
    public const int Printed = 16;

    /// <summary>The longest answer, in characters of ASCII.</summary>
    public const int LongestText = 4096;

    private readonly List<(string Pointer, string Message)> _printed = [];

    public int Count { get; private set; }

    /// <summary>Counts a violation; whether it is one of those that are printed, and so worth describing.</summary>
    public bool Add() => ++Count <= Printed;

    public void Describe(string pointer, string message) => _printed.Add((pointer, message));

    /// <summary>The answer to the caller, at most 4 KB.</summary>
    public string ToText(string tool)
    {
        var text = new StringBuilder(256);
        text.Append(CultureInfo.InvariantCulture, $"Invalid arguments for {tool}: {Count} {(Count == 1 ? "violation" : "violations")}");
        int printed = 0;
        foreach ((string pointer, string message) in _printed)
        {
            if (text.Length + pointer.Length + message.Length + 64 > LongestText)
            {
                break;
            }

            text.Append("\n  ").Append(pointer.Length == 0 ? "arguments" : pointer).Append(": ").Append(message);
            printed++;
        }

        if (printed < Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  and {Count - printed} more");
        }

        return text.ToString();
    }

    /// <summary>
    /// The JSON Pointer (RFC 6901) of a value, found by its place in the text of the argument it belongs to. So the accepting path keeps
    /// no track of where it is.
    /// </summary>
    public static string PointerTo(string argument, JsonElement root, ReadOnlySpan<byte> target)
    {
        var pointer = new StringBuilder().Append('/').Append(Segment(argument));
        int offset = OffsetOf(root, target);
        JsonElement current = root;
        while (OffsetOf(root, JsonMarshal.GetRawUtf8Value(current)) < offset && Descend(root, offset, ref current, pointer))
        {
        }

        return pointer.ToString();
    }

    /// <summary>One reference token of a JSON Pointer, escaped to ASCII and cut.</summary>
    public static string Segment(string name) => Escape(JsonText.ToDisplay(name));

    /// <summary>One reference token from the raw text of a member's name.</summary>
    public static string Segment(ReadOnlySpan<byte> rawName) => Escape(JsonText.ToDisplay(rawName));

    private static string Escape(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static bool Descend(JsonElement root, int offset, ref JsonElement current, StringBuilder pointer)
    {
        if (current.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement item in current.EnumerateArray())
            {
                if (Contains(root, item, offset))
                {
                    pointer.Append(CultureInfo.InvariantCulture, $"/{index}");
                    current = item;
                    return true;
                }

                index++;
            }
        }
        else if (current.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in current.EnumerateObject())
            {
                if (Contains(root, member.Value, offset))
                {
                    pointer.Append('/').Append(Segment(JsonMarshal.GetRawUtf8PropertyName(member)));
                    current = member.Value;
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Contains(JsonElement root, JsonElement element, int offset)
    {
        ReadOnlySpan<byte> text = JsonMarshal.GetRawUtf8Value(element);
        int start = OffsetOf(root, text);
        return offset >= start && offset < start + text.Length;
    }

    /// <summary>Where the text of a value starts in the text of its argument; no two values start at the same place.</summary>
    private static int OffsetOf(JsonElement root, ReadOnlySpan<byte> text) => JsonMarshal.GetRawUtf8Value(root).Overlaps(text, out int offset) ? offset : 0;
}
