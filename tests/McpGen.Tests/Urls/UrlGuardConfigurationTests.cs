using McpGen.Urls;

namespace McpGen.Tests.Urls;

public sealed class UrlGuardConfigurationTests
{
    [Theory]
    [InlineData("*", "allows every host")]
    [InlineData("*.com", "top-level domain")]
    [InlineData("*.", "wildcard")]
    [InlineData("*example.com", "wildcard")]
    [InlineData("a.*.example.com", "wildcard")]
    [InlineData("*.*.example.com", "wildcard")]
    [InlineData("", "no host")]
    [InlineData("API.example.com", "no host")]
    [InlineData("b\u00fccher.example", "no host")]
    [InlineData("api.example.com.", "no host")]
    [InlineData(".example.com", "no host")]
    [InlineData("*..example.com", "no host")]
    [InlineData("api.example.com:443", "no host")]
    [InlineData("https://api.example.com", "no host")]
    [InlineData("api.example.com/a", "no host")]
    [InlineData("user@example.com", "no host")]
    [InlineData("a_b.example.com", "no host")]
    [InlineData("127.1", "IPv4")]
    [InlineData("0x7f000001", "IPv4")]
    [InlineData("2130706433", "IPv4")]
    [InlineData("010.0.0.1", "IPv4")]
    [InlineData("256.0.0.1", "IPv4")]
    [InlineData("*.0.0.1", "IPv4")]
    [InlineData("::1", "no host")]
    [InlineData("[::0001]", "IPv6")]
    [InlineData("[2001:DB8::1]", "IPv6")]
    [InlineData("[fe80::1%1]", "IPv6")]
    [InlineData("[127.0.0.1]", "IPv6")]
    [InlineData("[::1", "IPv6")]
    [InlineData("*.[::1]", "IPv6")]
    public void A_host_that_is_none_is_an_error(string host, string reason) => AssertError(reason, () => new UrlGuard("api.example.com", host));

    [Theory]
    [InlineData("localhost")]
    [InlineData("*.example.com")]
    [InlineData("*.co.uk")]
    [InlineData("xn--bcher-kva.example")]
    [InlineData("10.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("[2001:db8::5efe:10.0.0.1]")]
    public void A_host_that_is_one_is_none(string host) => Assert.Equal([host], new UrlGuard(host).Hosts);

    [Fact]
    public void An_empty_list_never_means_everything()
    {
        AssertError("None is given", static () => new UrlGuard());
        AssertError("None is given", static () => new UrlGuard("example.com") { Schemes = [] });
    }

    [Theory]
    [InlineData("HTTPS")]
    [InlineData("ftp")]
    [InlineData("https:")]
    [InlineData("*")]
    public void A_scheme_is_https_or_http(string scheme) => AssertError("neither", () => new UrlGuard("example.com") { Schemes = [scheme] });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    public void A_port_is_one(int port) => AssertError("no port", () => new UrlGuard("example.com") { Ports = [port] });

    [Theory]
    [InlineData("10.1.0.0", "CIDR")]
    [InlineData("10.1.0.0/", "CIDR")]
    [InlineData("10.1.0.0/33", "CIDR")]
    [InlineData("10.1.0.0/016", "CIDR")]
    [InlineData("10.1.0.0/-1", "CIDR")]
    [InlineData("10.1/16", "CIDR")]
    [InlineData("010.1.0.0/16", "CIDR")]
    [InlineData("10.1.0.0/16/16", "CIDR")]
    [InlineData("fe80::1%1/64", "CIDR")]
    [InlineData("FD00::/8", "CIDR")]
    [InlineData("10.1.0.1/16", "bits set")]
    [InlineData("fd00::1/64", "bits set")]
    [InlineData("0.0.0.0/0", "larger")]
    [InlineData("0.0.0.0/7", "larger")]
    [InlineData("::/0", "larger")]
    public void A_network_is_one_and_an_internal_one_at_most(string network, string reason) =>
        AssertError(reason, () => new UrlGuard("example.com") { Networks = [network] });

    [Theory]
    [InlineData("10.0.0.0/8")]
    [InlineData("10.1.2.3/32")]
    [InlineData("fc00::/7")]
    [InlineData("::1/128")]
    public void An_internal_network_is_allowed(string network) => Assert.Equal([network], new UrlGuard("example.com") { Networks = [network] }.Networks);

    [Theory]
    [InlineData("10.1.0.7")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:8.8.8.8]")]
    public void A_listed_address_that_cannot_be_reached_is_objected_to(string host) =>
        Assert.Equal($"lists the address {host}, which is neither public nor in one of its networks", new UrlGuard("api.example.com", host).Objection(new HardeningOptions()));

    [Fact]
    public void What_can_be_reached_is_not_objected_to()
    {
        Assert.Null(new UrlGuard("api.example.com", "localhost", "8.8.8.8", "[2606:4700:4700::1111]").Objection(new HardeningOptions()));
        Assert.Null(new UrlGuard("10.1.0.7", "[::1]") { Networks = ["10.1.0.0/16", "::1/128"] }.Objection(new HardeningOptions()));
    }

    private static void AssertError(string reason, Func<UrlGuard> make) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
