using System.Net;
using McpGen.Urls;
using static McpGen.Tests.Urls.UrlInternals;

namespace McpGen.Tests.Urls;

/// <summary>Which addresses a guarded client connects to.</summary>
public sealed class AddressTests
{
    private const string Public = "203.0.114.1";

    private static readonly UrlGuard s_guard = new("api.example.com", "*.example.net") { Schemes = ["http"] };
    private static readonly UrlGuard s_internal = new("api.example.com") { Schemes = ["http"], Networks = ["10.1.0.0/16"] };

    [Fact]
    public async Task The_address_that_was_checked_is_the_one_connected_to()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("hello");
        FakeNetwork network = new FakeNetwork().Name("api.example.com", Public).Server(Public, server);
        using GuardedHttpClient client = Client(network);

        Assert.Equal("hello", await client.GetStringAsync(s_guard.Bind("http://API.example.com./a/\u00fc?b=%41|")));
        Assert.Equal(["api.example.com"], network.Resolved);
        Assert.Equal([$"{Public} 80"], network.Connected);
        Assert.Equal(["GET api.example.com /a/%C3%BC?b=A%7C"], server.Requests);
    }

    [Fact]
    public async Task A_name_that_is_rebound_between_check_and_use_gains_nothing()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("public");
        await using LoopbackServer inside = await LoopbackServer.StartAsync("private");
        FakeNetwork network = new FakeNetwork().Rebinding("api.example.com", Public, "127.0.0.1").Server(Public, server).Server("127.0.0.1", inside);
        using GuardedHttpClient client = Client(network);

        Assert.Equal("public", await client.GetStringAsync(s_guard.Bind("http://api.example.com/")));
        Assert.Single(network.Resolved);

        // A new connection asks again, and is refused.
        using GuardedHttpClient other = Client(network);
        await AssertNotReachableAsync(other, s_guard.Bind("http://api.example.com/"));
        Assert.Equal([$"{Public} 80"], network.Connected);
        Assert.Empty(inside.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:203.0.114.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("fe80::1%1")]
    public async Task A_name_that_resolves_inside_is_refused_before_a_connection(string address)
    {
        FakeNetwork network = new FakeNetwork().Name("a.example.net", address);
        using GuardedHttpClient client = Client(network);

        await AssertNotReachableAsync(client, s_guard.Bind("http://a.example.net/"));
        Assert.Empty(network.Connected);
    }

    [Theory]
    [InlineData(Public, "127.0.0.1")]
    [InlineData("127.0.0.1", Public)]
    [InlineData(Public, "::ffff:127.0.0.1")]
    public async Task One_private_address_among_public_ones_refuses_them_all(string first, string second)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("hello");
        FakeNetwork network = new FakeNetwork().Name("api.example.com", first, second).Server(Public, server);
        using GuardedHttpClient client = Client(network);

        await AssertNotReachableAsync(client, s_guard.Bind("http://api.example.com/"));
        Assert.Empty(network.Connected);
    }

    [Fact]
    public async Task Of_several_public_addresses_the_next_one_answers()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("hello");
        FakeNetwork network = new FakeNetwork().Name("api.example.com", "2606:4700::1", Public).Server(Public, server);
        using GuardedHttpClient client = Client(network);

        Assert.Equal("hello", await client.GetStringAsync(s_guard.Bind("http://api.example.com/")));
        Assert.Equal(["2606:4700::1 80", $"{Public} 80"], network.Connected);
    }

    [Fact]
    public async Task A_listed_address_is_held_to_the_same()
    {
        var guard = new UrlGuard("127.0.0.1", "[::1]") { Schemes = ["http"] };
        var network = new FakeNetwork();
        using GuardedHttpClient client = Client(network);

        await AssertNotReachableAsync(client, guard.Bind("http://127.0.0.1/"));
        await AssertNotReachableAsync(client, guard.Bind("http://[::1]/"));
        Assert.Empty(network.Connected);
        Assert.Empty(network.Resolved);
    }

    [Theory]
    [InlineData("172.16.0.0/12", "172.16.1.1")]
    [InlineData("192.168.0.0/16", "192.168.1.1")]
    [InlineData("127.0.0.0/8", "127.0.0.1")]
    [InlineData("fd00::/8", "fd00::1")]
    public async Task A_network_that_is_named_is_reached(string named, string address)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("inside");
        var guard = new UrlGuard("api.example.com") { Schemes = ["http"], Networks = [named] };
        using GuardedHttpClient client = Client(new FakeNetwork().Name("api.example.com", address).Server(address, server));

        Assert.Equal("inside", await client.GetStringAsync(guard.Bind("http://api.example.com/")));
    }

    [Theory]
    [InlineData("10.2.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("::ffff:10.1.0.1")]
    [InlineData("64:ff9b::10.1.0.1")]
    public async Task A_network_that_is_named_opens_no_other(string address)
    {
        FakeNetwork network = new FakeNetwork().Name("api.example.com", address);
        using GuardedHttpClient client = Client(network);

        await AssertNotReachableAsync(client, s_internal.Bind("http://api.example.com/"));
        Assert.Empty(network.Connected);
    }

    [Fact]
    public async Task A_connection_of_one_guard_is_not_used_for_another_with_fewer_networks()
    {
        await using LoopbackServer inside = await LoopbackServer.StartAsync("inside");
        FakeNetwork network = new FakeNetwork().Name("api.example.com", "10.1.0.1").Server("10.1.0.1", inside);
        using GuardedHttpClient client = Client(network);

        // Twice over one connection: it is in the pool.
        Assert.Equal("inside", await client.GetStringAsync(s_internal.Bind("http://api.example.com/")));
        Assert.Equal("inside", await client.GetStringAsync(s_internal.Bind("http://api.example.com/")));
        Assert.Single(network.Connected);

        await AssertNotReachableAsync(client, s_guard.Bind("http://api.example.com/"));
        Assert.Equal(2, inside.Requests.Count);
    }

    [Fact]
    public async Task Guards_with_the_same_networks_share_connections()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("hello");
        FakeNetwork network = new FakeNetwork().Name("api.example.com", Public).Server(Public, server);
        using GuardedHttpClient client = Client(network);
        UrlGuard[] guards =
        [
            new("api.example.com") { Schemes = ["http"], Networks = ["10.1.0.0/16", "fd00::/8"] },
            new("*.example.com") { Schemes = ["http"], Networks = ["fd00::/8", "10.1.0.0/16"] },
        ];

        foreach (UrlGuard guard in guards)
        {
            await client.GetAsync(guard.Bind("http://api.example.com/"));
        }

        Assert.Single(network.Connected);
    }

    [Fact]
    public async Task Guards_of_any_number_of_networks_are_served()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("hello");
        FakeNetwork network = new FakeNetwork().Name("api.example.com", Public).Server(Public, server);
        using GuardedHttpClient client = Client(network);

        for (int number = 0; number < 130; number++)
        {
            var guard = new UrlGuard("api.example.com") { Schemes = ["http"], Networks = [$"10.{number}.0.0/16"] };
            Assert.Equal("hello", await client.GetStringAsync(guard.Bind("http://api.example.com/")));
        }
    }

    [Fact]
    public async Task A_name_without_an_address_is_an_error_of_the_network()
    {
        using GuardedHttpClient client = Client(new FakeNetwork().Name("api.example.com"));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(s_guard.Bind("http://api.example.com/")));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(s_guard.Bind("http://a.example.net/")));
    }

    [Fact]
    public async Task A_proxy_that_is_configured_gets_every_request_and_resolves_itself()
    {
        await using LoopbackServer proxy = await LoopbackServer.StartAsync("by proxy");
        FakeNetwork network = new FakeNetwork().Name("proxy.internal", "10.9.9.9").Server("10.9.9.9", proxy);
        using GuardedHttpClient client = Client(network, static options => options.Proxy = new Uri("http://proxy.internal:3128"));

        Assert.Equal("by proxy", await client.GetStringAsync(s_guard.Bind("http://api.example.com/a")));
        Assert.Equal(["proxy.internal"], network.Resolved);
        Assert.Equal(["10.9.9.9 3128"], network.Connected);
        Assert.Equal(["GET api.example.com http://api.example.com/a"], proxy.Requests);
    }

    private static async Task AssertNotReachableAsync(GuardedHttpClient client, GuardedUri uri)
    {
        UrlRefusedException refusal = await Assert.ThrowsAsync<UrlRefusedException>(() => client.GetAsync(uri));
        Assert.Equal("The URL's host has an address that is neither public nor in a network that the tool allows.", refusal.Message);
    }
}
