using System.Text.Json;

namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>A response, as text and as JSON.</summary>
internal sealed record Answer(string Raw, JsonElement Message)
{
    public JsonElement Result => Message.GetProperty("result");

    public bool IsRefused => Result.TryGetProperty("isError", out JsonElement isError) && isError.GetBoolean();

    /// <summary>The text of a tool's result, or the code of a protocol error.</summary>
    public string Text =>
        Message.TryGetProperty("error", out JsonElement error)
            ? error.GetProperty("code").GetRawText()
            : Assert.Single(Result.GetProperty("content").EnumerateArray()).GetProperty("text").GetString()!;

    public string Accepted()
    {
        Assert.False(IsRefused, Raw);
        return Text;
    }

    public string Refused()
    {
        Assert.True(IsRefused, Raw);
        return Text;
    }
}
