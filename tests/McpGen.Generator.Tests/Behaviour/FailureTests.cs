using McpGen.Generator.Tests.Harness;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>What a caller reads when a tool fails, and what only the log knows.</summary>
public sealed class FailureTests
{
    private const string Source = """
        using ModelContextProtocol;

        [McpServerToolType, PublicTool]
        public static partial class Failing
        {
            [McpServerTool, Description("d")] public static string Throws(int id) => throw new InvalidOperationException("secret words", new Exception("inner secret"));
            [McpServerTool, Description("d")] public static async Task<string> ThrowsLater(int id) { await Task.Yield(); throw new InvalidOperationException("secret words"); }
            [McpServerTool, Description("d")] public static string Own(string text) => throw new McpException(text);
            [McpServerTool, Description("d")] public static string OwnInner() => throw new McpException("shown", new Exception("secret words"));
            [McpServerTool, Description("d")] public static string Protocol() => throw new McpProtocolException("developer's words", McpErrorCode.InvalidParams) { Data = { ["secret"] = "secret words" } };
            [McpServerTool, Description("d")] public static string Input() => throw new InputRequiredException(new Dictionary<string, InputRequest>(), "state");
            [McpServerTool, Description("d")] public static string Cancelled() => throw new OperationCanceledException("secret words");
            [McpServerTool, Description("d")] public static async Task Waits(CancellationToken cancellation) => await Task.Delay(Timeout.Infinite, cancellation);
        }

        [McpServerToolType, PublicTool]
        public sealed partial class BadConstructor
        {
            public BadConstructor() => throw new InvalidOperationException("secret words");
            [McpServerTool, Description("d")] public string FromConstructor() => "never";
        }

        [McpServerToolType, PublicTool]
        public sealed partial class BadDisposal : IDisposable
        {
            public void Dispose() => throw new InvalidOperationException("secret words");
            [McpServerTool, Description("d")] public string FromDisposal() => "never";
        }

        [McpServerToolType, PublicTool]
        public sealed partial class BadService(IComparable service)
        {
            [McpServerTool, Description("d")] public string FromService() => service.ToString()!;
        }

        public static class OwnServices { public static void Add(IServiceCollection services) => services.AddTransient<IComparable>(_ => throw new InvalidOperationException("secret words")); }
        """;

    private static readonly GeneratorRun s_run = GeneratorRun.Of(Source).AssertClean();

    private readonly LoadedTools _tools = LoadedTools.From(s_run);

    [Theory]
    [InlineData("throws", """{"id":1}""")]
    [InlineData("throws_later", """{"id":1}""")]
    [InlineData("cancelled", "{}")]
    [InlineData("from_constructor", "{}")]
    [InlineData("from_disposal", "{}")]
    [InlineData("from_service", "{}")]
    public async Task The_text_of_an_exception_is_in_the_log_alone_under_an_id_the_caller_is_told(string tool, string arguments)
    {
        CallToolResult result = await _tools.CallAsync(tool, arguments);
        string text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        RecordedLog.Entry entry = Assert.Single(_tools.Log.Entries);

        Assert.True(result.IsError);
        Assert.Matches($"^{tool} failed\\. The server's log has the details under [0-9a-f]{{16}}\\.$", text);
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.Equal("secret words", entry.Exception!.Message);
        Assert.Equal($"{tool} failed; the caller was told the id {text[^17..^1]}", entry.Message);
    }

    [Fact]
    public async Task Each_failure_has_an_id_of_its_own() =>
        Assert.NotEqual(await _tools.TextAsync("throws", """{"id":1}"""), await _tools.TextAsync("throws", """{"id":1}"""));

    [Theory]
    [InlineData("No such order.", "No such order.")]
    [InlineData("line\\nbreak\\ttab\\r", "line\nbreaktab")]
    [InlineData("bidi \\u202e and \\u2066 and \\u200b and \\ufeff", "bidi  and  and  and ")]
    [InlineData("tag \\udb40\\udc41 escape \\u001b[31m", "tag  escape [31m")]
    [InlineData("separator \\u2028\\u2029\\u0085", "separator ")]
    [InlineData("caf\\u00e9 \\ud83d\\ude00", "caf\u00e9 \U0001F600")]
    public async Task A_message_of_the_developers_own_is_shown_clean(string given, string shown)
    {
        CallToolResult result = await _tools.CallAsync("own", $$"""{"text":"{{given}}"}""");

        Assert.True(result.IsError);
        Assert.Equal(shown, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Fact]
    public async Task A_message_of_the_developers_own_is_cut()
    {
        Assert.Equal(1000, (await _tools.TextAsync("own", $$"""{"text":"{{new string('x', 1001)}}"}""")).Length);
        Assert.Equal(new string('x', 999), await _tools.TextAsync("own", $$"""{"text":"{{new string('x', 999)}}\ud83d\ude00"}"""));
        Assert.Equal("shown", await _tools.TextAsync("own_inner", "{}"));
    }

    [Fact]
    public async Task A_protocol_error_passes_without_its_data()
    {
        var exception = await Assert.ThrowsAsync<McpProtocolException>(() => _tools.CallAsync("protocol", "{}"));

        Assert.Equal(McpErrorCode.InvalidParams, exception.ErrorCode);
        Assert.Equal("developer's words", exception.Message);
        Assert.Empty(exception.Data);
    }

    [Fact]
    public async Task A_question_to_the_user_passes() => await Assert.ThrowsAsync<InputRequiredException>(() => _tools.CallAsync("input", "{}"));

    [Fact]
    public async Task Cancellation_passes_when_the_call_itself_was_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        Task<CallToolResult> waiting = _tools.CallAsync("waits", "{}", cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Empty(_tools.Log.Entries);
    }

    [Fact]
    public async Task A_refusal_is_not_logged_as_a_failure()
    {
        await _tools.RefuseAsync("throws", """{"id":"1"}""");

        Assert.Empty(_tools.Log.Entries);
    }
}
