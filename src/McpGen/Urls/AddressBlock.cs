using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace McpGen.Urls;

/// <summary>A block of addresses of one family. <see cref="IPNetwork"/> takes an IPv6 address that maps an IPv4 one for either, and mistakes it.</summary>
internal readonly record struct AddressBlock(AddressFamily Family, UInt128 Prefix, int Shift)
{
    /// <summary>Reads CIDR notation, which was checked.</summary>
    public static AddressBlock Parse(string cidr)
    {
        int slash = cidr.IndexOf('/', StringComparison.Ordinal);
        var address = IPAddress.Parse(cidr.AsSpan(0, slash));
        int bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        int shift = bits - int.Parse(cidr.AsSpan(slash + 1), CultureInfo.InvariantCulture);
        return new AddressBlock(address.AddressFamily, BitsOf(address) >> shift, shift);
    }

    public bool Contains(IPAddress address) => address.AddressFamily == Family && BitsOf(address) >> Shift == Prefix;

    private static UInt128 BitsOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out int length);
        return length == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
