using Microsoft.Extensions.Options;

namespace McpGen.Urls;

/// <summary>Stops a server whose limits are none.</summary>
internal sealed class GuardedHttpClientValidation : IValidateOptions<GuardedHttpClientOptions>
{
    public ValidateOptionsResult Validate(string? name, GuardedHttpClientOptions options)
    {
        string[] failures = [.. FailuresOf(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> FailuresOf(GuardedHttpClientOptions options)
    {
        if (options.MaxRedirects is < 0 or > 20)
        {
            yield return $"GuardedHttpClientOptions.MaxRedirects is {options.MaxRedirects}. It is from 0 to 20.";
        }

        if (options.MaxResponseBytes < 1)
        {
            yield return $"GuardedHttpClientOptions.MaxResponseBytes is {options.MaxResponseBytes}. It is 1 at least.";
        }

        if (options.MaxResponseHeaderKilobytes is < 1 or > 1024)
        {
            yield return $"GuardedHttpClientOptions.MaxResponseHeaderKilobytes is {options.MaxResponseHeaderKilobytes}. It is from 1 to 1024.";
        }

        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromDays(1))
        {
            yield return $"GuardedHttpClientOptions.Timeout is {options.Timeout}. It is more than zero and at most one day.";
        }

        if (options.Proxy is { } proxy && (!proxy.IsAbsoluteUri || proxy.Scheme != Uri.UriSchemeHttp || proxy.UserInfo.Length > 0 || proxy.PathAndQuery != "/"))
        {
            yield return "GuardedHttpClientOptions.Proxy is no address of a proxy: http, a host and a port, and nothing else.";
        }
    }
}
