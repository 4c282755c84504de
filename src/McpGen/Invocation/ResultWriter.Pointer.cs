using System.Globalization;
using System.Text;
using System.Text.Json;
using McpGen.Validation;

namespace McpGen.Invocation;

public sealed partial class ResultWriter
{
    /// <summary>The JSON Pointer of the value that would be written next, or of the array or object it would stand in.</summary>
    private string Pointer(bool ofContainer)
    {
        _json.Flush();

        // Behind a space even a number is known to have ended.
        byte[] written = [.. _buffer.Written, (byte)' '];
        var reader = new Utf8JsonReader(written, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1000 }));
        var open = new Stack<Level>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    open.Peek().Name = Violations.Segment(reader.ValueSpan);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    open.Pop();
                    break;
                default:
                    if (open.TryPeek(out Level? around))
                    {
                        around.Index++;
                    }

                    if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                    {
                        open.Push(new Level { IsArray = reader.TokenType == JsonTokenType.StartArray });
                    }

                    break;
            }
        }

        return Join(open, ofContainer);
    }

    private static string Join(Stack<Level> open, bool ofContainer)
    {
        var pointer = new StringBuilder();
        int left = open.Count;
        foreach (Level level in open.Reverse())
        {
            // Of the last level nothing is written yet; of an object its name is.
            bool isLast = --left == 0;
            if (isLast && ofContainer)
            {
                break;
            }

            pointer.Append('/').Append(!level.IsArray ? level.Name : (isLast ? level.Index + 1 : level.Index).ToString(CultureInfo.InvariantCulture));
        }

        return pointer.ToString();
    }

    private sealed class Level
    {
        public required bool IsArray { get; init; }

        public int Index { get; set; } = -1;

        public string Name { get; set; } = "";
    }
}
