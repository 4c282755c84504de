using System.Text.RegularExpressions;
using McpGen.EndToEnd.Tests.Harness;
using McpGen.EndToEnd.Tests.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace McpGen.EndToEnd.Tests;

/// <summary>What a caller sees of a tool that fails, and what the log does.</summary>
public sealed partial class FailureTests : IAsyncDisposable
{
    private readonly LocalServer _server = new(static builder => builder.WithHardenedTools(typeof(FailingTools), typeof(UnmakeableTools)));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("throws")]
    [InlineData("throws_later")]
    [InlineData("throws_in_the_middle")]
    [InlineData("gives_up")]
    [InlineData("never_runs")]
    public async Task An_exception_is_answered_with_a_fixed_text_and_logged_under_the_id_that_the_text_names(string tool)
    {
        string answer = await CallAsync(tool);

        Match id = Id().Match(answer);
        Assert.True(id.Success, answer);
        Assert.Equal($"{tool} failed. The server's log has the details under {id.Value}.", answer);
        RecordedLog.Entry entry = Assert.Single(_server.Log.Entries, entry => entry.Category == "McpGen" && entry.Level == LogLevel.Error);
        Assert.Contains(id.Value, entry.Text);
        Assert.Equal(FailingTools.Secret, entry.Exception?.Message);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_text_of_an_exception_stands_in_no_log_message_but_in_the_logged_exception()
    {
        await CallAsync("throws");

        Assert.DoesNotContain(_server.Log.Entries, static entry => entry.Text.Contains(FailingTools.Secret, StringComparison.Ordinal));
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task Two_failures_have_two_ids()
    {
        await using McpClient client = await _server.ConnectAsync();

        Assert.NotEqual(Id().Match(await CallAsync(client, "throws")).Value, Id().Match(await CallAsync(client, "throws")).Value);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task What_a_tool_says_itself_is_shown_without_hidden_characters()
    {
        Assert.Equal("No issue of that number.\nlist_issues shows them.", await CallAsync("explains"));
        Assert.DoesNotContain(_server.Log.Entries, static entry => entry.Category == "McpGen" && entry.Level >= LogLevel.Warning);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task What_a_tool_says_itself_is_cut_at_a_thousand_characters() =>
        Assert.Equal(new string('x', 1000), await CallAsync("explains_at_length"));

    private async Task<string> CallAsync(string tool)
    {
        await using McpClient client = await _server.ConnectAsync();
        return await CallAsync(client, tool);
    }

    private static async Task<string> CallAsync(McpClient client, string tool)
    {
        CallToolResult result = await client.CallToolAsync(tool);
        Assert.True(result.IsError);
        return Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
    }

    [GeneratedRegex("[0-9a-f]{16}")]
    private static partial Regex Id();
}
