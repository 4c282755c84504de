using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using McpGen.Urls;

namespace McpGen;

/// <summary>
/// A URL that an argument's guard allows. It converts to neither <see cref="string"/> nor <see cref="Uri"/>, so it cannot reach a client
/// that resolves and follows on its own; only a <see cref="GuardedHttpClient"/> takes it.
/// </summary>
[JsonConverter(typeof(GuardedUriConverter))]
public sealed class GuardedUri
{
    private readonly UrlText _url;

    internal GuardedUri(UrlGuard guard, UrlText url)
    {
        Guard = guard;
        _url = url;
    }

    /// <summary>The scheme: <c>https</c> or <c>http</c>.</summary>
    public string Scheme => _url.Scheme;

    /// <summary>The host in canonical form: lower case, ASCII, without a trailing dot; an IPv6 address in brackets.</summary>
    public string Host => _url.Host;

    /// <summary>The port, also where it is the scheme's own.</summary>
    public int Port => _url.Port;

    /// <summary>Where the URL leads, for a log: scheme, host and port, and not as a URL. Path and query often hold secrets.</summary>
    /// <returns>For example <c>https api.example.com 443</c>.</returns>
    public override string ToString() => $"{Scheme} {Host} {Port}";

    /// <summary>The guard that holds every redirect too.</summary>
    internal UrlGuard Guard { get; }

    /// <summary>The path and the query as they were checked.</summary>
    internal string PathAndQuery => _url.PathAndQuery;

    /// <summary>Scheme, host and port: what a credential is meant for.</summary>
    internal string Origin => $"{Scheme}://{Host}{(Port == UrlText.PortOf(Scheme) ? "" : $":{Port}")}";

    /// <summary>The URL put together from its checked parts.</summary>
    internal string Text => Origin + PathAndQuery;

    /// <summary>What .NET's own client takes; refused if that read another host out of it than the guard did.</summary>
    internal Uri ToUri() => TryGetUri(out Uri? uri) ? uri : throw new UrlRefusedException($"The URL {Guard.Expectation}.");

    /// <summary>The URL as .NET reads it; false if that reads another host out of it than the guard did.</summary>
    internal bool TryGetUri([NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(Text, UriKind.Absolute, out uri) && uri.Scheme == Scheme && uri.Port == Port && uri.UserInfo.Length == 0
        && uri.Host == Host && uri.IdnHost == Host.Trim('[', ']');
}
