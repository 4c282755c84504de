using System.Net;
using System.Net.Http;

namespace McpGen.Urls;

/// <summary>One request of a chain of redirects.</summary>
/// <param name="Method">The method.</param>
/// <param name="Uri">Where it goes.</param>
/// <param name="Content">What it sends; in memory, so that it can be sent again.</param>
/// <param name="Headers">What the tool sets.</param>
internal sealed record Hop(HttpMethod Method, GuardedUri Uri, HttpContent? Content, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    // Which header holds a credential is the server's own affair, so what crosses an origin is listed and not what does not.
    private static readonly HashSet<string> s_harmless = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Accept-Language", "User-Agent" };

    public static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    public HttpRequestMessage ToRequest()
    {
        // HTTP/3 does not ask the connector.
        var request = new HttpRequestMessage(Method, Uri.ToUri()) { Content = Content, Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        foreach ((string name, string value) in Headers)
        {
            try
            {
                request.Headers.Add(name, value);
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
            {
                // Its message may hold the value, which may be a secret.
                throw new ArgumentException("A header is none that a request can have, or its value is none of it. What describes the body is set on the content.", "headers");
            }
        }

        return request;
    }

    /// <summary>The request that a redirect asks for.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="location">Where it leads; null where that cannot be told.</param>
    /// <exception cref="UrlRefusedException">It leads where the argument's guard does not allow.</exception>
    public Hop Next(HttpStatusCode status, string? location)
    {
        if (location is null || Uri.Guard.TryBind(Location.Resolve(Uri, location), out GuardedUri? target) is not null)
        {
            throw new UrlRefusedException($"The server redirects to a URL that is not allowed: it {Uri.Guard.Expectation}.");
        }

        if (Uri.Scheme == "https" && target!.Scheme == "http")
        {
            throw new UrlRefusedException("The server redirects from https to http, which is not followed.");
        }

        Hop next = this with { Uri = target! };
        if (status == HttpStatusCode.SeeOther ? Method != HttpMethod.Head : Method == HttpMethod.Post && status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found)
        {
            next = next with { Method = HttpMethod.Get, Content = null };
        }

        if (target!.Origin == Uri.Origin)
        {
            return next;
        }

        return next.Content is null
            ? next with { Headers = [.. Headers.Where(static header => s_harmless.Contains(header.Key))] }
            : throw new UrlRefusedException("The server redirects a request with a body to another host, scheme or port, which is not followed.");
    }
}
