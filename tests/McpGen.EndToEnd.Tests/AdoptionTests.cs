using System.Net;
using System.Text;
using McpGen.EndToEnd.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace McpGen.EndToEnd.Tests;

/// <summary>A server of the SDK's quickstart, adopted by four edits: the reference, partial, [assembly: PublicTool], WithHardenedTools.</summary>
public sealed class AdoptionTests : IAsyncDisposable
{
    private readonly WeatherService _weather = new();
    private readonly LocalServer _server;

    public AdoptionTests()
    {
        _server = new LocalServer(builder =>
        {
            builder.Services.AddSingleton(new HttpClient(_weather) { BaseAddress = new Uri("https://weather.test") });
            builder.WithHardenedTools();
        });
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task An_adopted_tool_keeps_its_name_and_its_descriptions_and_asks_for_no_service()
    {
        await using McpClient client = await _server.ConnectAsync();
        Dictionary<string, Tool> tools = (await client.ListToolsAsync()).ToDictionary(static tool => tool.Name, static tool => tool.ProtocolTool);

        Assert.Equal("Get weather alerts for a US state.", tools["get_alerts"].Description);
        Assert.Equal("Get weather forecast for a location.", tools["get_forecast"].Description);
        Assert.Equal(
            """{"type":"object","properties":{"state":{"type":"string","maxLength":4096,"description":"The US state to get alerts for, as two letters."}},"required":["state"],"additionalProperties":false}""",
            tools["get_alerts"].InputSchema.GetRawText());
        Assert.Equal(
            """{"type":"object","properties":{"latitude":{"type":"number","description":"Latitude of the location."},"longitude":{"type":"number","description":"Longitude of the location."}},"required":["latitude","longitude"],"additionalProperties":false}""",
            tools["get_forecast"].InputSchema.GetRawText());
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task An_adopted_tool_works_through_the_official_client()
    {
        await using McpClient client = await _server.ConnectAsync();

        Assert.Equal("Flood Watch in Sacramento (Severe)", await CallAsync(client, "get_alerts", ("state", "CA")));
        Assert.Equal("No active alerts.", await CallAsync(client, "get_alerts", ("state", "NV")));
        Assert.Equal("Tonight: 58 F, Clear.\n--\nSunday: 81 F, Sunny.", await CallAsync(client, "get_forecast", ("latitude", 38.5), ("longitude", -121)));
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task An_adopted_tool_asks_its_service_nothing_for_a_refused_call()
    {
        await using McpClient client = await _server.ConnectAsync();

        Assert.StartsWith("error: Invalid arguments for get_forecast: 2 violations", await CallAsync(client, "get_forecast", ("latitude", "38.5"), ("longitude", "NaN")));
        Assert.StartsWith("error: Invalid arguments for get_alerts: 1 violation", await CallAsync(client, "get_alerts", ("state", "CA"), ("client", "x")));
        Assert.Equal(0, _weather.Requests);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task An_adopted_tool_tells_its_caller_nothing_of_a_failed_request()
    {
        await using McpClient client = await _server.ConnectAsync();

        Assert.Matches("^error: get_alerts failed. The server's log has the details under [0-9a-f]{16}.$", await CallAsync(client, "get_alerts", ("state", "ZZ")));
    }

    private static async Task<string> CallAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await client.CallToolAsync(tool, arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value));
        return (result.IsError is true ? "error: " : "") + Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
    }

    /// <summary>The weather of one day.</summary>
    private sealed class WeatherService : HttpMessageHandler
    {
        private int _requests;

        public int Requests => _requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            string? body = request.RequestUri!.AbsolutePath switch
            {
                "/alerts/active/area/CA" => """{"features":[{"properties":{"event":"Flood Watch","areaDesc":"Sacramento","severity":"Severe"}}]}""",
                "/alerts/active/area/NV" => """{"features":[]}""",
                "/points/38.5,-121" => """{"properties":{"forecast":"https://weather.test/forecast"}}""",
                "/forecast" => """{"properties":{"periods":[{"name":"Tonight","temperature":58,"detailedForecast":"Clear."},{"name":"Sunday","temperature":81,"detailedForecast":"Sunny."}]}}""",
                _ => null,
            };
            return Task.FromResult(body is null
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }
    }
}
