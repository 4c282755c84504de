using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Protected;

/// <summary>
/// The stateless Streamable HTTP endpoint: one POST, one server, one answer, and nothing that is kept from one request to the next. Stands
/// in for <c>MapMcp</c> of ModelContextProtocol.AspNetCore, which checks more of the protocol and no more of the caller.
/// </summary>
internal static class McpEndpoint
{
    private static readonly JsonTypeInfo<JsonRpcMessage> s_message = (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    /// <summary>Maps POST; routing answers every other method with 405.</summary>
    public static IEndpointConventionBuilder MapMcp(this IEndpointRouteBuilder endpoints, string pattern) => endpoints.MapPost(pattern, AnswerAsync);

    private static async Task AnswerAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else if (await ReadAsync(http) is { } message)
        {
            await ServeAsync(http, message);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The message; null where the body is not one. A server that asks nothing has no use for a response.</summary>
    private static async Task<JsonRpcMessage?> ReadAsync(HttpContext http)
    {
        try
        {
            JsonRpcMessage? message = await JsonSerializer.DeserializeAsync(http.Request.Body, s_message, http.RequestAborted);
            return message is JsonRpcRequest or JsonRpcNotification ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task ServeAsync(HttpContext http, JsonRpcMessage message)
    {
        IServiceProvider services = http.RequestServices;
        message.Context = new JsonRpcMessageContext { User = http.User, ProtocolVersion = http.Request.Headers["MCP-Protocol-Version"] };
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = McpServer.Create(
            transport, services.GetRequiredService<IOptionsFactory<McpServerOptions>>().Create(Options.DefaultName), services.GetRequiredService<ILoggerFactory>(), services);
        Task running = server.RunAsync(http.RequestAborted);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        if (!await transport.HandlePostRequestAsync(message, http.Response.Body, http.RequestAborted))
        {
            // A notification is taken and not answered.
            http.Response.ContentType = null;
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }

        await transport.DisposeAsync();
        await running;
    }
}
