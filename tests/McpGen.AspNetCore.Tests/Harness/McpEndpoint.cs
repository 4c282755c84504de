using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.AspNetCore.Tests.Harness;

/// <summary>A stateless endpoint over the SDK's transport, as its ASP.NET Core package wires it.</summary>
public static class McpEndpoint
{
    private static readonly JsonTypeInfo<JsonRpcMessage> s_message = (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    /// <summary>Reads the body as a stream.</summary>
    public static async Task PostAsync(HttpContext http) =>
        await AnswerAsync(http, await JsonSerializer.DeserializeAsync(http.Request.Body, s_message, http.RequestAborted));

    /// <summary>Reads the body through its pipe.</summary>
    public static async Task PostPipedAsync(HttpContext http) =>
        await AnswerAsync(http, await JsonSerializer.DeserializeAsync(http.Request.BodyReader, s_message, http.RequestAborted));

    private static async Task AnswerAsync(HttpContext http, JsonRpcMessage? message)
    {
        message!.Context = new JsonRpcMessageContext
        {
            ProtocolVersion = http.Request.Headers["MCP-Protocol-Version"],
            User = http.User.Identity is { IsAuthenticated: true } ? http.User : null,
        };
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using McpServer server = McpServer.Create(
            transport,
            http.RequestServices.GetRequiredService<IOptionsFactory<McpServerOptions>>().Create(Options.DefaultName),
            http.RequestServices.GetService<ILoggerFactory>(),
            http.RequestServices);
        Task running = server.RunAsync(http.RequestAborted);
        http.Response.ContentType = "text/event-stream";
        if (!await transport.HandlePostRequestAsync(message, http.Response.Body, http.RequestAborted))
        {
            http.Response.ContentType = null;
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }

        await transport.DisposeAsync();
        await running;
    }
}
