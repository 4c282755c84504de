using System.Text.Json;
using ModelContextProtocol.Client;

namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>The Protected sample as <c>dotnet run</c> starts it, shared by the tests of a class; without its limits of requests.</summary>
public sealed class ProtectedServer : IAsyncLifetime
{
    private ProtectedProcess _process = null!;

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _process = await ProtectedProcess.StartAsync(
            "Development", "--urls", "http://127.0.0.1:0", "--Http:RequestsPerAddress", "1000000", "--Http:RequestsPerCaller", "1000000");
        Http = new HttpClient { BaseAddress = Assert.Single(_process.Addresses) };
    }

    public ValueTask DisposeAsync()
    {
        Http?.Dispose();
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<ProtectedAnswer> SendAsync(HttpRequestMessage request) => ProtectedAnswer.OfAsync(Http, request);

    internal Task<ProtectedAnswer> CallAsync(string? key, string tool, string arguments = "{}", string version = Protocol.Stateless) =>
        SendAsync(ProtectedRequest.Call(tool, arguments, version).WithKey(key));

    /// <summary>The official client.</summary>
    internal Task<McpClient> ConnectAsync(string key, string version = Protocol.Stateless) =>
        McpClient.CreateAsync(
            new HttpClientTransport(new()
            {
                Endpoint = new Uri(Http.BaseAddress!, "mcp"),
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = new Dictionary<string, string> { ["X-Api-Key"] = key },
            }),
            new() { ProtocolVersion = version });

    /// <summary>Places an order of contoso's and tells its number.</summary>
    internal async Task<int> PlaceOrderAsync()
    {
        ProtectedAnswer placed = await CallAsync("demo-admin", "place_order", """{"tenant":"contoso","article":"lamp","quantity":1}""");
        return JsonElement.Parse(placed.Message.Accepted()).GetProperty("number").GetInt32();
    }

    internal async Task<string> TokenAsync(string key)
    {
        ProtectedAnswer answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "token").WithKey(key));
        return JsonElement.Parse(answer.Body).GetProperty("accessToken").GetString()!;
    }
}
