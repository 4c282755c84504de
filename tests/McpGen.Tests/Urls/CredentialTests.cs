using System.IO.Pipelines;
using System.Net.Http.Headers;
using McpGen.Urls;
using Microsoft.AspNetCore.Http;
using static McpGen.Tests.Urls.UrlInternals;

namespace McpGen.Tests.Urls;

/// <summary>What a request carries, and what of it crosses from one origin to another.</summary>
public sealed class CredentialTests
{
    private const string First = "203.0.114.1";
    private const string Second = "203.0.114.2";

    private static readonly UrlGuard s_guard = new("a.example", "b.example") { Schemes = ["http"], Ports = [80, 8080] };
    private static readonly KeyValuePair<string, string>[] s_headers =
    [
        new("Authorization", "Bearer secret"), new("Cookie", "session=secret"), new("X-Api-Key", "secret"), new("X-Custom-Auth", "secret"),
        new("Accept", "text/plain"), new("Accept-Language", "de"), new("User-Agent", "tests"),
    ];

    [Fact]
    public async Task Headers_stay_within_an_origin()
    {
        await using LoopbackServer server = await LoopbackServer.RedirectingAsync(("/", 302, "http://a.example/two"));
        using GuardedHttpClient client = Client(Network(server, server));

        await client.SendAsync(HttpMethod.Get, s_guard.Bind("http://a.example/"), headers: s_headers);

        Assert.Equal(2, server.Headers.Count);
        Assert.All(server.Headers, static headers => Assert.All(s_headers, header => Assert.Equal(header.Value, headers[header.Key])));
    }

    [Theory]
    [InlineData("http://b.example/two")]
    [InlineData("http://a.example:8080/two")]
    public async Task Credentials_are_dropped_across_origins(string location)
    {
        await using LoopbackServer server = await LoopbackServer.RedirectingAsync(("/", 302, location));
        using GuardedHttpClient client = Client(Network(server, server));

        await client.SendAsync(HttpMethod.Get, s_guard.Bind("http://a.example/"), headers: s_headers);

        IHeaderDictionary crossed = server.Headers.Last();
        Assert.Equal(2, server.Headers.Count);
        Assert.DoesNotContain(crossed, static header => header.Value.ToString().Contains("secret", StringComparison.Ordinal));
        Assert.Equal(["text/plain", "de", "tests"], new[] { "Accept", "Accept-Language", "User-Agent" }.Select(name => crossed[name].ToString()));
    }

    [Fact]
    public async Task What_was_dropped_does_not_come_back_with_the_origin()
    {
        await using LoopbackServer first = await LoopbackServer.RedirectingAsync(("/", 302, "http://b.example/"));
        await using LoopbackServer second = await LoopbackServer.RedirectingAsync(("/", 302, "http://a.example/again"));
        using GuardedHttpClient client = Client(Network(first, second));

        await client.SendAsync(HttpMethod.Get, s_guard.Bind("http://a.example/"), headers: s_headers);

        Assert.Equal(["GET a.example /", "GET a.example /again"], first.Requests);
        Assert.DoesNotContain(first.Headers.Last(), static header => header.Value.ToString().Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_cookie_is_kept()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(http =>
        {
            http.Response.Cookies.Append("session", "secret");
            return Task.CompletedTask;
        });
        using GuardedHttpClient client = Client(Network(server, server));

        await client.GetAsync(s_guard.Bind("http://a.example/"));
        await client.GetAsync(s_guard.Bind("http://a.example/"));

        Assert.All(server.Headers, static headers => Assert.False(headers.ContainsKey("Cookie")));
        Assert.Equal(2, server.Headers.Count);
    }

    [Fact]
    public async Task A_request_carries_nothing_of_the_server_on_its_own()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("hello");
        using GuardedHttpClient client = Client(Network(server, server));
        using var activity = new System.Diagnostics.Activity("call");
        activity.AddBaggage("tenant", "secret").Start();

        await client.GetAsync(s_guard.Bind("http://a.example/"));

        Assert.Equal(["Accept-Encoding", "Host"], server.Headers.Single().Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(307, "POST", "body")]
    [InlineData(308, "POST", "body")]
    [InlineData(301, "GET", "")]
    [InlineData(302, "GET", "")]
    [InlineData(303, "GET", "")]
    public async Task Method_and_body_follow_within_an_origin_as_in_browsers(int status, string method, string body)
    {
        await using LoopbackServer server = await LoopbackServer.RedirectingAsync(("/", status, "/two"));
        using GuardedHttpClient client = Client(Network(server, server));

        // A pipe can be read once: what is sent again is in memory.
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync("body"u8.ToArray());
        await pipe.Writer.CompleteAsync();
        await client.SendAsync(HttpMethod.Post, s_guard.Bind("http://a.example/"), new StreamContent(pipe.Reader.AsStream()));

        Assert.Equal(["POST a.example /", $"{method} a.example /two"], server.Requests);
        Assert.Equal(["body", body], server.Bodies);
    }

    [Fact]
    public async Task A_body_is_not_sent_to_another_origin()
    {
        await using LoopbackServer first = await LoopbackServer.RedirectingAsync(("/", 307, "http://b.example/"));
        await using LoopbackServer second = await LoopbackServer.StartAsync("hello");
        FakeNetwork network = Network(first, second);
        using GuardedHttpClient client = Client(network);

        UrlRefusedException refusal = await Assert.ThrowsAsync<UrlRefusedException>(
            () => client.SendAsync(HttpMethod.Post, s_guard.Bind("http://a.example/"), new StringContent("secret")));
        Assert.Equal("The server redirects a request with a body to another host, scheme or port, which is not followed.", refusal.Message);
        Assert.Empty(second.Requests);
    }

    [Theory]
    [InlineData("Host")]
    [InlineData("host")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Connection")]
    [InlineData("Proxy-Authorization")]
    public async Task A_header_that_the_host_or_the_connection_depends_on_is_the_clients(string name)
    {
        var network = new FakeNetwork();
        using GuardedHttpClient client = Client(network);

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(HttpMethod.Get, s_guard.Bind("http://a.example/"), headers: [new(name, "other.example")]));
        Assert.Empty(network.Connected);
    }

    [Theory]
    [InlineData("a\r\nHost: other.example")]
    [InlineData("a\nb")]
    public async Task A_header_has_one_line(string value)
    {
        var network = new FakeNetwork();
        using GuardedHttpClient client = Client(network);

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(HttpMethod.Get, s_guard.Bind("http://a.example/"), headers: [new("X-Note", value)]));
        Assert.Empty(network.Connected);
    }

    [Fact]
    public async Task What_is_sent_stays_the_callers()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("hello");
        using GuardedHttpClient client = Client(Network(server, server));
        using var content = new StringContent("body", new MediaTypeHeaderValue("text/plain"));

        await client.SendAsync(HttpMethod.Put, s_guard.Bind("http://a.example/"), content);
        await client.SendAsync(HttpMethod.Put, s_guard.Bind("http://a.example/"), content);

        Assert.Equal(["body", "body"], server.Bodies);
    }

    private static FakeNetwork Network(LoopbackServer first, LoopbackServer second) =>
        new FakeNetwork().Name("a.example", First).Name("b.example", Second).Server(First, first).Server(Second, second);
}
