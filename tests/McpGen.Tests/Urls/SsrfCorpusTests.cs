using McpGen.Urls;
using static McpGen.Tests.Urls.UrlInternals;

namespace McpGen.Tests.Urls;

/// <summary>
/// The rows of the SSRF corpus against the most generous guard there can be: both schemes, the row's own port, and the very host that
/// .NET reads out of the row, wherever that is one that can be listed. Every name resolves to the metadata service of a cloud.
/// </summary>
public sealed class SsrfCorpusTests(ITestOutputHelper output)
{
    private const string Public = "203.0.114.1";
    private const string Metadata = "169.254.169.254";

    [Fact]
    public async Task Every_row_of_the_corpus_holds()
    {
        var wrong = new List<string>();
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string id, string url, string expect) in UrlCorpus.Cases("ssrf-urls.json", "id", "url"))
        {
            string outcome = await OutcomeAsync(url, resolvesTo: expect == "allow" ? Public : Metadata);
            bool isHeld = expect switch
            {
                "block" or "block-or-invalid" or "refuse-userinfo" => outcome is "not bound" or "not connected",
                "block-after-dns" => outcome == "not connected",
                "allow" => outcome == "connected",
                _ => expect == "allow-or-invalid",
            };
            outcomes[$"{expect}: {outcome}"] = outcomes.GetValueOrDefault($"{expect}: {outcome}") + 1;
            if (!isHeld)
            {
                wrong.Add($"{id} {url} {expect}: {outcome}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(outcomes.ContainsKey("allow: connected") && outcomes.ContainsKey("block-after-dns: not connected"));
        output.WriteLine(string.Join('\n', outcomes.OrderBy(static outcome => outcome.Key, StringComparer.Ordinal)));
    }

    /// <summary>What becomes of a URL: not bound, bound and not connected, or connected.</summary>
    private static async Task<string> OutcomeAsync(string text, string resolvesTo)
    {
        if (GenerousTo(text).TryBind(text, out GuardedUri? uri) is not null)
        {
            return "not bound";
        }

        var network = new FakeNetwork { AnyOther = resolvesTo };
        using GuardedHttpClient client = Client(network);

        // The fake refuses every connection, after it has taken note of it.
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(uri!));
        Assert.Equal(network.Connected.IsEmpty, exception is UrlRefusedException);
        return network.Connected.IsEmpty ? "not connected" : "connected";
    }

    private static UrlGuard GenerousTo(string text)
    {
        string[] hosts = ["example.com", "test.com"];
        int[] ports = [80, 443];
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? uri))
        {
            ports = uri.Port > 0 ? [.. ports, uri.Port] : ports;
            hosts = IsListable(uri.Host.ToLowerInvariant()) ? [.. hosts, uri.Host.ToLowerInvariant()] : hosts;
        }

        return new UrlGuard(hosts) { Schemes = ["https", "http"], Ports = ports };
    }

    private static bool IsListable(string host)
    {
        try
        {
            return new UrlGuard(host).Hosts.Count == 1;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
