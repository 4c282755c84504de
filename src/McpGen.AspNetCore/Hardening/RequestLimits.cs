using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore;

/// <summary>How many requests are let in from an address, and for a caller.</summary>
/// <remarks>
/// Both are counted in a fixed number of partitions, found by a hash that is seeded anew in every process: memory is bounded however
/// many addresses there are, and nobody can choose with whom to share a partition. Two callers share one by chance of 1 in 65,536.
/// </remarks>
internal sealed class RequestLimits(IOptions<HardenedHttpOptions> options) : IDisposable
{
    private const int Partitions = 65_536;

    private readonly PartitionedRateLimiter<string> _addresses = Create(options.Value.RequestsPerAddress, options.Value.RateLimitWindow);
    private readonly PartitionedRateLimiter<string> _callers = Create(options.Value.RequestsPerCaller, options.Value.RateLimitWindow);

    /// <summary>Counts a request of its address; false, and the answer is given, when it is one too many.</summary>
    public ValueTask<bool> AdmitAddressAsync(HttpContext http) => AdmitAsync(_addresses, NetworkOf(http.Connection.RemoteIpAddress), http);

    /// <summary>Counts a request of its authenticated caller; false, and the answer is given, when it is one too many.</summary>
    public ValueTask<bool> AdmitCallerAsync(HttpContext http) => CallerOf(http.User) is { } caller ? AdmitAsync(_callers, caller, http) : new(true);

    public void Dispose()
    {
        _addresses.Dispose();
        _callers.Dispose();
    }

    private static PartitionedRateLimiter<string> Create(int requests, TimeSpan window)
    {
        var limit = new FixedWindowRateLimiterOptions { PermitLimit = requests, Window = window, QueueLimit = 0 };
        return PartitionedRateLimiter.Create<string, int>(key =>
            RateLimitPartition.GetFixedWindowLimiter((int)((uint)string.GetHashCode(key, StringComparison.Ordinal) % Partitions), _ => limit));
    }

    private static async ValueTask<bool> AdmitAsync(PartitionedRateLimiter<string> limiter, string key, HttpContext http)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return true;
        }

        TimeSpan wait = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan known) ? known : TimeSpan.FromSeconds(1);
        http.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await http.RefuseAsync(StatusCodes.Status429TooManyRequests, "Too many requests; Retry-After says when to come back.").ConfigureAwait(false);
        return false;
    }

    // Whoever has one IPv6 address has its /64.
    private static string NetworkOf(IPAddress? address) =>
        address switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            _ => address.ToString(),
        };

    private static string? CallerOf(ClaimsPrincipal user)
    {
        ClaimsIdentity? identity = user.Identities.FirstOrDefault(identity => identity.IsAuthenticated);
        return identity is null
            ? null
            : $"{identity.AuthenticationType}\n{Value("iss")}\n{Value("client_id") ?? Value("azp")}\n{Value("sub") ?? Value(ClaimTypes.NameIdentifier) ?? identity.Name}";

        string? Value(string type) => identity!.FindFirst(type)?.Value;
    }
}
