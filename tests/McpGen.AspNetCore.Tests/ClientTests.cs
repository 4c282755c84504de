using McpGen.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace McpGen.AspNetCore.Tests;

/// <summary>The SDK's own client, with an API key, through everything that this package puts in front of the tools.</summary>
public sealed class ClientTests
{
    public static TheoryData<string> Protocols => ["2024-11-05", "2025-03-26", "2025-06-18", Request.Initialize, Request.Stateless];

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Lists_calls_and_is_refused(string protocol)
    {
        await using HttpServer server = await StartAsync();
        await using McpClient client = await McpClient.CreateAsync(
            new HttpClientTransport(
                new() { Endpoint = new Uri(server.Client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["X-Api-Key"] = Keys.Reader } },
                server.Client),
            new() { ProtocolVersion = protocol });

        Assert.Equal(["hello", "status", "read_orders"], (await client.ListToolsAsync()).Select(tool => tool.Name));
        CallToolResult result = await client.CallToolAsync("read_orders");
        Assert.Equal(OrderTools.Entered, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(async () => await client.CallToolAsync("ship_order"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(["read_orders"], server.Tools.Calls);
    }

    private static Task<HttpServer> StartAsync() =>
        HttpServer.StartAsync(
            builder =>
            {
                builder.Services.AddAuthentication(ApiKeyDefaults.AuthenticationScheme).AddMcpApiKeys(options => options.Callers.Add(new ApiKeyCaller
                {
                    User = "rita",
                    Scopes = { "orders:read" },
                    Keys = { new ApiKey { Sha256 = Keys.Hex(Keys.Reader) } },
                }));
                builder.Services.AddHardenedMcpHttp();
                builder.Services.AddProtectedResource(resource => resource.Resource = new Uri("http://localhost/mcp"));
            },
            app =>
            {
                app.UseHardenedMcpHttp();
                app.MapPost("/mcp", McpEndpoint.PostAsync).RequireAuthorization();
            },
            options: options => options.Issuers.Add("ApiKey"));
}
