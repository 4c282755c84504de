using McpGen.Hosting;
using McpGen.Invocation;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

#pragma warning disable MCPEXP002 // The alternate pipeline is experimental.

namespace McpGen.Tests.Hosting;

public sealed class CallHandlerTests
{
    public static TheoryData<bool> Handlers => [false, true];

    [Theory]
    [MemberData(nameof(Handlers))]
    public void A_handler_without_named_tools_stops_the_start(bool isAlternate)
    {
        string failure = TestServer.FailureOf(builder =>
        {
            AddHandler(builder, isAlternate);
            HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], Tools.None);
        });

        Assert.Contains("McpServerOptions.Handlers has a handler for tool calls", failure);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_handler_answers_the_tools_it_was_given(bool isAlternate)
    {
        await using TestServer server = await StartAsync(isAlternate);

        Assert.Equal("handled given", await server.CallAsync("given"));
        Assert.Equal(Tools.Checked, await server.CallAsync("search"));
        Assert.Equal("given search inherited hello", await server.ListAsync());
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_handler_never_hears_of_a_refused_tool(bool isAlternate)
    {
        await using TestServer server = await StartAsync(isAlternate);
        server.Collection.Add(Tools.Rogue("late"));

        Assert.Equal("error: This tool is not available.", await server.CallAsync("late"));
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_handler_never_hears_of_a_hardened_tool_that_was_removed(bool isAlternate)
    {
        await using TestServer server = await StartAsync(isAlternate);
        server.Collection.Remove(server.Collection["search"]);

        await Assert.ThrowsAsync<ModelContextProtocol.McpProtocolException>(() => server.CallAsync("search"));
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_filter_that_puts_a_tool_in_the_handlers_place_does_not_get_past_the_guard(bool isAlternate)
    {
        McpServerTool rogue = Tools.Rogue("rogue");
        await using TestServer server = await StartAsync(isAlternate, builder => builder.Services.Configure<McpServerOptions>(options =>
        {
            if (isAlternate)
            {
                options.Filters.Request.CallToolWithAlternateFilters.Add((request, next, cancellationToken) =>
                {
                    request.MatchedPrimitive = rogue;
                    return next(request, cancellationToken);
                });
            }
            else
            {
                options.Filters.Request.CallToolFilters.Add(next => (request, cancellationToken) =>
                {
                    request.MatchedPrimitive = rogue;
                    return next(request, cancellationToken);
                });
            }
        }));

        Assert.Equal("error: This tool is not available.", await server.CallAsync("given"));
    }

    [Fact]
    public async Task An_alternate_filter_that_answers_itself_does_not_answer_for_a_refused_tool()
    {
        await using TestServer server = await StartAsync(isAlternate: true, builder => builder.Services.Configure<McpServerOptions>(options =>
            options.Filters.Request.CallToolWithAlternateFilters.Add((_, _, _) => new(ToolResult.Text("from the cache")))));
        server.Collection.Add(Tools.Rogue("late"));

        Assert.Equal("from the cache", await server.CallAsync("search"));
        Assert.Equal("error: This tool is not available.", await server.CallAsync("late"));
    }

    [Theory]
    [InlineData(TestServer.Initialize, null)]
    [InlineData(TestServer.Initialize, false)]
    [InlineData(TestServer.Initialize, true)]
    [InlineData(TestServer.Stateless, null)]
    [InlineData(TestServer.Stateless, false)]
    [InlineData(TestServer.Stateless, true)]
    public async Task An_unknown_name_gets_the_very_bytes_of_a_server_without_hardened_tools(string protocol, bool? isAlternateHandler)
    {
        const string Name = "no\u00e9such'\u202e<tool>";
        string expected = await RawSession.CallAsync(protocol, Name, builder => builder.WithTools([typeof(PlainTools)]));

        string answer = await RawSession.CallAsync(protocol, Name, builder =>
        {
            if (isAlternateHandler is { } isAlternate)
            {
                AddHandler(builder, isAlternate);
            }

            HardenedToolRegistration.Add(builder, options => options.UnhardenedTools.Add("given"), [Tools.Issues], Tools.None);
        });

        Assert.Contains("-32602", expected);
        Assert.Equal(expected, answer);
    }

    private static Task<TestServer> StartAsync(bool isAlternate, Action<IMcpServerBuilder>? configure = null) => TestServer.StartLocalAsync(builder =>
    {
        AddHandler(builder, isAlternate);
        configure?.Invoke(builder);
        HardenedToolRegistration.Add(builder, options => options.UnhardenedTools.Add("given"), [Tools.Issues], Tools.None);
    });

    private static void AddHandler(IMcpServerBuilder builder, bool isAlternate) =>
        builder.Services.Configure<McpServerOptions>(options =>
        {
            options.Handlers.ListToolsHandler = (_, _) => new(new ListToolsResult { Tools = [new Tool { Name = "given" }, new Tool { Name = "ungiven" }] });
            if (isAlternate)
            {
                options.Handlers.CallToolWithAlternateHandler = (request, _) => new(ToolResult.Text($"handled {request.Params.Name}"));
            }
            else
            {
                options.Handlers.CallToolHandler = (request, _) => new(ToolResult.Text($"handled {request.Params.Name}"));
            }
        });
}
