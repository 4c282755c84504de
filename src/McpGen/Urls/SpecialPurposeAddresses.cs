using System.Net;
using System.Net.Sockets;

namespace McpGen.Urls;

/// <summary>
/// The addresses that nothing public is served from: every block of the two IANA special-purpose address registries (RFC 6890), and what
/// those leave to other registries.
/// </summary>
/// <remarks>
/// The registries mark some blocks as globally reachable: anycast services and transition mechanisms, and 64:ff9b::/96, which leads to any
/// IPv4 address. An API is served from none of them, so the whole of both registries is refused.
/// </remarks>
internal static class SpecialPurposeAddresses
{
    /// <summary>The date of the newest entry of the IPv4 registry; nothing was allocated since.</summary>
    public const string NewestIPv4 = "2017-02";

    /// <summary>The date of the newest entry of the IPv6 registry.</summary>
    public const string NewestIPv6 = "2025-04";

    // An ISATAP address (RFC 5214) has this in its third quarter, whatever its network; the universal bit may be set.
    private const uint Isatap = 0x0000_5efe;
    private const uint UniversalBit = 0x0200_0000;

    /// <summary>The blocks of the IPv4 registry.</summary>
    public static readonly string[] IPv4Registry =
    [
        "0.0.0.0/8", "0.0.0.0/32", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.0.0/29", "192.0.0.8/32", "192.0.0.9/32", "192.0.0.10/32", "192.0.0.170/32", "192.0.0.171/32", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32",
    ];

    /// <summary>The blocks of the IPv6 registry.</summary>
    public static readonly string[] IPv6Registry =
    [
        "::1/128", "::/128", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001::/23", "2001::/32",
        "2001:1::1/128", "2001:1::2/128", "2001:1::3/128", "2001:2::/48", "2001:3::/32", "2001:4:112::/48", "2001:10::/28", "2001:20::/28",
        "2001:30::/28", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10",
    ];

    private static readonly string[] s_besides =
    [
        // Multicast.
        "224.0.0.0/4",

        // Public by the registry; Azure answers every virtual machine from it, with secrets of that machine.
        "168.63.129.16/32",

        // IPv4 in the low bits: compatible (::/96), mapped, translated (::ffff:0:0:0/96); and what else is reserved around them.
        "::/16",

        // Outside of 2000::/3, the one block of global unicast addresses: unassigned, site-local (fec0::/10), multicast (ff00::/8).
        "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/2", "8000::/1",
    ];

    private static readonly AddressBlock[] s_blocks = [.. ((string[])[.. IPv4Registry, .. IPv6Registry, .. s_besides]).Select(AddressBlock.Parse)];

    public static bool Contains(IPAddress address) =>
        address.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)
        || Array.Exists(s_blocks, block => block.Contains(address)) || IsIsatap(address);

    private static bool IsIsatap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return (System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) & ~UniversalBit) == Isatap;
    }
}
