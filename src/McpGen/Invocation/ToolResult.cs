using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace McpGen.Invocation;

/// <summary>Makes the results of tools.</summary>
public static class ToolResult
{
    // What a block costs on the wire beside its text: so an endless sequence of empty ones ends too.
    private const int BlockOverhead = 32;

    /// <summary>A result without content.</summary>
    public static CallToolResult Nothing() => new() { Content = [] };

    /// <summary>A text; null is a result without content.</summary>
    /// <param name="text">The text.</param>
    public static CallToolResult Text(string? text) =>
        text is null ? Nothing() : new() { Content = [new TextContentBlock { Text = text }] };

    /// <summary>A refusal or a failure that the model can act on.</summary>
    /// <param name="text">What went wrong.</param>
    public static CallToolResult Error(string text) =>
        new() { IsError = true, Content = [new TextContentBlock { Text = text }] };

    /// <summary>A content block; null is a result without content.</summary>
    /// <param name="block">The block.</param>
    public static CallToolResult Content(ContentBlock? block) => block is null ? Nothing() : new() { Content = [block] };

    /// <summary>Content blocks; enumerated up to the result's limit.</summary>
    /// <param name="call">The call.</param>
    /// <param name="blocks">The blocks, none of them null.</param>
    public static CallToolResult Contents(ToolCall call, IEnumerable<ContentBlock>? blocks)
    {
        var content = new List<ContentBlock>();
        long size = 0;
        foreach (ContentBlock block in blocks ?? [])
        {
            ArgumentNullException.ThrowIfNull(block);
            size += BlockOverhead + (block is TextContentBlock { Text.Length: int length } ? length : 0);
            if (size > call.MaxResultBytes)
            {
                throw new ResultTooLargeException();
            }

            content.Add(block);
        }

        return new() { Content = content };
    }

    /// <summary>The tool's own result, unchanged; null is a result without content.</summary>
    /// <param name="result">The result.</param>
    public static CallToolResult Own(CallToolResult? result) => result ?? Nothing();

    /// <summary>A JSON value as text; null is a result without content.</summary>
    /// <param name="json">The value.</param>
    public static CallToolResult Json(JsonElement? json) => json is { } value ? Text(value.GetRawText()) : Nothing();

    /// <summary>A JSON node as text; null is a result without content.</summary>
    /// <param name="call">The call.</param>
    /// <param name="json">The node.</param>
    public static CallToolResult Json(ToolCall call, JsonNode? json) =>
        json is null ? Nothing() : Write(call, json, static (writer, node) => node.WriteTo(writer));

    /// <summary>A value as JSON text; null is a result without content.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    public static CallToolResult Write<T>(ToolCall call, T? value, Action<Utf8JsonWriter, T> write) where T : notnull
    {
        if (value is null)
        {
            return Nothing();
        }

        using var buffer = new BoundedBuffer(call.MaxResultBytes);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer, value);
        }

        return Text(Encoding.UTF8.GetString(buffer.Written));
    }

    /// <summary>A nullable value as JSON text; null is a result without content.</summary>
    /// <inheritdoc cref="Write{T}(ToolCall, T, Action{Utf8JsonWriter, T})"/>
    public static CallToolResult WriteOptional<T>(ToolCall call, T? value, Action<Utf8JsonWriter, T> write) where T : struct =>
        value is { } present ? Write(call, present, write) : Nothing();

    /// <summary>Writes a JSON array; enumerated up to the result's limit.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes an item.</param>
    public static void WriteArray<T>(Utf8JsonWriter writer, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (T item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>What a result with a null that its type does not declare ends in: the fixed error, with this in the log.</summary>
    public static Exception UndeclaredNull() => new InvalidOperationException("The result holds a null that its type does not declare.");

    /// <summary>What a result with an enum value that has no name ends in: the fixed error, with this in the log.</summary>
    /// <param name="value">The value.</param>
    public static Exception UndefinedValue(Enum value) => new InvalidOperationException($"{value.GetType()} has no member {value:D}.");
}
