using System.Net;
using McpGen.Urls;
using static McpGen.Tests.Urls.UrlInternals;

namespace McpGen.Tests.Urls;

/// <summary>Servers and networks that do not do what they should.</summary>
public sealed class FailureTests
{
    private const string Address = "203.0.114.1";

    private static readonly GuardedUri s_uri = new UrlGuard("a.example") { Schemes = ["http"] }.Bind("http://a.example/");

    [Theory]
    [InlineData("Content-Length: 100", "half")]
    [InlineData("Content-Length: 8\r\nContent-Encoding: gzip", "not gzip")]
    [InlineData("Content-Length: 8\r\nContent-Encoding: deflate", "not zlib")]
    [InlineData("Content-Length: 8\r\nContent-Encoding: br", "not brot")]
    [InlineData("Transfer-Encoding: chunked", "no number\r\n")]
    public async Task An_answer_that_is_cut_or_garbled_is_a_failure_of_the_network(string headers, string body)
    {
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n{body}");
        using GuardedHttpClient client = Client(Network(server));

        HttpRequestException failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(s_uri));
        Assert.Equal("The server's answer could not be read to its end.", failure.Message);
        Assert.NotNull(failure.InnerException);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("\"\"")]
    [InlineData("65000")]
    public async Task A_character_set_that_is_not_spoken_is_UTF8(string charset)
    {
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset={charset}\r\nContent-Length: 5\r\n\r\nhello");
        using GuardedHttpClient client = Client(Network(server));

        Assert.Equal("hello", await client.GetStringAsync(s_uri));
    }

    [Fact]
    public async Task A_host_that_lets_nobody_connect_is_told_as_any_other_that_does_not_answer()
    {
        for (int number = 0; number < 40; number++)
        {
            var network = new FakeNetwork { AnyOther = Address, HangsConnecting = true };
            using GuardedHttpClient client = Client(network, static options => options.Timeout = TimeSpan.FromMilliseconds(15));

            await Assert.ThrowsAsync<UrlRefusedException>(() => client.GetAsync(s_uri));
        }
    }

    [Theory]
    [InlineData("/\u00e0 la carte/\u00c0", null)]
    [InlineData("/\u00e0/\u00c0", "/%C3%A0/%C3%80")]
    [InlineData("http://a.example/\u20ac", "/%E2%82%AC")]
    [InlineData("/\u00e0", "/%C3%A0")]
    public async Task A_location_in_UTF8_leads_where_it_says(string location, string? target)
    {
        string asSent = new(System.Text.Encoding.UTF8.GetBytes(location).Select(static part => (char)part).ToArray());
        await using var server = new RawServer(Redirect(asSent), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using GuardedHttpClient client = Client(Network(server));

        if (target is null)
        {
            await Assert.ThrowsAsync<UrlRefusedException>(() => client.GetAsync(s_uri));
        }
        else
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(s_uri)).StatusCode);
            Assert.Equal($"GET {target} HTTP/1.1", server.Requests[^1]);
        }
    }

    [Fact]
    public async Task A_location_in_Latin1_is_read_as_such()
    {
        await using var server = new RawServer(Redirect("/\u00e0"), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using GuardedHttpClient client = Client(Network(server));

        await client.GetAsync(s_uri);

        Assert.Equal("GET /%C3%A0 HTTP/1.1", server.Requests[^1]);
    }

    [Theory]
    [InlineData("User-Agent", "((secret")]
    [InlineData("Authorization", "sec\u00e9ret\r\nX: y")]
    [InlineData("Content-Type", "secret/x")]
    [InlineData("Content-Length", "secret")]
    [InlineData("Sec ret", "x")]
    [InlineData("", "secret")]
    public async Task A_header_that_cannot_be_sent_is_not_repeated(string name, string value)
    {
        var network = new FakeNetwork();
        using GuardedHttpClient client = Client(network);

        ArgumentException refusal = await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(HttpMethod.Get, s_uri, headers: [new(name, value)]));
        Assert.DoesNotContain("sec", refusal.ToString().Split(" at ")[0], StringComparison.OrdinalIgnoreCase);
        Assert.Empty(network.Connected);
    }

    // Each of its answers is on a connection of its own.
    private static string Redirect(string location) => $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static FakeNetwork Network(RawServer server) => new FakeNetwork().Name("a.example", Address).Server(Address, server.Port);
}
