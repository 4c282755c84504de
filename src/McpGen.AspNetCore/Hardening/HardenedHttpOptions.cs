namespace McpGen.AspNetCore;

/// <summary>What <see cref="HardenedHttpExtensions.UseHardenedMcpHttp"/> lets in. Validated when the server starts.</summary>
public sealed class HardenedHttpOptions
{
    /// <summary>
    /// The names a client may use for this server in the Host header: host names or IP addresses, with a port where only that one is
    /// meant, without wildcards. Compared without case. A request for another host is answered with 421 (RFC 9110 section 15.5.20), so
    /// that a name that an attacker points at this address (DNS rebinding) reaches nothing. Required outside Development; in Development
    /// an empty list means <c>localhost</c>, <c>127.0.0.1</c> and <c>[::1]</c>.
    /// </summary>
    public ISet<string> AllowedHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The origins (RFC 6454) of web pages that may call this server, such as <c>https://app.example.com</c>. A request with another
    /// Origin header is answered with 403; one without is no web page's and passes. Empty by default: no page, and no CORS header. Where
    /// there are origins, CORS is open to them: GET, POST and DELETE with any header, without cookies.
    /// </summary>
    public ISet<string> AllowedOrigins { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// The most bytes a request body may have, at least 1; 1,048,576 (1 MiB) by default. A longer one is answered with 413, whether
    /// or not its length was announced (Kestrel counts the framing of chunks too); a lower limit of the server or the endpoint stays.
    /// </summary>
    public long MaxRequestBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// How many requests an address may send within <see cref="RateLimitWindow"/>, authenticated or not, at least 1; 600 by default. An
    /// IPv6 address counts with its whole /64 network. Further ones are answered with 429 and <c>Retry-After</c>.
    /// </summary>
    public int RequestsPerAddress { get; set; } = 600;

    /// <summary>
    /// How many requests an authenticated caller, by client and user, may send within <see cref="RateLimitWindow"/> from all its
    /// addresses, at least 1; 300 by default. Further ones are answered with 429 and <c>Retry-After</c>.
    /// </summary>
    public int RequestsPerCaller { get; set; } = 300;

    /// <summary>The window of both limits, from one second to one day; one minute by default. Each window starts afresh.</summary>
    public TimeSpan RateLimitWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether a request from a loopback address needs no TLS outside Development. <see langword="false"/> by default. For a proxy on
    /// the same machine that ends TLS, and that does not say so in forwarded headers.
    /// </summary>
    public bool AllowPlainHttpFromLoopback { get; set; }
}
