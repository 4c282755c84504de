using System.Net;
using System.Text.Json;

namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>What the Protected sample answered over HTTP.</summary>
internal sealed record ProtectedAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Challenge => Headers["WWW-Authenticate"];

    /// <summary>The JSON-RPC message of the event stream.</summary>
    public Answer Message
    {
        get
        {
            Assert.Equal(HttpStatusCode.OK, Status);
            string data = Assert.Single(Body.Split('\n'), static line => line.StartsWith("data: ", StringComparison.Ordinal))["data: ".Length..];
            return new Answer(data, JsonElement.Parse(data));
        }
    }

    /// <summary>Everything that a caller sees, but for the time of day.</summary>
    public string Everything =>
        $"{(int)Status}\n{string.Join('\n', Headers.Where(static header => header.Key != "Date").OrderBy(static header => header.Key, StringComparer.Ordinal))}\n{Body}";

    public static async Task<ProtectedAnswer> OfAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        using (HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken))
        {
            return new(
                response.StatusCode,
                response.Headers.Concat(response.Content.Headers).ToDictionary(static header => header.Key, static header => string.Join("\n", header.Value)),
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
