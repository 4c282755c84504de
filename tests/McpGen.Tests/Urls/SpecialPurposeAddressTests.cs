using System.Net;
using McpGen.Urls;
using System.Text.RegularExpressions;

namespace McpGen.Tests.Urls;

public sealed partial class SpecialPurposeAddressTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.19.255.255")]
    [InlineData("224.0.0.251")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("200::1")]
    public void What_is_not_public_is_refused(string address) => Assert.True(SpecialPurposeAddresses.Contains(IPAddress.Parse(address)));

    // Whatever IPv4 address is within, also a public one.
    [Theory]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:128.0.0.1")]
    [InlineData("::8.8.8.8")]
    [InlineData("::ffff:0:8.8.8.8")]
    [InlineData("2002:808:808::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("64:ff9b:1::8.8.8.8")]
    [InlineData("2606:4700::5efe:8.8.8.8")]
    [InlineData("2606:4700::200:5efe:8.8.8.8")]
    public void IPv6_that_embeds_IPv4_is_refused_as_a_class(string address) => Assert.True(SpecialPurposeAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("172.32.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:81b::200e")]
    public void What_is_public_is_not(string address) => Assert.False(SpecialPurposeAddresses.Contains(IPAddress.Parse(address)));

    // Anycast services and transition mechanisms: reachable by the registries, and no place of an API.
    [Theory]
    [InlineData("192.0.0.9")]
    [InlineData("192.31.196.1")]
    [InlineData("192.52.193.1")]
    [InlineData("192.175.48.1")]
    [InlineData("2001:1::1")]
    [InlineData("2001:4:112::1")]
    [InlineData("2620:4f:8000::1")]
    public void What_is_reachable_but_special_is_refused_by_policy(string address) => Assert.True(SpecialPurposeAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("iana-ipv4-special-registry.csv", false)]
    [InlineData("iana-ipv6-special-registry.csv", true)]
    public void The_table_is_the_registry(string file, bool isIPv6)
    {
        string[] table = isIPv6 ? SpecialPurposeAddresses.IPv6Registry : SpecialPurposeAddresses.IPv4Registry;
        string newest = isIPv6 ? SpecialPurposeAddresses.NewestIPv6 : SpecialPurposeAddresses.NewestIPv4;
        string text = UrlCorpus.Read(file);
        string[] blocks = [.. Block().Matches(text).Select(static match => match.Value)];

        Assert.InRange(blocks.Length, 20, 100);
        Assert.Equal(blocks.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
        Assert.Equal(Allocation().Matches(text).Select(static match => match.Groups[1].Value).Max(StringComparer.Ordinal), newest);
    }

    [Fact]
    public void Every_row_of_the_corpus_holds()
    {
        // Allowed where their source is told to allow private networks; here a guard's own networks do.
        string[] allowedByName = ["172.16.1.1", "192.168.1.1"];
        (string, string Address, string Expect)[] rows = UrlCorpus.Cases("ip-classification.json", "ip", "ip");

        // What may be either is refused here.
        string[] wrong = [.. rows.Where(row => SpecialPurposeAddresses.Contains(IPAddress.Parse(row.Address)) != (row.Expect != "allow" || allowedByName.Contains(row.Address))).Select(static row => $"{row.Address} {row.Expect}")];

        Assert.Empty(wrong);
        Assert.NotEmpty(rows);
        output.WriteLine($"{rows.Length} addresses");
    }

    [GeneratedRegex(@"[0-9a-f:.]+/[0-9]+(?=[,"" ])")]
    private static partial Regex Block();

    // The first date of a row; the second is when it ended.
    [GeneratedRegex(@"(?<=,)([0-9]{4}-[0-9]{2})(?=,(?:N/A|[0-9]{4}-[0-9]{2}),)")]
    private static partial Regex Allocation();
}
