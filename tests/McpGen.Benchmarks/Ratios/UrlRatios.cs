using McpGen.Urls;

namespace McpGen.Benchmarks.Ratios;

/// <summary>Binding one URL, in nanoseconds.</summary>
internal static class UrlRatios
{
    private const string Url = "https://images.cdn.example.com/2026/11/report.pdf?size=large&page=3";

    public static readonly string[] Names = ["url.check.nanoseconds"];

    public static IEnumerable<(string Name, double Value)> Measure()
    {
        var guard = new UrlGuard("api.example.com", "www.example.com", "*.cdn.example.com");
        if (guard.TryBind(Url, out _) is not null || guard.TryBind("https://images.cdn.example.org/", out _) is null)
        {
            throw new InvalidOperationException("The guard is wrong about a URL.");
        }

        Race race = Race.Run(RaceLength.Short, ("bind", () => guard.TryBind(Url, out _)), ("nothing", static () => { }));
        yield return (Names[0], race.Difference("bind", "nothing"));
    }
}
