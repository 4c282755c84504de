using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using McpGen.Tests.Authorization;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

#pragma warning disable MCPEXP002 // The alternate pipeline is experimental.

namespace McpGen.Tests.Hosting;

/// <summary>Access is decided before any filter of the application: a refused call reaches none, and so becomes no background task.</summary>
public sealed class AccessGateTests
{
    private readonly ConcurrentQueue<string> _reached = [];

    public static TheoryData<string, string> Refused => new(
        from protocol in Connection.Protocols
        from refused in (string[])["nobody/public", "nobody/scope", "nothing/scope", "reader/scopes_all", "clerk/roles_all", "level_2/policy", "level_3/policy_and_scope", "app/private_scope"]
        select (protocol, refused));

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refused_call_reaches_no_filter(string protocol, string refused)
    {
        await using var connection = new HttpConnection(protocol, Watch);

        Assert.Equal("denied", await OutcomeAsync(connection, refused));
        Assert.Empty(_reached);

        Assert.Equal("entered once", await OutcomeAsync(connection, "everything/" + refused.Split('/')[1]));
        Assert.Equal(["first, matched", "last, matched", "ordinary, matched"], _reached);
    }

    [Fact]
    public async Task A_filter_sees_a_private_tool_as_it_sees_an_unknown_name()
    {
        await using var connection = new HttpConnection(TestServer.Stateless, Watch);

        Assert.Equal("unknown tool", await OutcomeAsync(connection, "nothing/client"));
        string[] ofPrivate = [.. _reached];
        _reached.Clear();
        await connection.AskAsync(connection.Request("nothing/x", "tools/call", new JsonObject { ["name"] = "unheard_of" }));

        Assert.Equal(ofPrivate, _reached);
        Assert.Equal(["first, unmatched", "last, unmatched", "ordinary, unmatched"], ofPrivate);
    }

    [Fact]
    public async Task A_filter_that_answers_in_the_tools_place_answers_admitted_callers_alone()
    {
        await using var connection = new HttpConnection(TestServer.Stateless, builder => builder.Services.Configure<McpServerOptions>(options =>
            options.Filters.Request.CallToolWithAlternateFilters.Insert(0, (_, _, _) => new(McpGen.Invocation.ToolResult.Text("working on it")))));

        Assert.Contains("working on it", await AskAsync(connection, "reader/scope"), StringComparison.Ordinal);
        Assert.DoesNotContain("working on it", await AskAsync(connection, "nothing/scope"), StringComparison.Ordinal);
        Assert.DoesNotContain("working on it", await AskAsync(connection, "nobody/public"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_brings_back_a_private_tool_does_not_get_past_its_wrapper()
    {
        await using var connection = new HttpConnection(TestServer.Stateless, builder => builder.Services.Configure<McpServerOptions>(options =>
            options.Filters.Request.CallToolWithAlternateFilters.Add((request, next, cancellationToken) =>
            {
                request.MatchedPrimitive = options.ToolCollection![request.Params!.Name];
                return next(request, cancellationToken);
            })));

        Assert.Equal("nothing: unknown tool, not listed", await connection.DecisionAsync("nothing", "client"));
        Assert.Equal("app: entered once, listed", await connection.DecisionAsync("app", "client"));
    }

    private void Watch(IMcpServerBuilder builder) => builder.Services.Configure<McpServerOptions>(options =>
    {
        McpRequestFilters filters = options.Filters.Request;
        filters.CallToolWithAlternateFilters.Add((request, next, cancellationToken) => next(Note("last", request), cancellationToken));
        filters.CallToolWithAlternateFilters.Insert(0, (request, next, cancellationToken) => next(Note("first", request), cancellationToken));
        filters.CallToolFilters.Add(next => (request, cancellationToken) => next(Note("ordinary", request), cancellationToken));
    });

    private RequestContext<T> Note<T>(string filter, RequestContext<T> request)
    {
        _reached.Enqueue($"{filter}, {(request.MatchedPrimitive is null ? "unmatched" : "matched")}");
        return request;
    }

    private static async Task<string> OutcomeAsync(Connection connection, string call) =>
        (await connection.DecisionAsync(call.Split('/')[0], call.Split('/')[1]))[(call.IndexOf('/') + 2)..].Split(',')[0];

    private static Task<string> AskAsync(Connection connection, string call) =>
        connection.AskAsync(connection.Request(call, "tools/call", new JsonObject { ["name"] = call.Split('/')[1] }));
}
