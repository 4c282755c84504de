using McpGen.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore.Tests;

/// <summary>A tool that is private to a user, where two schemes could each name one so.</summary>
public sealed class IssuerValidationTests
{
    [Fact]
    public async Task Two_schemes_and_no_issuer_stop_the_server()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(two => two.AddMcpApiKeys(_ => { })));

        Assert.Contains("Tool 'purge' is private to some clients or users", exception.Message);
        Assert.Contains("('Test', 'ApiKey')", exception.Message);
        Assert.Contains("HardeningOptions.Issuers", exception.Message);
    }

    [Fact]
    public async Task One_scheme_is_one_issuer() => await (await StartAsync(_ => { })).DisposeAsync();

    [Fact]
    public async Task A_scheme_that_only_forwards_is_none() =>
        await (await StartAsync(two => two.AddPolicyScheme("Either", null, policy => policy.ForwardDefault = "Test"))).DisposeAsync();

    [Fact]
    public async Task Issuers_that_are_named_are_told_apart() =>
        await (await StartAsync(two => two.AddMcpApiKeys(_ => { }), options => options.Issuers.Add("Test"))).DisposeAsync();

    private static Task<HttpServer> StartAsync(Action<AuthenticationBuilder> schemes, Action<HardeningOptions>? options = null) =>
        HttpServer.StartAsync(
            builder =>
            {
                builder.Services.AddHardenedMcpHttp();
                schemes(builder.Services.AddAuthentication());
            },
            app => app.UseHardenedMcpHttp(),
            options: options);
}
