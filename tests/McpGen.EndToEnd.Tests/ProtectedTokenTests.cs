using System.Net;
using System.Text.Json;
using McpGen.EndToEnd.Tests.Harness;

namespace McpGen.EndToEnd.Tests;

/// <summary>The opaque bearer tokens of the Protected sample.</summary>
public sealed class ProtectedTokenTests(ProtectedServer server) : IClassFixture<ProtectedServer>
{
    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("demo-reader")]
    [InlineData("demo-clerk")]
    [InlineData("demo-admin")]
    public async Task A_token_does_what_its_key_does(string key)
    {
        string token = await server.TokenAsync(key);

        foreach (string tool in new[] { "list_articles", "place_order", "ship_order", "count_entries", "rotate_ledger" })
        {
            await server.CallAsync("demo-admin", "rotate_ledger");
            ProtectedAnswer withKey = await server.CallAsync(key, tool);
            ProtectedAnswer withToken = await server.SendAsync(ProtectedRequest.Call(tool).WithToken(token));
            Assert.Equal(withKey.Everything, withToken.Everything);
        }
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_token_reaches_its_own_tenant_alone()
    {
        string token = await server.TokenAsync("demo-fabrikam");

        Assert.Contains("chair", (await ListAsync("fabrikam")).Message.Accepted());
        Assert.Equal("Access to list_orders is denied for these arguments.", (await ListAsync("contoso")).Message.Refused());

        Task<ProtectedAnswer> ListAsync(string tenant) => server.SendAsync(ProtectedRequest.Call("list_orders", $$"""{"tenant":"{{tenant}}"}""").WithToken(token));
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_token_is_given_for_a_key_and_nothing_else()
    {
        string token = await server.TokenAsync("demo-admin");

        Assert.Equal(HttpStatusCode.Unauthorized, (await TokenAsync(static request => request)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TokenAsync(static request => request.WithKey("demo-nobody"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TokenAsync(request => request.WithToken(token))).Status);
        ProtectedAnswer given = await TokenAsync(static request => request.WithKey("demo-admin"));
        Assert.Equal("no-store", given.Headers["Cache-Control"]);
        Assert.Equal(900, JsonElement.Parse(given.Body).GetProperty("expiresIn").GetInt32());

        Task<ProtectedAnswer> TokenAsync(Func<HttpRequestMessage, HttpRequestMessage> with) => server.SendAsync(with(new HttpRequestMessage(HttpMethod.Post, "token")));
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task Where_a_token_is_sent_a_key_beside_it_counts_for_nothing()
    {
        ProtectedAnswer refused = await server.SendAsync(ProtectedRequest.Call("list_articles").WithToken("nonsense").WithKey("demo-admin"));
        ProtectedAnswer asReader = await server.SendAsync(ProtectedRequest.Call("place_order").WithToken(await server.TokenAsync("demo-reader")).WithKey("demo-admin"));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Equal(HttpStatusCode.Forbidden, asReader.Status);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_token_that_was_changed_or_is_none_is_refused_with_a_challenge()
    {
        string token = await server.TokenAsync("demo-admin");
        ProtectedAnswer given = await server.SendAsync(new HttpRequestMessage(HttpMethod.Post, "token").WithKey("demo-admin"));
        string refresh = JsonElement.Parse(given.Body).GetProperty("refreshToken").GetString()!;

        foreach (string wrong in new[] { $"{token[..^8]}AAAAAAAA", refresh, "nonsense" })
        {
            ProtectedAnswer answer = await server.SendAsync(ProtectedRequest.Call("list_articles").WithToken(wrong));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Contains("""resource_metadata="http://127.0.0.1:5005/.well-known/oauth-protected-resource/mcp" """.Trim(), answer.Challenge);
        }
    }
}
