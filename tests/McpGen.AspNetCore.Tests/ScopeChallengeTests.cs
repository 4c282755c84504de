using System.Security.Claims;
using McpGen.AspNetCore.Tests.Harness;
using McpGen.Authorization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.AspNetCore.Tests;

public sealed class ScopeChallengeTests
{
    private const string Metadata = "resource_metadata=\"https://orders.example/.well-known/oauth-protected-resource/mcp\"";

    public static TheoryData<string> Protocols => ["2024-11-05", "2025-03-26", "2025-06-18", Request.Initialize, Request.Stateless];

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Az_01_without_a_token_a_protected_tool_is_401_with_scope_and_metadata(string protocol)
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("read_orders", caller: null, protocol));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal($"Bearer scope=\"orders:read\", {Metadata}", Assert.Single(answer.Challenges));
        Assert.Empty(server.Tools.Calls);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Az_02_without_the_scope_a_protected_tool_is_403_with_insufficient_scope(string protocol)
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("read_orders", "sub=bob; scope=orders:reads ORDERS:READ", protocol));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal($"Bearer error=\"insufficient_scope\", scope=\"orders:read\", {Metadata}", Assert.Single(answer.Challenges));
        Assert.Empty(server.Tools.Calls);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task With_the_scope_the_tool_is_called(string protocol)
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("read_orders", "sub=bob; scope=openid orders:read", protocol));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(OrderTools.Entered, answer.Text);
        Assert.Empty(answer.Challenges);
    }

    [Fact]
    public async Task One_challenge_names_every_scope_of_the_call()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("ship_order", "sub=bob; scope=orders:read"));

        Assert.Equal($"Bearer error=\"insufficient_scope\", scope=\"orders:write orders:read orders:ship\", {Metadata}", Assert.Single(answer.Challenges));
    }

    [Fact]
    public async Task Of_scopes_of_which_one_is_enough_the_first_is_asked_for()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("export", "sub=bob"));

        Assert.Equal($"Bearer error=\"insufficient_scope\", scope=\"export:csv\", {Metadata}", Assert.Single(answer.Challenges));
        Assert.Equal(OrderTools.Entered, (await Answer.SendAsync(server, Request.Call("export", "sub=bob; scope=export:json"))).Text);
    }

    [Fact]
    public async Task A_tool_without_scopes_is_challenged_without_scopes()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("status"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal($"Bearer {Metadata}", Assert.Single(answer.Challenges));
    }

    [Fact]
    public async Task A_token_that_was_not_accepted_is_called_invalid()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("read_orders").With("Authorization", "Bearer expired"));

        Assert.Equal($"Bearer error=\"invalid_token\", scope=\"orders:read\", {Metadata}", Assert.Single(answer.Challenges));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sub=bob")]
    public async Task A_refusal_is_a_JSON_RPC_error_that_repeats_nothing(string? caller)
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("read_orders", caller));

        Assert.Equal("2.0", (string?)answer.Message["jsonrpc"]);
        Assert.Null(answer.Message["id"]);
        Assert.Equal(-32000, (int?)answer.Message["error"]?["code"]);
        Assert.DoesNotContain("read_orders", answer.Body);
    }

    [Fact]
    public async Task What_anyone_may_call_is_called()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Assert.Equal(OrderTools.Entered, (await Answer.SendAsync(server, Request.Call("hello"))).Text);
    }

    [Fact]
    public async Task A_missing_role_is_no_challenge_and_the_wrapper_refuses()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("refund", "sub=bob; scope=orders:read; role=CLERK"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Access to refund is denied to this caller.", answer.Text);
        Assert.Empty(server.Tools.Calls);
    }

    [Fact]
    public async Task A_policy_that_refuses_is_no_challenge_and_the_wrapper_refuses()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync(
            builder => builder.Services.AddAuthorizationBuilder().AddPolicy("Nobody", policy => policy.RequireAssertion(_ => false)),
            tools: ("audited", Access.Requiring(new AuthorizationPolicyRule("Nobody"))));

        Answer answer = await Answer.SendAsync(server, Request.Call("audited", "sub=bob"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Access to audited is denied to this caller.", answer.Text);
        Assert.Empty(server.Tools.Calls);
    }

    [Fact]
    public async Task Az_07_parallel_calls_are_decided_each_for_itself()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Answer.SendAsync(server, Request.Call("read_orders", i % 2 == 0 ? "sub=bob; scope=orders:read" : "sub=eve"))));

        Assert.All(answers.Where((_, i) => i % 2 == 0), answer => Assert.Equal(OrderTools.Entered, answer.Text));
        Assert.All(answers.Where((_, i) => i % 2 == 1), answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
        Assert.Equal(20, server.Tools.Calls.Length);
    }

    [Fact]
    public async Task Az_14_claims_of_an_identity_that_is_not_authenticated_count_for_nothing()
    {
        await using HttpServer server = await StartAsAsync(new ClaimsIdentity([new("scope", "orders:read")]));

        Assert.Equal(HttpStatusCode.Unauthorized, (await Answer.SendAsync(server, Request.Call("read_orders"))).Status);
    }

    [Fact]
    public async Task Scopes_of_two_identities_do_not_add_up()
    {
        await using HttpServer server = await StartAsAsync(new ClaimsIdentity([new("scope", "orders:write")], "a"), new ClaimsIdentity([new("scope", "orders:ship")], "b"));

        Assert.Equal(HttpStatusCode.Forbidden, (await Answer.SendAsync(server, Request.Call("ship_order"))).Status);
        Assert.Empty(server.Tools.Calls);
    }

    [Theory]
    [InlineData("/elsewhere")]
    [InlineData("/mcpx")]
    public async Task Other_paths_are_left_alone(string path)
    {
        await using HttpServer server = await HttpServer.StartAsync(
            builder => builder.Services.AddProtectedResource(resource => resource.Resource = new Uri("https://orders.example/mcp")),
            app =>
            {
                app.UseToolScopeChallenges();
                app.MapPost(path, McpEndpoint.PostAsync);
            });

        Answer answer = await Answer.SendAsync(server, Request.Call("read_orders", path: path));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Access to read_orders is denied", answer.Text);
    }

    [Theory]
    [InlineData("/MCP")]
    [InlineData("/mcp/piped")]
    public async Task The_endpoint_is_found_as_routing_finds_it(string path)
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await Answer.SendAsync(server, Request.Call("read_orders", "sub=bob", path: path))).Status);
        Assert.Equal(OrderTools.Entered, (await Answer.SendAsync(server, Request.Call("read_orders", "sub=bob; scope=orders:read", path: path))).Text);
    }

    [Fact]
    public async Task A_path_base_belongs_to_the_path()
    {
        await using HttpServer server = await HttpServer.StartAsync(
            builder => builder.Services.AddProtectedResource(resource =>
            {
                resource.Resource = new Uri("https://example.com/");
                resource.EndpointPath = "/shop/mcp";
            }),
            app =>
            {
                app.UsePathBase("/shop");
                app.UseRouting();
                app.UseAuthentication();
                app.UseToolScopeChallenges();
                app.MapPost("/mcp", McpEndpoint.PostAsync);
            });

        Answer answer = await Answer.SendAsync(server, Request.Call("read_orders", path: "/shop/mcp"));

        Assert.Equal("Bearer scope=\"orders:read\", resource_metadata=\"https://example.com/.well-known/oauth-protected-resource\"", Assert.Single(answer.Challenges));
    }

    private static Task<HttpServer> StartAsAsync(params ClaimsIdentity[] identities) =>
        HttpServer.StartAsync(
            builder => builder.Services.AddProtectedResource(resource => resource.Resource = new Uri("https://orders.example/mcp")),
            app =>
            {
                app.UseAuthentication();
                app.Use((http, next) =>
                {
                    http.User = new ClaimsPrincipal(identities);
                    return next(http);
                });
                app.UseToolScopeChallenges();
                app.MapPost("/mcp", McpEndpoint.PostAsync);
            });
}
