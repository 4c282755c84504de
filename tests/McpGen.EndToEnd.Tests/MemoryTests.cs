using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using McpGen.EndToEnd.Tests.Tools;
using McpGen.Invocation;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.EndToEnd.Tests;

/// <summary>What a call of a wrapper allocates beside the message that the SDK has read already.</summary>
public sealed class MemoryTests : IDisposable
{
    private const int Large = 10_000_000;
    private const int Little = 64 * 1024;

    private readonly Entered _entered = new();
    private readonly ServiceProvider _services;

    public MemoryTests()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(_entered).AddMcpServer().WithHardenedTools(typeof(SearchTools), typeof(LongTextTools), typeof(CountedTools));
        _services = services.BuildServiceProvider();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public void A_string_of_10_MB_is_refused_for_its_bytes_without_a_copy()
    {
        (string text, long allocated) = Call("search", "query", new string('a', Large));

        Assert.Equal("Invalid arguments for search: 1 violation\n  arguments: must be at most 1048576 bytes of JSON", text);
        Assert.InRange(allocated, 0, Little);
        Assert.Equal(0, _entered.Count);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\\u0061")]
    [InlineData("\u00E4")]
    [InlineData("\\ud83d\\ude00")]
    public void A_string_of_10_MB_is_refused_for_its_length_without_a_copy(string piece)
    {
        (string text, long allocated) = Call("measure_short", "text", string.Concat(Enumerable.Repeat(piece, Large / piece.Length)));

        Assert.Equal("Invalid arguments for measure_short: 1 violation\n  /text: must be a string of at most 200 characters", text);
        Assert.InRange(allocated, 0, Little);
        Assert.Equal(0, _entered.Count);
    }

    [Fact]
    public void A_string_of_10_MB_that_is_accepted_is_copied_once()
    {
        (string text, long allocated) = Call("measure_long", "text", new string('a', Large));

        Assert.Equal("10000000", text);
        Assert.InRange(allocated, 2L * Large, 2L * Large + Little);
        Assert.Equal(1, _entered.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_accepted_call_allocates_what_the_method_is_given_and_its_result_and_not_a_byte_more(bool isUntouched)
    {
        HardenedTool tool = Tool("take");
        RequestContext<CallToolRequestParams> request = Request(
            "take", """{"query":"lamp","limit":25,"sort":"newest","tags":["audio","sale"],"filter":{"minPrice":19.99,"category":"music"}}""", isUntouched);
        Assert.Equal(CountedTools.Answer, Invoke(tool, request).Text);
        Assert.Equal(AllocatedByHand(), Invoke(tool, request).Allocated);
    }

    /// <summary>The values that the method is given, and the result.</summary>
    private static long AllocatedByHand()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        string query = new('a', 4);
        string[] tags = [new('a', 5), new('a', 4)];
        var filter = new Filter(19.99, null, Category.Music);
        var result = new CallToolResult { Content = [new TextContentBlock { Text = CountedTools.Answer }] };
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive((query, tags, filter, result));
        return allocated;
    }

    /// <summary>Calls a wrapper as the SDK would, and counts what this thread allocates meanwhile.</summary>
    private (string Text, long Allocated) Call(string name, string argument, string rawValue)
    {
        HardenedTool tool = Tool(name);

        // What runs for the first time allocates for the runtime.
        Invoke(tool, Request(name, """{"unknown":1}"""));
        return Invoke(tool, Request(name, $$"""{"{{argument}}":"{{rawValue}}"}"""));
    }

    private HardenedTool Tool(string name) => _services.GetServices<McpServerTool>().OfType<HardenedTool>().Single(tool => tool.Name == name);

    private static (string Text, long Allocated) Invoke(HardenedTool tool, RequestContext<CallToolRequestParams> request)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ValueTask<CallToolResult> call = tool.InvokeAsync(request, TestContext.Current.CancellationToken);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(call.IsCompletedSuccessfully);
        return (Assert.IsType<TextContentBlock>(Assert.Single(call.Result.Content)).Text, allocated);
    }

    /// <param name="name">The tool.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="isUntouched">Whether nobody has looked at the message. The SDK has: it looks for a parameter, which takes the outer object apart.</param>
    private RequestContext<CallToolRequestParams> Request(string name, string arguments, bool isUntouched = false)
    {
        var message = new JsonRpcRequest { Id = new RequestId(1), Method = "tools/call", Params = JsonNode.Parse($$"""{"name":"{{name}}","arguments":{{arguments}}}""") };
        _ = isUntouched ? null : message.Params!["_meta"];
        return new RequestContext<CallToolRequestParams>(
            McpServer.Create(new StreamServerTransport(Stream.Null, Stream.Null), new McpServerOptions(), serviceProvider: _services),
            message,
            new CallToolRequestParams { Name = name, Arguments = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(arguments) })
        {
            Services = _services,
            User = new ClaimsPrincipal(new ClaimsIdentity("test")),
        };
    }
}
