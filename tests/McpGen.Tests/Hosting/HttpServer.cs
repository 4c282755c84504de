using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting;

/// <summary>The SDK's HTTP transports on Kestrel, as its ASP.NET Core package wires them, in a few lines.</summary>
public sealed class HttpServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _user;
    private readonly ConcurrentDictionary<string, SseResponseStreamTransport> _streams = new();

    private HttpServer(WebApplication app, string? user)
    {
        _app = app;
        _user = user;
    }

    public static async Task<HttpServer> StartAsync(Action<IMcpServerBuilder> configure, string? user = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        configure(TestServer.Builder(builder.Services));
        var server = new HttpServer(builder.Build(), user);
        server._app.MapPost("/mcp", server.PostAsync);
        server._app.MapGet("/sse", server.OpenStreamAsync);
        server._app.MapPost("/message", server.PostToStreamAsync);
        await server._app.StartAsync();
        return server;
    }

    public Task<McpClient> ConnectAsync(string path, HttpTransportMode mode, string protocol) =>
        McpClient.CreateAsync(
            new HttpClientTransport(new() { Endpoint = new Uri(new Uri(_app.Urls.Single()), path), TransportMode = mode }), new() { ProtocolVersion = protocol });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task PostAsync(HttpContext http)
    {
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using McpServer server = CreateServer(transport, http);
        Task running = server.RunAsync(http.RequestAborted);
        http.Response.ContentType = "text/event-stream";
        if (!await transport.HandlePostRequestAsync(await ReadAsync(http), http.Response.Body, http.RequestAborted))
        {
            http.Response.ContentType = null;
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }

        await transport.DisposeAsync();
        await running;
    }

    private async Task OpenStreamAsync(HttpContext http)
    {
        string id = Guid.NewGuid().ToString();
        http.Response.ContentType = "text/event-stream";
        await using var transport = new SseResponseStreamTransport(http.Response.Body, $"/message?id={id}", id);
        _streams[id] = transport;
        await using McpServer server = CreateServer(transport, http);
        Task running = server.RunAsync(http.RequestAborted);
        try
        {
            await transport.RunAsync(http.RequestAborted);
            await running;
        }
        catch (OperationCanceledException)
        {
            // The client left.
        }
    }

    private async Task PostToStreamAsync(HttpContext http)
    {
        await _streams[http.Request.Query["id"]!].OnMessageReceivedAsync(await ReadAsync(http), http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async Task<JsonRpcMessage> ReadAsync(HttpContext http)
    {
        JsonRpcMessage message = (await JsonSerializer.DeserializeAsync(
            http.Request.Body, (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage)), http.RequestAborted))!;
        message.Context = new JsonRpcMessageContext
        {
            ProtocolVersion = http.Request.Headers["MCP-Protocol-Version"],
            User = _user is null ? null : new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", _user)], "test")),
        };
        return message;
    }

    private static McpServer CreateServer(ITransport transport, HttpContext http) =>
        McpServer.Create(
            transport,
            http.RequestServices.GetRequiredService<IOptionsFactory<McpServerOptions>>().Create(Options.DefaultName),
            http.RequestServices.GetService<ILoggerFactory>(),
            http.RequestServices);
}
