using System.Net;
using McpGen.Urls;

namespace McpGen.Tests.Urls;

/// <summary>A client over another network than the machine's, and what the assembly keeps to itself.</summary>
internal static class UrlInternals
{
    public static GuardedHttpClient Client(FakeNetwork network, Action<GuardedHttpClientOptions>? configure = null, TimeProvider? time = null)
    {
        var options = new GuardedHttpClientOptions();
        configure?.Invoke(options);
        return new GuardedHttpClient(options, time ?? TimeProvider.System, new Network(network.ResolveAsync, network.ConnectAsync));
    }

    /// <summary>Where a GET request goes after a redirect; for what the servers of the tests cannot show because they have no TLS.</summary>
    public static GuardedUri Redirect(GuardedUri from, HttpStatusCode status, string location) => new Hop(HttpMethod.Get, from, null, []).Next(status, location).Uri;

    public static GuardedUri Bind(this UrlGuard guard, string text)
    {
        Assert.Null(guard.TryBind(text, out GuardedUri? uri));
        return uri!;
    }
}
