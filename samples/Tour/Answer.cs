using ModelContextProtocol.Protocol;

namespace Tour;

/// <summary>What became of a call, in one line.</summary>
/// <param name="Text">
/// <c>accepted</c>; or <c>refused</c> and the first violation; or <c>failed</c> and what the tool itself says; or <c>protocol error</c>
/// where the call never reached a tool.
/// </param>
internal sealed record Answer(string Text)
{
    public static Answer From(CallToolResult result)
    {
        string[] lines = string.Concat(result.Content.OfType<TextContentBlock>().Select(static block => block.Text)).Split('\n');
        return new Answer(
            result.IsError is not true ? $"accepted: {lines[0]}"
            : lines[0].StartsWith("Invalid arguments for ", StringComparison.Ordinal) ? $"refused {lines[1].Trim()}"
            : $"failed: {lines[0]}");
    }

    public static Answer FromProtocol(string message) => new($"protocol error: {message}");

    /// <summary>Whether this is the expected kind of answer, at the expected place.</summary>
    public bool IsExpectedBy(Call call) => Text.StartsWith(call.Expected + ":", StringComparison.Ordinal);
}
