using System.Net.Http.Headers;
using System.Text;

namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>Requests to the Protected sample, written by hand.</summary>
internal static class ProtectedRequest
{
    private const string StatelessMeta =
        $$$"""
        "_meta":{"io.modelcontextprotocol/protocolVersion":"{{{Protocol.Stateless}}}","io.modelcontextprotocol/clientInfo":{"name":"raw","version":"1"},"io.modelcontextprotocol/clientCapabilities":{}}
        """;

    public static HttpRequestMessage Call(string tool, string arguments = "{}", string version = Protocol.Stateless) =>
        Message("tools/call", [$"\"name\":\"{tool}\"", $"\"arguments\":{arguments}"], version, tool);

    public static HttpRequestMessage List(string version = Protocol.Stateless) => Message("tools/list", [], version, name: null);

    public static HttpRequestMessage WithBody(string body, string type = "application/json") =>
        new(HttpMethod.Post, "mcp") { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type)) };

    public static HttpRequestMessage WithKey(this HttpRequestMessage request, string? key) => key is null ? request : request.With("X-Api-Key", key);

    public static HttpRequestMessage WithToken(this HttpRequestMessage request, string token) => request.With("Authorization", $"Bearer {token}");

    public static HttpRequestMessage With(this HttpRequestMessage request, string name, string value)
    {
        request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static HttpRequestMessage Message(string method, string[] members, string version, string? name)
    {
        bool isStateless = version == Protocol.Stateless;
        string parameters = string.Join(',', isStateless ? [.. members, StatelessMeta] : members);
        HttpRequestMessage request = WithBody($$$"""{"jsonrpc":"2.0","id":1,"method":"{{{method}}}","params":{ {{{parameters}}} }}""").With("MCP-Protocol-Version", version);
        if (isStateless)
        {
            request.With("Mcp-Method", method);
        }

        return isStateless && name is not null ? request.With("Mcp-Name", name) : request;
    }
}
