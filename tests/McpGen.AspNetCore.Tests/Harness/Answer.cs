using System.Text.Json.Nodes;

namespace McpGen.AspNetCore.Tests.Harness;

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string[] Challenges, string Body, string Whole)
{
    public static async Task<Answer> SendAsync(HttpServer server, HttpRequestMessage request)
    {
        using HttpResponseMessage response = await server.Client.SendAsync(request);
        string body = await response.Content.ReadAsStringAsync();
        string[] challenges = response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var values) ? [.. values] : [];

        // Everything that goes over the wire but the time of day.
        IEnumerable<string> headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {header.Value}");
        return new(response.StatusCode, challenges, body, $"{(int)response.StatusCode} {response.ReasonPhrase}\n{string.Join('\n', headers)}\n\n{body}");
    }

    /// <summary>The JSON-RPC message, from an event stream or alone.</summary>
    public JsonNode Message => JsonNode.Parse(Body.Split('\n').FirstOrDefault(line => line.StartsWith("data: ", StringComparison.Ordinal))?[6..] ?? Body)!;

    /// <summary>The text of a tool's result.</summary>
    public string? Text => (string?)Message["result"]?["content"]?[0]?["text"];
}
