using System.Net;
using System.Text.Json;
using McpGen.EndToEnd.Tests.Harness;

namespace McpGen.EndToEnd.Tests;

/// <summary>What the Protected sample lets in at all, and what it tells clients about getting in.</summary>
public sealed class ProtectedHttpTests(ProtectedServer server) : IClassFixture<ProtectedServer>
{
    private const string Metadata = """resource_metadata="http://127.0.0.1:5005/.well-known/oauth-protected-resource/mcp" """;

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("list_orders", """Bearer scope="orders:read", """)]
    [InlineData("place_order", """Bearer scope="orders:write orders:read", """)]
    [InlineData("list_articles", "Bearer ")]
    public async Task Without_a_key_there_is_a_challenge(string tool, string challenge)
    {
        foreach (string version in Protocol.All)
        {
            ProtectedAnswer answer = await server.CallAsync(key: null, tool, "{}", version);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal($"ApiKey header=\"X-Api-Key\"\n{challenge}{Metadata}".Trim(), answer.Challenge);
            Assert.Empty(answer.Body);
        }
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task Nothing_of_the_endpoint_is_there_for_a_caller_without_a_key()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(ProtectedRequest.List())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(ProtectedRequest.WithBody("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"""))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(ProtectedRequest.WithBody("nonsense"))).Status);
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("demo-admin-key")]
    [InlineData("DEMO-ADMIN")]
    [InlineData("demo-admi")]
    [InlineData("demo-admin ,")]
    [InlineData("")]
    public async Task A_key_that_is_not_known_is_refused(string key) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.CallAsync(key, "list_articles")).Status);

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_refused_key_is_logged_by_its_address_and_no_key_ever()
    {
        using ProtectedProcess logging = await ProtectedProcess.StartAsync("Development", "--urls", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = Assert.Single(logging.Addresses) };
        await ProtectedAnswer.OfAsync(http, ProtectedRequest.Call("list_articles").WithKey("demo-unknown"));
        await ProtectedAnswer.OfAsync(http, ProtectedRequest.Call("list_articles").WithKey("demo-reader"));

        string log = await logging.LogWithAsync("\"list_articles\" completed");

        Assert.Contains("An API key from 127.0.0.1 was refused", log);
        Assert.DoesNotContain("demo-", log);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task Two_keys_in_one_request_are_none() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(ProtectedRequest.Call("list_articles").WithKey("demo-reader").WithKey("demo-admin"))).Status);

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData(".well-known/oauth-protected-resource")]
    [InlineData(".well-known/oauth-protected-resource/mcp")]
    public async Task The_metadata_names_the_scopes_of_the_tools_and_nothing_of_a_private_one(string path)
    {
        ProtectedAnswer answer = await server.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        JsonElement document = JsonElement.Parse(answer.Body);
        Assert.Equal("http://127.0.0.1:5005/mcp", document.GetProperty("resource").GetString());
        Assert.Equal(["orders:read", "orders:refund", "orders:write"], document.GetProperty("scopes_supported").EnumerateArray().Select(static scope => scope.GetString()));
        Assert.DoesNotContain("ledger", answer.Body);
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("0.0.0.0")]
    public async Task Another_host_is_refused(string host)
    {
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await server.SendAsync(ProtectedRequest.Call("list_articles").WithKey("demo-admin").With("Host", host))).Status);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await server.SendAsync(new HttpRequestMessage(HttpMethod.Post, "token").WithKey("demo-admin").With("Host", host))).Status);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_web_page_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(ProtectedRequest.Call("list_articles").WithKey("demo-admin").With("Origin", "https://evil.example"))).Status);

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task Only_posted_json_is_read()
    {
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await server.SendAsync(new HttpRequestMessage(HttpMethod.Get, "mcp").WithKey("demo-admin"))).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await server.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "mcp").WithKey("demo-admin"))).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await server.SendAsync(ProtectedRequest.WithBody("{}", "text/plain").WithKey("demo-admin"))).Status);
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"\ud800"}""")]
    public async Task What_is_no_message_is_refused_and_the_server_goes_on(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await server.SendAsync(ProtectedRequest.WithBody(body).WithKey("demo-admin"))).Status);
        (await server.CallAsync("demo-admin", "list_articles")).Message.Accepted();
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_header_that_contradicts_the_body_is_refused()
    {
        HttpRequestMessage request = ProtectedRequest.Call("place_order", version: Protocol.WithHandshake).WithKey("demo-reader").With("Mcp-Method", "tools/call").With("Mcp-Name", "list_articles");

        Assert.Equal(HttpStatusCode.BadRequest, (await server.SendAsync(request)).Status);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_body_beyond_a_mebibyte_is_refused()
    {
        // The answer comes before the body is sent; else the connection may be closed while it still is.
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = server.Http.BaseAddress };
        HttpRequestMessage request = ProtectedRequest.Call("list_articles", $$"""{"a":"{{new string('a', 1024 * 1024)}}"}""").WithKey("demo-admin").With("Expect", "100-continue");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ProtectedAnswer.OfAsync(patient, request)).Status);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_body_too_long_to_look_ahead_is_decided_by_the_wrapper()
    {
        string arguments = $$"""{"tenant":"contoso","article":"{{new string('a', 100_000)}}","quantity":1}""";

        Assert.Equal(
            """Access to place_order is denied: the call needs the scopes "orders:write", "orders:read".""", (await server.CallAsync("demo-reader", "place_order", arguments, "2025-11-25")).Message.Refused());

        // Where headers say which tool it is, the body is read as far as it could be accepted.
        Assert.Equal(HttpStatusCode.Forbidden, (await server.CallAsync("demo-reader", "place_order", arguments)).Status);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_caller_with_too_many_requests_is_told_when_to_come_back()
    {
        using ProtectedProcess limited = await ProtectedProcess.StartAsync("Development", "--urls", "http://127.0.0.1:0", "--Http:RequestsPerCaller", "2", "--Http:RateLimitWindow", "01:00:00");
        using var http = new HttpClient { BaseAddress = Assert.Single(limited.Addresses) };

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("demo-clerk"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("demo-clerk-next"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync("demo-clerk"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("demo-reader"));

        async Task<HttpStatusCode> StatusAsync(string key)
        {
            ProtectedAnswer answer = await ProtectedAnswer.OfAsync(http, ProtectedRequest.Call("list_articles").WithKey(key));
            Assert.Equal(answer.Status == HttpStatusCode.TooManyRequests, answer.Headers.ContainsKey("Retry-After"));
            return answer.Status;
        }
    }
}
