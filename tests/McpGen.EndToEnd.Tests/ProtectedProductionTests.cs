using System.Net;
using McpGen.EndToEnd.Tests.Harness;

namespace McpGen.EndToEnd.Tests;

/// <summary>Nothing of the Protected sample's demonstration holds outside Development.</summary>
public sealed class ProtectedProductionTests(ProtectedProduction server) : IClassFixture<ProtectedProduction>
{
    public static TheoryData<string> DemonstrationKeys { get; } = [.. ProtectedProduction.DemonstrationKeys];

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(DemonstrationKeys))]
    public async Task A_demonstration_key_is_refused_even_where_its_hash_is_configured(string key) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await ProtectedAnswer.OfAsync(server.Https, ProtectedRequest.Call("list_articles").WithKey(key))).Status);

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_key_that_was_made_for_it_is_accepted() =>
        Assert.Contains("desk", (await ProtectedAnswer.OfAsync(server.Https, ProtectedRequest.Call("list_articles").WithKey(ProtectedProduction.Key))).Message.Accepted());

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task There_are_no_tokens() =>
        Assert.Equal(HttpStatusCode.NotFound, (await ProtectedAnswer.OfAsync(server.Https, new HttpRequestMessage(HttpMethod.Post, "token").WithKey(ProtectedProduction.Key))).Status);

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task Plain_http_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await ProtectedAnswer.OfAsync(server.PlainHttp, ProtectedRequest.Call("list_articles").WithKey(ProtectedProduction.Key))).Status);

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_missing_key_is_challenged_under_the_public_address() =>
        Assert.EndsWith(
            """resource_metadata="https://orders.example/.well-known/oauth-protected-resource/mcp" """.Trim(),
            (await ProtectedAnswer.OfAsync(server.Https, ProtectedRequest.Call("list_articles"))).Challenge);

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("--Http:AllowedHosts:0", "HardenedHttpOptions.AllowedHosts is empty.")]
    [InlineData("--Resource", "ProtectedResourceOptions.Resource is not set.")]
    public async Task It_does_not_start_without_being_set_up(string leftOut, string reason)
    {
        string[] settings = [.. ProtectedProduction.Settings.Chunk(2).Where(setting => setting[0] != leftOut).SelectMany(static setting => setting)];
        using ChildProcess process = ProtectedProcess.Launch("Production", [.. settings, "--urls", "https://127.0.0.1:0"]);
        string output = await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, await process.ExitAsync());
        Assert.Contains(reason, output + process.Errors);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task It_does_not_start_with_keys_as_short_as_the_demonstrations()
    {
        using ChildProcess process = ProtectedProcess.Launch("Production", [.. ProtectedProduction.Settings, "--urls", "https://127.0.0.1:0", "--ApiKeys:MinimumKeyLength", "10"]);
        string output = await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, await process.ExitAsync());
        Assert.Contains("ApiKeyOptions.MinimumKeyLength is 10.", output + process.Errors);
    }
}
