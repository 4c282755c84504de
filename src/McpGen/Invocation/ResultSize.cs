using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using McpGen.Validation;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace McpGen.Invocation;

/// <summary>Whether a result is larger than its tool may return.</summary>
internal static class ResultSize
{
    public static bool Exceeds(CallToolResult result, int limit)
    {
        ArgumentNullException.ThrowIfNull(result);

        // A refusal is bounded by itself, and must arrive whatever little a tool may return.
        if (result.IsError is true)
        {
            limit = Math.Max(limit, Violations.LongestText);
        }

        // One text is what nearly every tool returns: its own bytes are counted.
        if (result is { StructuredContent: null, Meta: null, Content: [TextContentBlock { Annotations: null, Meta: null, Text: { } text }] })
        {
            return text.Length > limit || (text.Length > limit / 3 && Encoding.UTF8.GetByteCount(text) > limit);
        }

        // A structured result is sent twice, and counts twice: the text, and the same JSON as structured content.
        if (result is { StructuredContent: { ValueKind: JsonValueKind.Object } json, Meta: null, Content: [TextContentBlock { Annotations: null, Meta: null, Text: { } same }] })
        {
            return (long)Encoding.UTF8.GetByteCount(same) + JsonMarshal.GetRawUtf8Value(json).Length > limit;
        }

        if (result is { StructuredContent: null, Meta: null, Content: [] })
        {
            return false;
        }

        var typeInfo = (JsonTypeInfo<CallToolResult>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(CallToolResult));
        using var buffer = new BoundedBuffer(limit);
        try
        {
            using var writer = new Utf8JsonWriter(buffer);
            JsonSerializer.Serialize(writer, result, typeInfo);
            return false;
        }
        catch (ResultTooLargeException)
        {
            return true;
        }
    }
}
