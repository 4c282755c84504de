using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace McpGen.AspNetCore.Tests.Harness;

/// <summary>Messages as clients send them, and as no client does.</summary>
public static class Request
{
    public const string Initialize = "2025-11-25";
    public const string Stateless = "2026-07-28";

    /// <summary>A <c>tools/call</c> of a protocol version, with the headers that the version asks for.</summary>
    public static HttpRequestMessage Call(string tool, string? caller = null, string protocol = Initialize, string path = "/mcp")
    {
        var parameters = new JsonObject { ["name"] = tool, ["arguments"] = new JsonObject() };
        if (protocol == Stateless)
        {
            parameters["_meta"] = new JsonObject
            {
                ["io.modelcontextprotocol/protocolVersion"] = protocol,
                ["io.modelcontextprotocol/clientInfo"] = new JsonObject { ["name"] = "test", ["version"] = "1" },
                ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject(),
            };
        }

        HttpRequestMessage request = Post(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = "tools/call", ["params"] = parameters }.ToJsonString(), caller, path);
        request.Headers.Add("MCP-Protocol-Version", protocol);
        return protocol == Stateless ? request.With("Mcp-Method", "tools/call").With("Mcp-Name", McpHeaderEncoder.EncodeValue(tool)!) : request;
    }

    public static HttpRequestMessage Post(string body, string? caller = null, string path = "/mcp")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return caller is null ? request : request.With(TestCallers.Header, caller);
    }

    public static HttpRequestMessage With(this HttpRequestMessage request, string header, string value)
    {
        Assert.True(request.Headers.TryAddWithoutValidation(header, value));
        return request;
    }
}
