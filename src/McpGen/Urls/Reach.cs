using System.Net;

namespace McpGen.Urls;

/// <summary>The addresses that a guard lets a connection go to: what is public, and the networks it names.</summary>
internal sealed class Reach
{
    private readonly AddressBlock[] _networks;

    public Reach(IEnumerable<string> networks)
    {
        string[] distinct = [.. networks.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _networks = [.. distinct.Select(AddressBlock.Parse)];
        Key = string.Join(' ', distinct);
    }

    public static Reach Public { get; } = new([]);

    /// <summary>The same for the same networks: what connections may be shared by.</summary>
    public string Key { get; }

    public bool Includes(IPAddress address) =>
        !SpecialPurposeAddresses.Contains(address) || Array.Exists(_networks, network => network.Contains(address));
}
