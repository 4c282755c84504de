using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore;

internal sealed class HardenedHttpValidation(IHostEnvironment environment) : IValidateOptions<HardenedHttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HardenedHttpOptions options)
    {
        string[] failures = [.. Hosts(options), .. Origins(options), .. Limits(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Hosts(HardenedHttpOptions options)
    {
        if (options.AllowedHosts.Count == 0 && !environment.IsDevelopment())
        {
            yield return "HardenedHttpOptions.AllowedHosts is empty. Name the hosts by which clients reach this server, such as tools.example.com.";
        }

        foreach (string host in options.AllowedHosts.Where(host => !IsHost(host)))
        {
            yield return $"HardenedHttpOptions.AllowedHosts has '{host}'. It must be a host name or an IP address, with or without a port; wildcards admit whoever can name a host.";
        }
    }

    private static IEnumerable<string> Origins(HardenedHttpOptions options) =>
        options.AllowedOrigins.Where(origin => !IsOrigin(origin)).Select(origin =>
            $"HardenedHttpOptions.AllowedOrigins has '{origin}'. It must be an origin as a browser sends it: http or https, a host in lower case, and a port where it is not the scheme's own.");

    private static IEnumerable<string> Limits(HardenedHttpOptions options)
    {
        if (options.MaxRequestBodyBytes < 1)
        {
            yield return $"HardenedHttpOptions.MaxRequestBodyBytes is {options.MaxRequestBodyBytes}. It is at least 1.";
        }

        if (options.RequestsPerAddress < 1)
        {
            yield return $"HardenedHttpOptions.RequestsPerAddress is {options.RequestsPerAddress}. It is at least 1.";
        }

        if (options.RequestsPerCaller < 1)
        {
            yield return $"HardenedHttpOptions.RequestsPerCaller is {options.RequestsPerCaller}. It is at least 1.";
        }

        if (options.RateLimitWindow < TimeSpan.FromSeconds(1) || options.RateLimitWindow > TimeSpan.FromDays(1))
        {
            yield return $"HardenedHttpOptions.RateLimitWindow is {options.RateLimitWindow}. It is from one second to one day.";
        }
    }

    // Through HostString, which reads the Host header too: what it cannot read back would never match.
    private static bool IsHost(string host)
    {
        var parsed = new HostString(host);
        return Uri.CheckHostName(parsed.Host) != UriHostNameType.Unknown
            && host.Equals(parsed.Port is { } port ? $"{parsed.Host}:{port}" : parsed.Host, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority) == origin
        && uri.UserInfo.Length == 0
        && !origin.Contains('*');
}
