using System.Text.Json.Nodes;
using McpGen.Authorization;
using McpGen.Hosting;
using McpGen.Tests.Authorization;

namespace McpGen.Tests.Hosting;

/// <summary>Whose user a private tool means, and what the options must say about it.</summary>
public sealed class AccessObjectionTests
{
    [Theory]
    [InlineData("ada", "https://a")]
    [InlineData("ada", "https://a https://b")]
    [InlineData("https://c|ada", "https://a https://b")]
    [InlineData("https://a", "https://a https://b")]
    [InlineData("https://A|ada", "https://a https://b")]
    public void A_user_without_an_issuer_that_is_accepted_stops_the_start_where_there_are_several(string user, string issuers)
    {
        string failure = FailureOf(user, options => options.Issuers.UnionWith(issuers.Split(' ')));

        Assert.Equal(
            issuers.Contains(' ')
                ? $"Tool 'only' of {typeof(AccessObjectionTests)}: [PrivateTool] names '{user}', but HardeningOptions.Issuers has more than one, so who says so must be said: write 'issuer|name'."
                : "",
            failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://a|b")]
    public void What_is_no_issuer_stops_the_start(string issuer) =>
        Assert.Contains($"HardeningOptions.Issuers has '{issuer}'", FailureOf("ada", options => options.Issuers.Add(issuer)), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\"")]
    public void A_scope_of_the_local_caller_that_is_none_stops_the_start(string scope) =>
        Assert.Contains($"HardeningOptions.LocalCaller has the scope '{scope}'", FailureOf("ada", options => options.LocalCaller.Scopes.Add(scope)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://a|ada", "https://a", true)]
    [InlineData("https://a|ada", "https://b", false)]
    [InlineData("https://a|ada", null, false)]
    [InlineData("ada", "https://a", false)]
    public async Task The_only_issuer_is_compared_too(string user, string? issuer, bool isAdmitted)
    {
        // With one issuer a user is written without it, so the name in the matrix is taken as it stands.
        await using var connection = new HttpConnection(TestServer.Stateless, harden: static options => options.Issuers.Remove("https://b"));
        string answer = await connection.AskAsync(
            connection.Request("ada/user", "tools/call", new JsonObject { ["name"] = "user" }), Callers.With([$"sub={user}", .. issuer is null ? [] : (string[])[$"iss={issuer}"]]));

        Assert.Contains(isAdmitted ? Tools.Checked : "Unknown tool", answer, StringComparison.Ordinal);
        Assert.Equal(isAdmitted ? 1 : 0, connection.Tools.EntriesOf("ada/user"));
    }

    private static string FailureOf(string user, Action<HardeningOptions> harden) => TestServer.FailureOf(builder => HardenedToolRegistration.Add(
        builder, harden, [Tools.Class(typeof(AccessObjectionTests), options => Tools.Tool("only", typeof(AccessObjectionTests), Access.Requiring(new PrivateRule(null, [user])), options))], Tools.None));
}
