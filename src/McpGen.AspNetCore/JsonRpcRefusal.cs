using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace McpGen.AspNetCore;

/// <summary>A request that ends here: a status and a JSON-RPC error in fixed words, nothing of the caller's in either.</summary>
internal static class JsonRpcRefusal
{
    /// <summary>The SDK's own code for an error of the HTTP transport that has none of its own.</summary>
    public const int ServerError = -32000;

    public static Task RefuseAsync(this HttpContext http, int status, string message, int code = ServerError)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc"u8, "2.0"u8);
            json.WriteNull("id"u8);
            json.WriteStartObject("error"u8);
            json.WriteNumber("code"u8, code);
            json.WriteString("message"u8, message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = stream.Length;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.Body.WriteAsync(stream.GetBuffer(), 0, (int)stream.Length, http.RequestAborted);
    }
}
