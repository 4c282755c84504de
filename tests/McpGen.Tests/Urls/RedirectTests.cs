using System.Net;
using McpGen.Urls;
using static McpGen.Tests.Urls.UrlInternals;

namespace McpGen.Tests.Urls;

/// <summary>Redirects are held to the guard of the argument.</summary>
public sealed class RedirectTests
{
    private const string First = "203.0.114.1";
    private const string Second = "203.0.114.2";
    private const string NotAllowed = "The server redirects to a URL that is not allowed: it must be an http URL of a.example, b.example; at most 2048 characters, without user name and fragment.";

    private static readonly UrlGuard s_guard = new("a.example", "b.example") { Schemes = ["http"] };

    [Theory]
    [InlineData("/two", "GET a.example /two")]
    [InlineData("two?x=1", "GET a.example /dir/two?x=1")]
    [InlineData("../two", "GET a.example /two")]
    [InlineData("?x=1", "GET a.example /dir/one?x=1")]
    [InlineData("//a.example/two", "GET a.example /two")]
    [InlineData("http://a.example/two#fragment", "GET a.example /two")]
    [InlineData("HTTP://A.example:80/two", "GET a.example /two")]
    [InlineData("./two:three", "GET a.example /dir/two:three")]
    [InlineData("@c.example/", "GET a.example /dir/@c.example/")]
    [InlineData(".c.example/", "GET a.example /dir/.c.example/")]
    public async Task A_redirect_within_the_guard_is_followed(string location, string request)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(http =>
        {
            if (http.Request.QueryString.Value == "?start")
            {
                http.Response.StatusCode = 302;
                http.Response.Headers.Location = location;
            }

            return Task.CompletedTask;
        });
        using GuardedHttpClient client = Client(Network(server, server));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(s_guard.Bind("http://a.example/dir/one?start"))).StatusCode);
        Assert.Equal(["GET a.example /dir/one?start", request], server.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://c.example/")]
    [InlineData("http://sub.a.example/")]
    [InlineData("http://a.example:8080/")]
    [InlineData("https://a.example/")]
    [InlineData("http://user@a.example/")]
    [InlineData("//c.example/")]
    [InlineData("///c.example/")]
    [InlineData("/\\c.example/")]
    [InlineData("\\\\c.example/")]
    [InlineData("two:three")]
    [InlineData("http:two")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://a.example/")]
    [InlineData("gopher://a.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_redirect_out_of_the_guard_is_refused(string location)
    {
        await using LoopbackServer server = await LoopbackServer.RedirectingAsync(("/", 302, location));
        FakeNetwork network = Network(server, server);
        using GuardedHttpClient client = Client(network);

        Assert.Equal(NotAllowed, (await Assert.ThrowsAsync<UrlRefusedException>(() => client.GetAsync(s_guard.Bind("http://a.example/")))).Message);
        Assert.Single(server.Requests);
        Assert.Equal([$"{First} 80"], network.Connected);
    }

    [Fact]
    public async Task A_redirect_to_an_allowed_name_that_resolves_inside_is_refused()
    {
        await using LoopbackServer server = await LoopbackServer.RedirectingAsync(("/", 302, "http://b.example/"));
        FakeNetwork network = new FakeNetwork().Name("a.example", First).Name("b.example", "127.0.0.1").Server(First, server).Server("127.0.0.1", server);
        using GuardedHttpClient client = Client(network);

        await Assert.ThrowsAsync<UrlRefusedException>(() => client.GetAsync(s_guard.Bind("http://a.example/")));
        Assert.Equal([$"{First} 80"], network.Connected);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_refused_redirect_can_hide_what_is_allowed()
    {
        await using LoopbackServer server = await LoopbackServer.RedirectingAsync(("/", 302, "http://c.example/"));
        using GuardedHttpClient client = Client(Network(server, server));
        var guard = new UrlGuard("a.example") { Schemes = ["http"], Reveal = false };

        UrlRefusedException refusal = await Assert.ThrowsAsync<UrlRefusedException>(() => client.GetAsync(guard.Bind("http://a.example/")));
        Assert.Equal("The server redirects to a URL that is not allowed: it must be an allowed URL.", refusal.Message);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    [InlineData(0, false)]
    public async Task Redirects_are_counted(int most, bool isFollowed)
    {
        await using LoopbackServer server = await LoopbackServer.RedirectingAsync(
            [.. Enumerable.Range(0, 5).Select(static number => ($"/{number}", 302, $"/{number + 1}"))]);
        using GuardedHttpClient client = Client(Network(server, server), options => options.MaxRedirects = most);
        Task<string> text = client.GetStringAsync(s_guard.Bind("http://a.example/0"));

        if (isFollowed)
        {
            Assert.Equal("arrived", await text);
        }
        else
        {
            Assert.Equal($"The server redirects more than {most} times.", (await Assert.ThrowsAsync<UrlRefusedException>(() => text)).Message);
            Assert.Equal(most + 1, server.Requests.Count);
        }
    }

    [Fact]
    public async Task A_loop_ends()
    {
        await using LoopbackServer server = await LoopbackServer.RedirectingAsync(("/", 307, "http://b.example/"), ("/b", 302, "/"));
        using GuardedHttpClient client = Client(Network(server, server));

        Assert.Equal("The server redirects more than 5 times.", (await Assert.ThrowsAsync<UrlRefusedException>(() => client.GetAsync(s_guard.Bind("http://a.example/")))).Message);
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task Two_locations_are_no_location()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(http =>
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = new(["/a", "/b"]);
            return Task.CompletedTask;
        });
        using GuardedHttpClient client = Client(Network(server, server));

        Assert.Equal(NotAllowed, (await Assert.ThrowsAsync<UrlRefusedException>(() => client.GetAsync(s_guard.Bind("http://a.example/")))).Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void No_redirect_leads_from_https_to_http()
    {
        var both = new UrlGuard("a.example") { Schemes = ["https", "http"] };

        Assert.Equal("https a.example 443", Redirect(both.Bind("http://a.example/"), HttpStatusCode.Found, "https://a.example/").ToString());
        Assert.Equal(
            "The server redirects from https to http, which is not followed.",
            Assert.Throws<UrlRefusedException>(() => Redirect(both.Bind("https://a.example/"), HttpStatusCode.Found, "http://a.example/")).Message);
    }

    private static FakeNetwork Network(LoopbackServer first, LoopbackServer second) =>
        new FakeNetwork().Name("a.example", First).Name("b.example", Second).Server(First, first).Server(Second, second);
}
