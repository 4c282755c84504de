using McpGen.AspNetCore.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore.Tests;

public sealed class ApiKeyValidationTests
{
    [Fact]
    public async Task No_caller_at_all_is_a_server_that_nobody_has_a_key_of() => Assert.Equal("", await FailureOfAsync(_ => { }));

    [Theory]
    [InlineData("")]
    [InlineData("clerk-0a9d8c7b6e5f4132")]
    [InlineData("6f1b2a7d0c9e4f536f1b2a7d0c9e4f536f1b2a7d0c9e4f536f1b2a7d0c9e4f5")]
    [InlineData("gf1b2a7d0c9e4f536f1b2a7d0c9e4f536f1b2a7d0c9e4f536f1b2a7d0c9e4f53")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task What_is_no_hash_is_not_repeated(string text)
    {
        string failure = await FailureOfAsync(options => options.Callers.Add(new ApiKeyCaller { User = "bob", Keys = { new ApiKey { Sha256 = text } } }));

        Assert.Contains("ApiKeyOptions.Callers[0].Keys[0].Sha256", failure);
        Assert.True(text.Length == 0 || !failure.Contains(text));
    }

    [Fact]
    public async Task A_key_of_two_callers_is_refused_in_whatever_form() =>
        Assert.Contains("repeats a key", await FailureOfAsync(options =>
        {
            options.Callers.Add(new ApiKeyCaller { User = "bob", Keys = { new ApiKey { Sha256 = Keys.Hex(Keys.Clerk) } } });
            options.Callers.Add(new ApiKeyCaller { User = "eve", Keys = { new ApiKey { Sha256 = Keys.Base64(Keys.Clerk) } } });
        }));

    [Fact]
    public async Task A_caller_has_a_name() =>
        Assert.Contains("neither User nor Client", await FailureOfAsync(options => options.Callers.Add(new ApiKeyCaller { Keys = { new ApiKey { Sha256 = Keys.Hex(Keys.Clerk) } } })));

    [Fact]
    public async Task A_caller_has_two_keys_at_the_most() =>
        Assert.Contains("has 3 keys", await FailureOfAsync(options => options.Callers.Add(new ApiKeyCaller
        {
            User = "bob",
            Keys = { new ApiKey { Sha256 = Keys.Hex("a") }, new ApiKey { Sha256 = Keys.Hex("b") }, new ApiKey { Sha256 = Keys.Hex("c") } },
        })));

    [Theory]
    [InlineData("orders:read orders:ship")]
    [InlineData("")]
    [InlineData("orders\"read")]
    public async Task A_scope_is_one(string scope) =>
        Assert.Contains("Callers[0].Scopes", await FailureOfAsync(options => options.Callers.Add(new ApiKeyCaller { User = "bob", Scopes = { scope } })));

    [Theory]
    [InlineData("sub")]
    [InlineData("Scope")]
    [InlineData("iss")]
    public async Task A_claim_does_not_say_what_the_caller_is(string type) =>
        Assert.Contains($"the claim '{type}'", await FailureOfAsync(options => options.Callers.Add(new ApiKeyCaller { User = "bob", Claims = { [type] = "x" } })));

    [Theory]
    [InlineData("")]
    [InlineData("X Api Key")]
    [InlineData("authorization")]
    public async Task A_header_is_one_for_keys(string name) => Assert.Contains("HeaderName", await FailureOfAsync(options => options.HeaderName = name));

    [Theory]
    [InlineData(7)]
    [InlineData(513)]
    [InlineData(-1)]
    public async Task A_length_is_one_that_keys_have(int length) => Assert.Contains("MinimumKeyLength", await FailureOfAsync(options => options.MinimumKeyLength = length));

    private static async Task<string> FailureOfAsync(Action<ApiKeyOptions> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
        builder.Services.AddAuthentication().AddMcpApiKeys(configure);
        using IHost host = builder.Build();
        try
        {
            await host.StartAsync();
            return "";
        }
        catch (OptionsValidationException exception)
        {
            return exception.Message;
        }
    }
}
