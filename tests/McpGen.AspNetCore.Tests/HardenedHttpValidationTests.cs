using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore.Tests;

public sealed class HardenedHttpValidationTests
{
    [Fact]
    public async Task A_named_host_is_all_that_has_to_be_said() => Assert.Equal("", await FailureOfAsync(options => options.AllowedHosts.Add("orders.example")));

    [Fact]
    public async Task Outside_Development_hosts_are_named()
    {
        Assert.Contains("AllowedHosts is empty", await FailureOfAsync(options => options.AllowedHosts.Clear()));
        Assert.Equal("", await FailureOfAsync(options => options.AllowedHosts.Clear(), "Development"));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("orders.example:8443")]
    [InlineData("203.0.113.7")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[2001:db8::1]:8443")]
    public async Task A_host_may_have_a_port(string host) => Assert.Equal("", await FailureOfAsync(options => options.AllowedHosts.Add(host)));

    [Theory]
    [InlineData("*")]
    [InlineData("*.example")]
    [InlineData("")]
    [InlineData("https://orders.example")]
    [InlineData("orders.example/mcp")]
    [InlineData("orders.example:*")]
    [InlineData("2001:db8::1")]
    public async Task A_host_is_one(string host) => Assert.Contains($"AllowedHosts has '{host}'", await FailureOfAsync(options => options.AllowedHosts.Add(host)));

    [Theory]
    [InlineData("https://app.example")]
    [InlineData("http://localhost:3000")]
    public async Task An_origin_may_have_a_port(string origin) => Assert.Equal("", await FailureOfAsync(options => Named(options).AllowedOrigins.Add(origin)));

    [Theory]
    [InlineData("*")]
    [InlineData("null")]
    [InlineData("app.example")]
    [InlineData("https://*.example")]
    [InlineData("https://app.example/")]
    [InlineData("https://APP.example")]
    [InlineData("https://app.example:443")]
    [InlineData("file:///app")]
    public async Task An_origin_is_one(string origin) => Assert.Contains($"AllowedOrigins has '{origin}'", await FailureOfAsync(options => Named(options).AllowedOrigins.Add(origin)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_is_one(int limit)
    {
        Assert.Contains("MaxRequestBodyBytes", await FailureOfAsync(options => Named(options).MaxRequestBodyBytes = limit));
        Assert.Contains("RequestsPerAddress", await FailureOfAsync(options => Named(options).RequestsPerAddress = limit));
        Assert.Contains("RequestsPerCaller", await FailureOfAsync(options => Named(options).RequestsPerCaller = limit));
        Assert.Contains("RateLimitWindow", await FailureOfAsync(options => Named(options).RateLimitWindow = TimeSpan.FromDays(limit)));
    }

    [Fact]
    public async Task A_window_ends_within_a_day()
    {
        Assert.Equal("", await FailureOfAsync(options => Named(options).RateLimitWindow = TimeSpan.FromDays(1)));
        Assert.Contains("RateLimitWindow", await FailureOfAsync(options => Named(options).RateLimitWindow = TimeSpan.FromDays(1.1)));
    }

    private static HardenedHttpOptions Named(HardenedHttpOptions options)
    {
        options.AllowedHosts.Add("orders.example");
        return options;
    }

    private static async Task<string> FailureOfAsync(Action<HardenedHttpOptions> configure, string environment = "Production")
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Services.AddHardenedMcpHttp(configure);
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
