using System.Net;
using System.Reflection;
using McpGen.Urls;

namespace McpGen.Tests.Urls;

/// <summary>What the assembly keeps to itself: the addresses it refuses, and a client over another network than the machine's.</summary>
internal static class UrlInternals
{
    private static readonly Type s_addresses = typeof(UrlGuard).Assembly.GetType("McpGen.Urls.SpecialPurposeAddresses", throwOnError: true)!;

    public static readonly Func<IPAddress, bool> IsSpecialPurpose = s_addresses.GetMethod("Contains")!.CreateDelegate<Func<IPAddress, bool>>();

    /// <summary>What the client hands to .NET's own.</summary>
    public static readonly Func<GuardedUri, Uri> ToUri =
        typeof(GuardedUri).GetMethod("ToUri", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<GuardedUri, Uri>>();

    public static T SpecialPurpose<T>(string field) => (T)s_addresses.GetField(field)!.GetValue(null)!;

    public static GuardedHttpClient Client(FakeNetwork network, Action<GuardedHttpClientOptions>? configure = null, TimeProvider? time = null)
    {
        var options = new GuardedHttpClientOptions();
        configure?.Invoke(options);
        Type type = typeof(UrlGuard).Assembly.GetType("McpGen.Urls.Network", throwOnError: true)!;
        object seam = Activator.CreateInstance(
            type, (Func<string, CancellationToken, Task<IPAddress[]>>)network.ResolveAsync, (Func<IPAddress, int, CancellationToken, Task<Stream>>)network.ConnectAsync)!;
        return (GuardedHttpClient)Activator.CreateInstance(
            typeof(GuardedHttpClient), BindingFlags.Instance | BindingFlags.NonPublic, null, [options, time ?? TimeProvider.System, seam], null)!;
    }

    /// <summary>Where a GET request goes after a redirect; for what the servers of the tests cannot show because they have no TLS.</summary>
    public static GuardedUri Redirect(GuardedUri from, HttpStatusCode status, string location)
    {
        Type type = typeof(UrlGuard).Assembly.GetType("McpGen.Urls.Hop", throwOnError: true)!;
        object hop = Activator.CreateInstance(type, HttpMethod.Get, from, null, Array.Empty<KeyValuePair<string, string>>())!;
        object next = type.GetMethod("Next")!.Invoke(hop, BindingFlags.DoNotWrapExceptions, null, [status, location], null)!;
        return (GuardedUri)type.GetProperty("Uri")!.GetValue(next)!;
    }

    public static GuardedUri Bind(this UrlGuard guard, string text)
    {
        Assert.Null(guard.TryBind(text, out GuardedUri? uri));
        return uri!;
    }
}
