using System.Collections.Frozen;
using System.Net;
using McpGen.Validation;

namespace McpGen.Urls;

/// <summary>Which URLs an argument may name. Generated code has one for each argument with allowed hosts; it does not change.</summary>
public sealed class UrlGuard : IArgumentGuard
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _parents;
    private string? _expectation;

    /// <summary>Makes a guard.</summary>
    /// <param name="hosts">
    /// The hosts, one at least: names as they are compared (lower case, <c>xn--</c> for other letters), <c>*.name</c> with two labels or more
    /// for every name below it but not itself, or IP addresses as URLs have them, IPv6 in brackets.
    /// </param>
    /// <exception cref="ArgumentException">A host is none of these, or there is none.</exception>
    public UrlGuard(params string[] hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        Hosts = Checked([.. hosts], UrlRules.ObjectionToHost, nameof(hosts));
        _names = SetOf(Hosts.Where(static host => host[0] != '*'));
        _parents = SetOf(Hosts.Where(static host => host[0] == '*').Select(static host => host[2..]));
    }

    /// <summary>The hosts that are allowed.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>The schemes that are allowed, of <c>https</c> and <c>http</c>; <c>https</c> alone by default.</summary>
    /// <exception cref="ArgumentException">A scheme is another one, or there is none.</exception>
    public IReadOnlyList<string> Schemes
    {
        get;
        init => field = Checked([.. value], UrlRules.ObjectionToScheme, nameof(Schemes));
    } = ["https"];

    /// <summary>The ports that are allowed; empty, as by default, the scheme's own and no other.</summary>
    /// <exception cref="ArgumentException">A number is no port.</exception>
    public IReadOnlyList<int> Ports
    {
        get;
        init => field = value is [] ? [] : Checked([.. value], UrlRules.ObjectionToPort, nameof(Ports));
    } = [];

    /// <summary>
    /// The networks in CIDR notation that the hosts may be in although they are not public, such as <c>10.1.0.0/16</c>. None by default.
    /// </summary>
    /// <exception cref="ArgumentException">A text is no network, or one larger than any internal network.</exception>
    public IReadOnlyList<string> Networks
    {
        get;
        init
        {
            field = value is [] ? [] : Checked([.. value], UrlRules.ObjectionToNetwork, nameof(Networks));
            Reach = new Reach(field);
        }
    } = [];

    /// <summary>Whether a refusal says what is allowed; <see langword="true"/> by default.</summary>
    public bool Reveal { get; init; } = true;

    /// <summary>The addresses that may be connected to.</summary>
    internal Reach Reach { get; private init; } = Reach.Public;

    /// <summary>What a URL must be, as the end of a sentence. Nothing of a caller's is in it.</summary>
    internal string Expectation => _expectation ??= "must be " + (Reveal ? UrlRules.Describe(Hosts, Schemes, Ports) : UrlRules.Undescribed);

    /// <summary>Why the guard cannot mean what it says: it lists an address that is neither public nor in one of its networks.</summary>
    /// <param name="options">What the server decides; a guard of URLs needs nothing of it.</param>
    /// <returns>The reason, as the end of a sentence; null where there is none.</returns>
    public string? Objection(HardeningOptions options) =>
        Hosts.FirstOrDefault(host => IPAddress.TryParse(host, out IPAddress? address) && !Reach.Includes(address)) is { } listed
            ? $"lists the address {listed}, which is neither public nor in one of its networks"
            : null;

    /// <summary>Reads a URL and decides whether it is allowed. Nothing is resolved and nothing connected to.</summary>
    /// <param name="text">The text.</param>
    /// <param name="uri">The URL; null where it is refused.</param>
    /// <returns>Null where the URL is allowed; else what it must be.</returns>
    public string? TryBind(string text, out GuardedUri? uri)
    {
        ArgumentNullException.ThrowIfNull(text);
        uri = UrlText.TryRead(text, out UrlText url) && Allows(url) ? new GuardedUri(this, url) : null;
        return uri is null ? Expectation : null;
    }

    private bool Allows(in UrlText url) =>
        Schemes.Contains(url.Scheme)
        && (Ports.Count == 0 ? url.Port == UrlText.PortOf(url.Scheme) : Ports.Contains(url.Port))
        && AllowsHost(url.Host);

    private bool AllowsHost(ReadOnlySpan<char> host)
    {
        if (_names.Contains(host))
        {
            return true;
        }

        // Label by label, so that what a parent is found to be is a whole name.
        for (int dot; (dot = host.IndexOf('.')) >= 0;)
        {
            host = host[(dot + 1)..];
            if (_parents.Contains(host))
            {
                return true;
            }
        }

        return false;
    }

    private static T[] Checked<T>(T[] values, Func<T, string?> objection, string name)
    {
        if (values.Length == 0)
        {
            throw new ArgumentException("None is given. What is allowed is listed, never implied.", name);
        }

        foreach (T value in values)
        {
            if (value is null || objection(value) is not null)
            {
                throw new ArgumentException($"\"{value}\" {(value is null ? "is null" : objection(value))}.", name);
            }
        }

        return values;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SetOf(IEnumerable<string> names) =>
        names.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
