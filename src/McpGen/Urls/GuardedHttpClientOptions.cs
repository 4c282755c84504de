namespace McpGen;

/// <summary>The limits of a <see cref="GuardedHttpClient"/>. Validated when the server starts.</summary>
public sealed class GuardedHttpClientOptions
{
    /// <summary>
    /// How many redirects a request follows, from 0 to 20; 5 by default. Each leads to a URL that the argument's own guard allows, or the
    /// request is refused.
    /// </summary>
    public int MaxRedirects { get; set; } = 5;

    /// <summary>The most bytes an answer may have after decompression, at least 1; 10,485,760 (10 MiB) by default.</summary>
    public int MaxResponseBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>The most kilobytes (1,024 bytes) the headers of an answer may have, from 1 to 1,024; 32 by default.</summary>
    public int MaxResponseHeaderKilobytes { get; set; } = 32;

    /// <summary>
    /// How long a request may take, redirects and the whole answer included: up to one day; 30 seconds by default.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The HTTP proxy through which every request goes, as <c>http://host:port</c>; none by default, whatever the environment says. A
    /// proxy resolves the names itself, so hosts, schemes and ports are held here and <b>addresses are not</b>: it must refuse internal ones.
    /// </summary>
    public Uri? Proxy { get; set; }
}
