using McpGen.Urls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace McpGen.Tests.Urls;

public sealed class GuardedHttpClientRegistrationTests
{
    [Fact]
    public async Task A_client_without_a_name_is_a_service_and_one_with_a_name_is_its_own()
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddGuardedHttpClient()
            .AddGuardedHttpClient("pages", static options => options.MaxRedirects = 0)
            .BuildServiceProvider();

        Assert.Same(services.GetRequiredService<GuardedHttpClient>(), services.GetRequiredService<GuardedHttpClient>());
        Assert.NotSame(services.GetRequiredService<GuardedHttpClient>(), services.GetRequiredKeyedService<GuardedHttpClient>("pages"));
        Assert.Null(services.GetKeyedService<GuardedHttpClient>("other"));
    }

    // The one test that touches the machine's own network: loopback, which is refused before a connection.
    [Theory]
    [InlineData("http://localhost/")]
    [InlineData("http://127.0.0.1/")]
    public async Task What_is_registered_checks_what_the_machine_resolves(string url)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("inside");
        await using ServiceProvider services = new ServiceCollection().AddGuardedHttpClient().BuildServiceProvider();
        GuardedHttpClient client = services.GetRequiredService<GuardedHttpClient>();
        string text = url[..^1] + $":{server.Port}/";

        await Assert.ThrowsAsync<UrlRefusedException>(() => client.GetAsync(Guard().Bind(text)));
        Assert.Empty(server.Requests);
        Assert.Equal("inside", await client.GetStringAsync(Guard("127.0.0.0/8", "::1/128").Bind(text)));

        UrlGuard Guard(params string[] networks) => new("localhost", "127.0.0.1") { Schemes = ["http"], Ports = [server.Port], Networks = networks };
    }

    [Fact]
    public async Task A_client_that_is_disposed_sends_nothing()
    {
        ServiceProvider services = new ServiceCollection().AddGuardedHttpClient().BuildServiceProvider();
        GuardedHttpClient client = services.GetRequiredService<GuardedHttpClient>();
        await services.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync(new UrlGuard("a.example").Bind("https://a.example/")));
    }

    [Fact]
    public void A_limit_that_is_none_stops_the_start()
    {
        AssertStops("MaxRedirects is -1", static options => options.MaxRedirects = -1);
        AssertStops("MaxRedirects is 21", static options => options.MaxRedirects = 21);
        AssertStops("MaxResponseBytes is 0", static options => options.MaxResponseBytes = 0);
        AssertStops("MaxResponseHeaderKilobytes is 0", static options => options.MaxResponseHeaderKilobytes = 0);
        AssertStops("Timeout is 00:00:00", static options => options.Timeout = TimeSpan.Zero);
        AssertStops("Timeout is -", static options => options.Timeout = Timeout.InfiniteTimeSpan);
        AssertStops("Proxy is", static options => options.Proxy = new Uri("/proxy", UriKind.Relative));
        AssertStops("Proxy is", static options => options.Proxy = new Uri("socks5://proxy.internal:1080"));
        AssertStops("Proxy is", static options => options.Proxy = new Uri("http://user:password@proxy.internal:3128"));
    }

    private static void AssertStops(string reason, Action<GuardedHttpClientOptions> configure)
    {
        using ServiceProvider services = new ServiceCollection().AddGuardedHttpClient("pages", configure).BuildServiceProvider();

        OptionsValidationException stop = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        Assert.StartsWith($"GuardedHttpClientOptions.{reason}", stop.Message, StringComparison.Ordinal);
    }
}
