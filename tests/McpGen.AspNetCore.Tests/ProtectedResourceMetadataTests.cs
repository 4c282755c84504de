using System.Text.Json.Nodes;
using McpGen.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore.Tests;

public sealed class ProtectedResourceMetadataTests
{
    [Theory]
    [InlineData("/.well-known/oauth-protected-resource")]
    [InlineData("/.well-known/oauth-protected-resource/mcp")]
    public async Task The_document_is_served_to_anyone_with_the_scopes_of_the_tools(string path)
    {
        await using HttpServer server = await StartAsync(resource =>
        {
            resource.Resource = new Uri("https://orders.example/mcp");
            resource.AuthorizationServers.Add(new Uri("https://login.example"));
        });

        Answer answer = await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, path));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Content-Type: application/json\n", answer.Whole);
        Assert.Equal(
            """{"resource":"https://orders.example/mcp","authorization_servers":["https://login.example"],"scopes_supported":["export:csv","export:json","orders:delete","orders:read","orders:ship","orders:write"],"bearer_methods_supported":["header"]}""",
            answer.Body);
    }

    [Fact]
    public async Task Nothing_of_a_private_tool_is_in_it()
    {
        await using HttpServer server = await StartAsync(resource => resource.Resource = new Uri("https://orders.example/mcp"));

        Assert.DoesNotContain("purge", (await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/.well-known/oauth-protected-resource"))).Body);
    }

    [Fact]
    public async Task What_is_optional_is_there_when_it_is_set()
    {
        await using HttpServer server = await StartAsync(resource =>
        {
            resource.Resource = new Uri("https://orders.example");
            resource.Name = "Orders";
            resource.Documentation = new Uri("https://orders.example/docs");
        });

        JsonNode document = (await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/.well-known/oauth-protected-resource"))).Message;

        Assert.Equal("https://orders.example", (string?)document["resource"]);
        Assert.Equal("Orders", (string?)document["resource_name"]);
        Assert.Equal("https://orders.example/docs", (string?)document["resource_documentation"]);
        Assert.Null(document["authorization_servers"]);
    }

    [Fact]
    public async Task A_challenge_points_to_where_the_document_is()
    {
        await using HttpServer server = await StartAsync(resource => resource.Resource = new Uri("https://orders.example/v1/mcp"));

        string challenge = Assert.Single((await Answer.SendAsync(server, Request.Call("status", path: "/v1/mcp"))).Challenges);
        var address = new Uri(challenge["Bearer resource_metadata=\"".Length..^1]);

        Assert.Equal("https://orders.example/.well-known/oauth-protected-resource/v1/mcp", address.AbsoluteUri);
        Assert.Equal("https://orders.example/v1/mcp", (string?)(await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, address.AbsolutePath))).Message["resource"]);
    }

    [Theory]
    [InlineData(null, "Production")]
    [InlineData("http://orders.example/mcp", "Development")]
    [InlineData("http://localhost:5005/mcp", "Production")]
    [InlineData("https://orders.example/mcp#tools", "Production")]
    [InlineData("https://orders.example/mcp#", "Production")]
    [InlineData("https://orders.example/mcp?a=b", "Production")]
    [InlineData("https://me@orders.example/mcp", "Production")]
    [InlineData("https://bestellungen-l\u00f6schen.example/mcp", "Production")]
    [InlineData("/mcp", "Production")]
    [InlineData("urn:orders", "Production")]
    public async Task A_resource_that_is_none_stops_the_server(string? resource, string environment)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            StartAsync(options => options.Resource = resource is null ? null : new Uri(resource, UriKind.RelativeOrAbsolute), environment));

        Assert.Contains("ProtectedResourceOptions.Resource", exception.Message);
    }

    [Theory]
    [InlineData("http://login.example")]
    [InlineData("https://login.example?tenant=1")]
    public async Task An_authorization_server_that_is_none_stops_the_server(string server)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(options =>
        {
            options.Resource = new Uri("https://orders.example/mcp");
            options.AuthorizationServers.Add(new Uri(server));
        }));

        Assert.Contains("ProtectedResourceOptions.AuthorizationServers", exception.Message);
    }

    [Fact]
    public async Task A_loopback_resource_may_be_http_in_Development()
    {
        await using HttpServer server = await StartAsync(resource => resource.Resource = new Uri("http://127.0.0.1:5005/mcp"), "Development");

        Assert.Equal("Bearer resource_metadata=\"http://127.0.0.1:5005/.well-known/oauth-protected-resource/mcp\"", Assert.Single((await Answer.SendAsync(server, Request.Call("status"))).Challenges));
    }

    [Fact]
    public async Task Without_a_resource_nothing_is_challenged_or_served() =>
        Assert.Contains("AddProtectedResource", (await Assert.ThrowsAsync<InvalidOperationException>(() =>
            HttpServer.StartAsync(_ => { }, app => app.UseToolScopeChallenges()))).Message);

    private static Task<HttpServer> StartAsync(Action<ProtectedResourceOptions> configure, string environment = "Production") =>
        HttpServer.StartAsync(
            builder =>
            {
                builder.Services.AddProtectedResource(configure);
                builder.Services.AddAuthorizationBuilder().AddFallbackPolicy("all", policy => policy.RequireAuthenticatedUser());
            },
            app =>
            {
                app.UseAuthentication();
                app.UseToolScopeChallenges();
                app.UseAuthorization();
                app.MapProtectedResourceMetadata();
                app.MapPost("{**path}", (HttpContext http) => http.Response.StatusCode = 500).AllowAnonymous();
            },
            environment);
}
