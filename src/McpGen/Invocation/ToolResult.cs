using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using McpGen.Validation;
using ModelContextProtocol;
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
        json is null ? Nothing() : Json(call, json, static (writer, node) => node.WriteTo(writer));

    /// <summary>A text within its declared limits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="minLength">The fewest Unicode code points.</param>
    /// <param name="maxLength">The most Unicode code points.</param>
    /// <param name="pattern">What it must match.</param>
    /// <param name="format">The standard form it must have.</param>
    /// <param name="allowed">The only values it may have.</param>
    /// <param name="denied">Values it must not have.</param>
    public static CallToolResult LimitedText(
        string? text, int minLength = 0, int maxLength = int.MaxValue, Pattern? pattern = null, StringFormat? format = null,
        scoped ReadOnlySpan<string> allowed = default, scoped ReadOnlySpan<string> denied = default)
    {
        string? violation = text is null ? Expected.NotNull : TextChecks.FindViolation(text, minLength, maxLength, pattern, format, allowed, denied);
        return violation is null ? Text(text) : throw new UnfitResultException("", violation);
    }

    /// <summary>
    /// What the SDK makes of a value that is not known at build time: its own kinds as they are, everything else as JSON text of the SDK's
    /// serializer; null is a result without content.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="value">The value.</param>
    [RequiresUnreferencedCode("The members of a result that is not known at build time are found by reflection, and trimming may remove them. Return a record, without [ReflectedResult].")]
    [RequiresDynamicCode("A result that is not known at build time is written by reflection. Return a record, without [ReflectedResult].")]
    public static CallToolResult Reflected<T>(ToolCall call, T value)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        return value switch
        {
            null => Nothing(),
            string text => Text(text),
            CallToolResult own => own,
            ContentBlock block => Content(block),
            IEnumerable<ContentBlock> blocks => Contents(call, blocks),
            _ => Json(call, value, static (writer, value) => JsonSerializer.Serialize(writer, value, McpJsonUtilities.DefaultOptions)),
        };
    }

    private static CallToolResult Json<T>(ToolCall call, T value, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new BoundedBuffer(call.MaxResultBytes);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer, value);
        }

        return Text(Encoding.UTF8.GetString(buffer.Written));
    }
}
