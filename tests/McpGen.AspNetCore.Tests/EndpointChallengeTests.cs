using McpGen.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.AspNetCore.Tests;

/// <summary>The 401 that is not this package's own.</summary>
public sealed class EndpointChallengeTests
{
    private const string Metadata = "resource_metadata=\"https://orders.example/.well-known/oauth-protected-resource/mcp\"";

    [Fact]
    public async Task The_endpoints_own_401_says_where_the_metadata_is()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync(endpoint: endpoint => endpoint.RequireAuthorization());

        Answer answer = await Answer.SendAsync(server, Request.Call("hello"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal($"Bearer {Metadata}", Assert.Single(answer.Challenges));
    }

    [Fact]
    public async Task And_names_the_scopes_of_the_tool()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync(endpoint: endpoint => endpoint.RequireAuthorization());

        Answer answer = await Answer.SendAsync(server, Request.Call("read_orders"));

        Assert.Equal($"Bearer scope=\"orders:read\", {Metadata}", Assert.Single(answer.Challenges));
    }

    [Fact]
    public async Task A_caller_that_only_a_scheme_of_the_endpoint_finds_reaches_the_tool()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync(
            builder => builder.Services.AddAuthentication("None").AddScheme<AuthenticationSchemeOptions, NoCallers>("None", null),
            endpoint => endpoint.RequireAuthorization(policy => policy.AddAuthenticationSchemes("Test").RequireAuthenticatedUser()),
            options => options.Issuers.Add("Test"));

        Assert.Equal(OrderTools.Entered, (await Answer.SendAsync(server, Request.Call("read_orders", "sub=bob; scope=orders:read"))).Text);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Answer.SendAsync(server, Request.Call("read_orders"))).Status);
    }

    [Theory]
    [InlineData("Bearer", $"Bearer {Metadata}")]
    [InlineData("bearer", $"bearer {Metadata}")]
    [InlineData("Bearer error=\"invalid_token\"", $"Bearer error=\"invalid_token\", {Metadata}")]
    [InlineData("Bearer resource_metadata=\"https://own.example\"", "Bearer resource_metadata=\"https://own.example\"")]
    [InlineData("BearerX", $"BearerX|Bearer {Metadata}")]
    [InlineData("Basic realm=\"orders\"", $"Basic realm=\"orders\"|Bearer {Metadata}")]
    public async Task A_challenge_that_is_there_is_completed(string given, string expected)
    {
        await using HttpServer server = await StartAsync(http =>
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers.WWWAuthenticate = given;
        });

        Answer answer = await Answer.SendAsync(server, Request.Call("hello"));

        Assert.Equal(expected.Split('|'), answer.Challenges);
    }

    [Theory]
    [InlineData("Bearer", $"Bearer error=\"invalid_token\", {Metadata}")]
    [InlineData("Bearer error=\"invalid_request\"", $"Bearer error=\"invalid_request\", {Metadata}")]
    public async Task A_token_that_was_not_accepted_is_called_invalid_where_nothing_else_is_said(string given, string expected)
    {
        await using HttpServer server = await StartAsync(http =>
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers.WWWAuthenticate = given;
        });

        Answer answer = await Answer.SendAsync(server, Request.Call("hello").With("Authorization", "Bearer expired"));

        Assert.Equal(expected, Assert.Single(answer.Challenges));
    }

    [Theory]
    [InlineData(StatusCodes.Status200OK)]
    [InlineData(StatusCodes.Status403Forbidden)]
    public async Task Another_status_gets_no_challenge(int status)
    {
        await using HttpServer server = await StartAsync(http => http.Response.StatusCode = status);

        Assert.Empty((await Answer.SendAsync(server, Request.Call("hello"))).Challenges);
    }

    [Fact]
    public async Task A_401_of_another_path_gets_no_challenge()
    {
        await using HttpServer server = await StartAsync(_ => { });

        Answer answer = await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/private"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Empty(answer.Challenges);
    }

    private static Task<HttpServer> StartAsync(Action<HttpContext> respond) =>
        HttpServer.StartAsync(
            builder => builder.Services.AddProtectedResource(resource => resource.Resource = new Uri("https://orders.example/mcp")),
            app =>
            {
                app.UseToolScopeChallenges();
                app.MapPost("/mcp", http =>
                {
                    respond(http);
                    return Task.CompletedTask;
                });
                app.MapGet("/private", () => Results.StatusCode(StatusCodes.Status401Unauthorized));
            });
}
