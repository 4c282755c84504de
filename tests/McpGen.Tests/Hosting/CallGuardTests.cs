using System.Security.Claims;
using McpGen.Authorization;
using McpGen.Hosting;
using McpGen.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

// The gate stands in the alternate pipeline, which is experimental.
#pragma warning disable MCPEXP002

namespace McpGen.Tests.Hosting;

public sealed class CallGuardTests
{
    private const string NotAvailable = "error: This tool is not available.";

    [Theory]
    [InlineData(TestServer.Initialize)]
    [InlineData(TestServer.Stateless)]
    public async Task A_hardened_tool_is_called_through_its_wrapper(string protocol)
    {
        await using TestServer server = await TestServer.StartLocalAsync(Harden, protocol);

        Assert.Equal(Tools.Checked, await server.CallAsync("search"));
    }

    [Fact]
    public async Task A_tool_that_takes_a_hardened_name_at_run_time_is_refused_and_hidden()
    {
        await using TestServer server = await TestServer.StartLocalAsync(Harden);
        server.Collection.Remove(server.Collection["search"]);
        server.Collection.Add(Tools.Rogue("search"));

        Assert.Equal(NotAvailable, await server.CallAsync("search"));
        Assert.Equal("inherited hello", await server.ListAsync());
    }

    [Fact]
    public async Task A_tool_that_is_added_at_run_time_is_refused_and_hidden()
    {
        await using TestServer server = await TestServer.StartLocalAsync(Harden);
        server.Collection.Add(Tools.Rogue("late"));

        Assert.Equal(NotAvailable, await server.CallAsync("late"));
        Assert.Equal("search inherited hello", await server.ListAsync());
    }

    [Fact]
    public async Task A_wrapper_around_a_hardened_tool_is_refused()
    {
        await using TestServer server = await TestServer.StartLocalAsync(Harden);
        McpServerTool hardened = server.Collection["search"];
        server.Collection.Remove(hardened);
        server.Collection.Add(new WrappingTool(hardened));

        Assert.Equal(NotAvailable, await server.CallAsync("search"));
    }

    [Fact]
    public async Task A_hardened_tool_that_is_not_the_registered_object_is_refused()
    {
        await using TestServer server = await TestServer.StartLocalAsync(Harden);
        server.Collection.Remove(server.Collection["search"]);
        server.Collection.Add(Tools.Tool("search", typeof(IssueTools), Access.Anyone, new HardeningOptions()));

        Assert.Equal(NotAvailable, await server.CallAsync("search"));
    }

    [Fact]
    public async Task A_tool_that_is_found_under_a_hardened_name_but_listed_under_an_accepted_one_is_refused()
    {
        await using TestServer server = await TestServer.StartLocalAsync(builder => HardenAnd(builder, "late"));
        server.Collection.Remove(server.Collection["search"]);
        server.Collection.Add(new TwoNamedTool("search", Tools.Rogue("late")));

        Assert.Equal(NotAvailable, await server.CallAsync("search"));
    }

    [Fact]
    public async Task A_session_with_a_collection_of_its_own_is_guarded()
    {
        await using TestServer server = await TestServer.StartSessionAsync(Harden, options =>
            options.ToolCollection = [Tools.Rogue("search"), Tools.Rogue("mine"), options.ToolCollection!["hello"]]);

        Assert.Equal(NotAvailable, await server.CallAsync("search"));
        Assert.Equal(NotAvailable, await server.CallAsync("mine"));
        Assert.Equal(Tools.Checked, await server.CallAsync("hello"));
        Assert.Equal("hello", await server.ListAsync());
    }

    [Fact]
    public async Task A_session_may_offer_fewer_tools()
    {
        await using TestServer server = await TestServer.StartSessionAsync(Harden, options => options.ToolCollection!.Remove(options.ToolCollection["search"]));

        Assert.Equal("inherited hello", await server.ListAsync());
    }

    [Fact]
    public void Options_for_a_session_are_validated()
    {
        IMcpServerBuilder builder = TestServer.Builder();
        Harden(builder.WithTools([typeof(PlainTools)]));
        using ServiceProvider services = builder.Services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptionsFactory<McpServerOptions>>().Create(Options.DefaultName));
    }

    [Fact]
    public async Task Tools_that_are_named_or_left_out_are_called()
    {
        await using TestServer server = await TestServer.StartRemoteAsync(builder => HardenAnd(builder.WithTools([typeof(PlainTools), typeof(LegacyTools)]), "plain"));

        Assert.Equal(Tools.Unchecked, await server.CallAsync("plain"));
        Assert.Equal(Tools.Unchecked, await server.CallAsync("legacy"));
        Assert.Equal("plain legacy hello", await server.ListAsync());
    }

    [Fact]
    public async Task A_class_that_is_listed_as_left_out_may_inherit_its_tools()
    {
        await using TestServer server = await TestServer.StartRemoteAsync(builder =>
            HardenedToolRegistration.Add(builder.WithTools([typeof(HeirTools)]), configure: null, [Tools.Issues], [new(typeof(HeirTools), "later")]));

        Assert.Equal(Tools.Unchecked, await server.CallAsync("bequest"));
    }

    [Fact]
    public async Task A_filter_that_exchanges_the_tool_does_not_get_past_the_guard()
    {
        McpServerTool rogue = Tools.Rogue("rogue");
        await using TestServer server = await TestServer.StartLocalAsync(builder => Harden(builder.WithRequestFilters(filters =>
            filters.AddCallToolFilter(next => (request, cancellationToken) =>
            {
                request.MatchedPrimitive = rogue;
                return next(request, cancellationToken);
            }))));

        Assert.Equal(NotAvailable, await server.CallAsync("search"));
    }

    [Fact]
    public async Task A_filter_that_answers_itself_does_not_answer_for_a_refused_tool()
    {
        await using TestServer server = await TestServer.StartLocalAsync(builder => Harden(builder.WithRequestFilters(filters =>
            filters.AddCallToolFilter(next => (_, _) => new(ToolResult.Text("from the cache"))))));
        server.Collection.Add(Tools.Rogue("late"));

        Assert.Equal("from the cache", await server.CallAsync("search"));
        Assert.Equal(NotAvailable, await server.CallAsync("late"));
    }

    [Fact]
    public async Task A_refusal_is_logged_once_for_each_tool_with_the_cause()
    {
        await using TestServer server = await TestServer.StartLocalAsync(Harden);
        server.Collection.Add(Tools.Rogue("late"));
        server.Collection.Add(Tools.Rogue("later"));
        for (int i = 0; i < 3; i++)
        {
            await server.CallAsync("late");
            await server.CallAsync("later");
        }

        string[] errors = server.Log.At(LogLevel.Error);
        Assert.Equal(2, errors.Length);
        Assert.Contains("Tool 'late': no wrapper checks", errors[0]);
        Assert.Contains("Tool 'later': no wrapper checks", errors[1]);
    }

    [Fact]
    public void Guarding_a_hardened_call_allocates_nothing()
    {
        IMcpServerBuilder builder = TestServer.Builder();
        Harden(builder);
        using ServiceProvider services = builder.Services.BuildServiceProvider();
        McpServerOptions options = services.GetRequiredService<IOptions<McpServerOptions>>().Value;
        var answer = new ValueTask<CallToolResult>(ToolResult.Nothing());
        var alternate = new ValueTask<ResultOrAlternate<CallToolResult>>(ToolResult.Nothing());
        McpRequestHandler<CallToolRequestParams, CallToolResult> pipeline = (_, _) => answer;
        foreach (McpRequestFilter<CallToolRequestParams, CallToolResult> filter in options.Filters.Request.CallToolFilters)
        {
            pipeline = filter(pipeline);
        }

        var transport = new StreamServerTransport(Stream.Null, Stream.Null);
        var request = new RequestContext<CallToolRequestParams>(
            McpServer.Create(transport, options), new JsonRpcRequest { Method = "tools/call" }, new CallToolRequestParams { Name = "search" })
        {
            MatchedPrimitive = options.ToolCollection!["search"],
            User = new ClaimsPrincipal(new ClaimsIdentity("test")),
        };
        McpRequestHandler<CallToolRequestParams, ResultOrAlternate<CallToolResult>> inner = (context, cancellation) => pipeline(context, cancellation).IsCompletedSuccessfully ? alternate : default;
        McpRequestInvocationFilter<CallToolRequestParams, ResultOrAlternate<CallToolResult>> gate = Assert.Single(options.Filters.Request.CallToolWithAlternateFilters);
        Assert.True(gate(request, inner, CancellationToken.None).IsCompletedSuccessfully);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            gate(request, inner, CancellationToken.None);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(2, options.Filters.Request.CallToolFilters.Count);
        Assert.Equal(0, allocated);
    }

    private static void Harden(IMcpServerBuilder builder) => HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], Tools.None);

    private static void HardenAnd(IMcpServerBuilder builder, string unhardened) =>
        HardenedToolRegistration.Add(builder, options => options.UnhardenedTools.Add(unhardened), [Tools.Issues], Tools.None);

    private sealed class TwoNamedTool(string id, McpServerTool inner) : DelegatingMcpServerTool(inner), IMcpServerPrimitive
    {
        string IMcpServerPrimitive.Id => id;
    }

    private class BequestTools
    {
        [McpServerTool(Name = "bequest")]
        public string Bequest() => Tools.Unchecked;
    }

    private sealed class HeirTools : BequestTools;
}
