using McpGen.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.AspNetCore.Tests;

/// <summary>Every setting of <see cref="HardenedHttpOptions"/> but the limits, enforced.</summary>
public sealed class HardenedHttpTests
{
    private const string Host = "orders.example";

    [Theory]
    [InlineData("orders.example", 200)]
    [InlineData("ORDERS.example", 200)]
    [InlineData("orders.example:8443", 200)]
    [InlineData("admin.example:8443", 200)]
    [InlineData("admin.example:8444", 421)]
    [InlineData("admin.example", 421)]
    [InlineData("orders.example.", 421)]
    [InlineData("orders.example.evil.example", 421)]
    [InlineData("evil-orders.example", 421)]
    [InlineData("localhost", 421)]
    [InlineData("127.0.0.1", 421)]
    [InlineData("", 421)]
    public async Task Only_the_hosts_that_are_named_are_answered_for(string host, int status)
    {
        await using HttpServer server = await StartAsync(options =>
        {
            options.AllowedHosts.Add("orders.example");
            options.AllowedHosts.Add("admin.example:8443");
        });

        Assert.StartsWith($"HTTP/1.1 {status} ", await RawRequest.SendAsync(server, $"GET / HTTP/1.1\r\nHost: {host}"));
    }

    [Theory]
    [InlineData("localhost:1", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:80", 200)]
    [InlineData("rebound.example", 421)]
    [InlineData("127.0.0.1.nip.example", 421)]
    public async Task In_Development_an_empty_list_means_this_machine(string host, int status)
    {
        await using HttpServer server = await StartAsync(options => options.AllowedHosts.Clear());

        Assert.StartsWith($"HTTP/1.1 {status} ", await RawRequest.SendAsync(server, $"GET / HTTP/1.1\r\nHost: {host}"));
    }

    [Theory]
    [InlineData("https://app.example", HttpStatusCode.OK)]
    [InlineData("http://app.example", HttpStatusCode.Forbidden)]
    [InlineData("https://app.example:444", HttpStatusCode.Forbidden)]
    [InlineData("https://app.example.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://orders.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    public async Task Only_pages_of_the_origins_that_are_named_are_answered(string origin, HttpStatusCode status)
    {
        await using HttpServer server = await StartAsync(options => options.AllowedOrigins.Add("https://app.example"));

        Answer answer = await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/").With("Origin", origin));

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == HttpStatusCode.OK, answer.Whole.Contains("Access-Control-Allow-Origin: https://app.example\n"));
        Assert.DoesNotContain("Access-Control-Allow-Credentials", answer.Whole);
    }

    [Fact]
    public async Task CORS_is_closed_where_no_origin_is_named()
    {
        await using HttpServer server = await StartAsync(_ => { });

        Answer page = await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/").With("Origin", "https://app.example"));
        Answer preflight = await Answer.SendAsync(server, Preflight());

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(HttpStatusCode.Forbidden, preflight.Status);
        Assert.DoesNotContain("Access-Control", page.Whole + preflight.Whole);
    }

    [Fact]
    public async Task A_page_that_is_named_may_ask_first_and_read_a_challenge()
    {
        await using HttpServer server = await StartAsync(
            options => options.AllowedOrigins.Add("https://app.example"), app => app.MapPost("/closed", () => "").RequireAuthorization());

        Answer preflight = await Answer.SendAsync(server, Preflight());
        Answer refused = await Answer.SendAsync(server, Request.Post("", path: "/closed").With("Origin", "https://app.example"));

        Assert.Equal(HttpStatusCode.NoContent, preflight.Status);
        Assert.Contains("Access-Control-Allow-Methods: GET,POST,DELETE\n", preflight.Whole);
        Assert.Contains("Access-Control-Allow-Headers: authorization,mcp-name\n", preflight.Whole);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Contains("Access-Control-Allow-Origin: https://app.example\n", refused.Whole);
        Assert.Contains("Access-Control-Expose-Headers: Mcp-Session-Id,Retry-After,WWW-Authenticate\n", refused.Whole);
    }

    [Theory]
    [InlineData("Production", false, false, HttpStatusCode.Forbidden)]
    [InlineData("Staging", false, false, HttpStatusCode.Forbidden)]
    [InlineData("Production", false, true, HttpStatusCode.OK)]
    [InlineData("Production", true, false, HttpStatusCode.OK)]
    [InlineData("Development", false, false, HttpStatusCode.OK)]
    public async Task Outside_Development_TLS_is_required(string environment, bool https, bool allowsLoopback, HttpStatusCode status)
    {
        await using HttpServer server = await StartAsync(
            options =>
            {
                options.AllowedHosts.Add(Host);
                options.AllowPlainHttpFromLoopback = allowsLoopback;
            },
            environment: environment,
            https: https);

        Answer answer = await Answer.SendAsync(server, Get());

        Assert.Equal(status, answer.Status);
        Assert.Equal(https, answer.Whole.Contains("Strict-Transport-Security: max-age="));
    }

    [Fact]
    public async Task Plain_http_from_elsewhere_is_refused_even_where_loopback_is_allowed()
    {
        await using HttpServer server = await StartAsync(
            options =>
            {
                options.AllowedHosts.Add(Host);
                options.AllowPlainHttpFromLoopback = true;
            },
            environment: "Production",
            before: From("203.0.113.7"));

        Assert.Equal(HttpStatusCode.Forbidden, (await Answer.SendAsync(server, Get())).Status);
    }

    [Fact]
    public async Task The_checks_come_before_whoever_asks_who_the_caller_is()
    {
        await using HttpServer server = await StartAsync(options => options.AllowedHosts.Add(Host), app => app.MapGet("/closed", () => "").RequireAuthorization());

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/closed"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Answer.SendAsync(server, Get("/closed"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Answer.SendAsync(server, Get("/closed").With(TestCallers.Header, "sub=bob"))).Status);
    }

    [Fact]
    public async Task All_of_it_in_front_of_the_tools()
    {
        await using HttpServer server = await HttpServer.StartAsync(
            builder =>
            {
                builder.Services.AddProtectedResource(resource => resource.Resource = new Uri("https://orders.example/mcp"));
                builder.Services.AddHardenedMcpHttp(options => options.AllowedHosts.Add(Host));
            },
            app =>
            {
                app.UseHardenedMcpHttp();
                app.MapProtectedResourceMetadata();
                app.MapPost("/mcp", McpEndpoint.PostAsync).RequireAuthorization();
            },
            "Production",
            https: true);

        Assert.Equal("Bearer scope=\"orders:read\", resource_metadata=\"https://orders.example/.well-known/oauth-protected-resource/mcp\"", Assert.Single((await Answer.SendAsync(server, At(Request.Call("read_orders")))).Challenges));
        Assert.Equal(HttpStatusCode.Forbidden, (await Answer.SendAsync(server, At(Request.Call("read_orders", "sub=bob")))).Status);
        Assert.Equal(OrderTools.Entered, (await Answer.SendAsync(server, At(Request.Call("read_orders", "sub=bob; scope=orders:read")))).Text);
        Assert.Equal(HttpStatusCode.OK, (await Answer.SendAsync(server, Get("/.well-known/oauth-protected-resource/mcp"))).Status);
    }

    [Fact]
    public async Task Settings_that_nothing_enforces_stop_the_server() =>
        Assert.Contains("UseHardenedMcpHttp", (await Assert.ThrowsAsync<InvalidOperationException>(() =>
            HttpServer.StartAsync(builder => builder.Services.AddHardenedMcpHttp(), _ => { }))).Message);

    [Fact]
    public async Task Settings_that_only_a_branch_enforces_stop_the_server() =>
        Assert.Contains("not on a branch", (await Assert.ThrowsAsync<InvalidOperationException>(() => HttpServer.StartAsync(
            builder => builder.Services.AddHardenedMcpHttp(),
            app => app.Map("/other", other => other.UseHardenedMcpHttp())))).Message);

    [Fact]
    public async Task Checks_without_settings_stop_the_server() =>
        Assert.Contains("AddHardenedMcpHttp", (await Assert.ThrowsAsync<InvalidOperationException>(() =>
            HttpServer.StartAsync(_ => { }, app => app.UseHardenedMcpHttp()))).Message);

    /// <summary>The address a request comes from, as a proxy's forwarded headers would set it.</summary>
    internal static Action<WebApplication> From(string address) => app => app.Use((http, next) =>
    {
        http.Connection.RemoteIpAddress = IPAddress.Parse(http.Request.Headers["X-From"].FirstOrDefault() ?? address);
        return next(http);
    });

    private static HttpRequestMessage Get(string path = "/") => At(new HttpRequestMessage(HttpMethod.Get, path));

    private static HttpRequestMessage At(HttpRequestMessage request)
    {
        request.Headers.Host = Host;
        return request;
    }

    private static HttpRequestMessage Preflight() =>
        new HttpRequestMessage(HttpMethod.Options, "/").With("Origin", "https://app.example").With("Access-Control-Request-Method", "POST").With("Access-Control-Request-Headers", "authorization,mcp-name");

    private static Task<HttpServer> StartAsync(
        Action<HardenedHttpOptions> configure, Action<WebApplication>? endpoints = null, string environment = "Development", bool https = false, Action<WebApplication>? before = null) =>
        HttpServer.StartAsync(
            builder => builder.Services.AddHardenedMcpHttp(configure),
            app =>
            {
                before?.Invoke(app);
                app.UseHardenedMcpHttp();
                app.MapGet("/", () => "");
                endpoints?.Invoke(app);
            },
            environment,
            https);
}
