namespace McpGen;

/// <summary>Says which hosts a URL may name; without it a <see cref="GuardedUri"/> argument does not build.</summary>
/// <remarks>
/// Hosts are compared in canonical form, whole label by whole label. A <see cref="GuardedUri"/> holds every connection and every redirect to the same
/// list; a <see cref="Uri"/> or a string is given the checked URL in canonical form, and whatever opens it is on its own. On a collection each item is
/// meant, on a dictionary each value.
/// </remarks>
/// <param name="hosts">
/// The hosts, one at least, as they are compared: names in lower case (<c>xn--</c> for other letters, RFC 5891), <c>*.name</c> for every name below it but
/// not itself, or IP addresses, IPv6 in brackets (RFC 5952). <c>*</c>, <c>*.com</c> and an empty list are build errors.
/// </param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AllowedHostsAttribute(params string[] hosts) : Attribute
{
    /// <summary>The hosts that are allowed.</summary>
    public IReadOnlyList<string> Hosts { get; } = hosts;

    /// <summary>The schemes that are allowed, of <c>https</c> and <c>http</c>; <c>https</c> alone by default.</summary>
    public string[] Schemes { get; set; } = ["https"];

    /// <summary>The ports that are allowed, from 1 to 65535; by default the scheme's own and no other.</summary>
    public int[] Ports { get; set; } = [];

    /// <summary>
    /// The networks, in CIDR notation (<c>10.1.0.0/16</c>), that the hosts may be in although the IANA registries call them special. None by default.
    /// They hold for connections of the guarded client.
    /// </summary>
    public string[] Networks { get; set; } = [];

    /// <summary>Whether the schema and refusals name the hosts, schemes and ports; <see langword="true"/> by default.</summary>
    public bool Reveal { get; set; } = true;
}
