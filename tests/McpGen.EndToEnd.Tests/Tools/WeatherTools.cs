using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Server;

// The tool class of the SDK's quickstart server in its own shape: static, HttpClient in the signature, [Description] for texts. The word
// "partial" is the only one that McpGen asked for.
namespace QuickstartWeatherServer.Tools;

[McpServerToolType]
public static partial class WeatherTools
{
    [McpServerTool, Description("Get weather alerts for a US state.")]
    public static async Task<string> GetAlerts(
        HttpClient client,
        [Description("The US state to get alerts for, as two letters.")] string state)
    {
        using JsonDocument answer = await ReadAsync(client, $"/alerts/active/area/{state}");
        string[] alerts = [.. answer.RootElement.GetProperty("features").EnumerateArray().Select(static feature => Describe(feature.GetProperty("properties")))];
        return alerts.Length == 0 ? "No active alerts." : string.Join("\n--\n", alerts);
    }

    [McpServerTool, Description("Get weather forecast for a location.")]
    public static async Task<string> GetForecast(
        HttpClient client,
        [Description("Latitude of the location.")] double latitude,
        [Description("Longitude of the location.")] double longitude)
    {
        using JsonDocument point = await ReadAsync(client, string.Create(CultureInfo.InvariantCulture, $"/points/{latitude},{longitude}"));
        using JsonDocument forecast = await ReadAsync(client, point.RootElement.GetProperty("properties").GetProperty("forecast").GetString()!);
        return string.Join("\n--\n", forecast.RootElement.GetProperty("properties").GetProperty("periods").EnumerateArray()
            .Select(static period => $"{period.GetProperty("name")}: {period.GetProperty("temperature")} F, {period.GetProperty("detailedForecast")}"));
    }

    private static string Describe(JsonElement alert) => $"{alert.GetProperty("event")} in {alert.GetProperty("areaDesc")} ({alert.GetProperty("severity")})";

    private static async Task<JsonDocument> ReadAsync(HttpClient client, string path)
    {
        using HttpResponseMessage response = await client.GetAsync(path);
        response.EnsureSuccessStatusCode();
        return await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
    }
}
