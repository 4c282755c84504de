using McpGen.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.AspNetCore.Tests;

public sealed class RequestLimitTests
{
    [Fact]
    public async Task An_address_that_asks_too_often_is_told_when_to_come_back()
    {
        await using HttpServer server = await StartAsync(address: 3, caller: 100);

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.7"));
        }

        Answer answer = await Answer.SendAsync(server, From("203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        int seconds = int.Parse(answer.Whole.Split('\n').Single(line => line.StartsWith("Retry-After: ", StringComparison.Ordinal))["Retry-After: ".Length..]);
        Assert.InRange(seconds, 1, 3600);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.8"));
    }

    [Fact]
    public async Task An_address_counts_whether_or_not_it_is_authenticated()
    {
        await using HttpServer server = await StartAsync(address: 2, caller: 100);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.7", "sub=bob"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.7", "sub=eve"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(server, "203.0.113.7", "sub=mallory"));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", HttpStatusCode.TooManyRequests)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", HttpStatusCode.OK)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", HttpStatusCode.TooManyRequests)]
    [InlineData("::ffff:203.0.113.7", "::ffff:203.0.113.8", HttpStatusCode.OK)]
    public async Task An_IPv6_address_is_its_network_and_a_mapped_one_is_itself(string first, string second, HttpStatusCode status)
    {
        await using HttpServer server = await StartAsync(address: 1, caller: 100);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, first));
        Assert.Equal(status, await AskAsync(server, second));
    }

    [Fact]
    public async Task A_caller_counts_from_all_its_addresses()
    {
        await using HttpServer server = await StartAsync(address: 100, caller: 2);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.1", "sub=bob"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.2", "sub=bob"));
        Answer answer = await Answer.SendAsync(server, From("203.0.113.3", "sub=bob"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Contains("\nRetry-After: ", answer.Whole);
    }

    [Theory]
    [InlineData("sub=eve")]
    [InlineData("sub=bob; client_id=till")]
    [InlineData("client_id=bob")]
    public async Task Another_user_or_client_is_another_caller(string other)
    {
        await using HttpServer server = await StartAsync(address: 100, caller: 1);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.1", "sub=bob"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.1", other));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(server, "203.0.113.1", other));
    }

    [Fact]
    public async Task Anonymous_callers_count_by_address_alone()
    {
        await using HttpServer server = await StartAsync(address: 100, caller: 1);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.1"));
    }

    [Fact]
    public async Task Guessing_keys_is_limited_before_a_key_is_looked_at()
    {
        await using HttpServer server = await StartAsync(address: 2, caller: 100, builder =>
            builder.Services.AddAuthentication(ApiKeyDefaults.AuthenticationScheme).AddMcpApiKeys(_ => { }));

        for (int i = 0; i < 5; i++)
        {
            await Answer.SendAsync(server, From("203.0.113.7").With("X-Api-Key", $"a-key-nobody-was-given-{i}"));
        }

        Assert.Equal(2, server.Log.Warnings.Count(line => line.StartsWith("An API key from 203.0.113.7", StringComparison.Ordinal)));
    }

    private static async Task<HttpStatusCode> AskAsync(HttpServer server, string address, string? caller = null) =>
        (await Answer.SendAsync(server, From(address, caller))).Status;

    private static HttpRequestMessage From(string address, string? caller = null)
    {
        HttpRequestMessage request = new HttpRequestMessage(HttpMethod.Get, "/").With("X-From", address);
        return caller is null ? request : request.With(TestCallers.Header, caller);
    }

    // The windows are far longer than a test: what is refused stays refused.
    private static Task<HttpServer> StartAsync(int address, int caller, Action<WebApplicationBuilder>? services = null) =>
        HttpServer.StartAsync(
            builder =>
            {
                builder.Services.AddHardenedMcpHttp(options =>
                {
                    options.RequestsPerAddress = address;
                    options.RequestsPerCaller = caller;
                    options.RateLimitWindow = TimeSpan.FromHours(1);
                });
                services?.Invoke(builder);
            },
            app =>
            {
                HardenedHttpTests.From("203.0.113.99")(app);
                app.UseHardenedMcpHttp();
                app.MapGet("/", () => "");
            },
            options: options => options.Issuers.Add("Test"));
}
