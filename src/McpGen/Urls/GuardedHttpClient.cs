using System.Globalization;
using System.Net.Http;
using McpGen.Urls;

namespace McpGen;

/// <summary>
/// An HTTP client for URLs that a caller names. It connects to no address that is neither public nor in a network that the argument
/// allows, holds every redirect to the argument's own hosts, schemes and ports, and takes answers of bounded size and time only. What it
/// refuses is a <see cref="UrlRefusedException"/>. Registered with <see cref="GuardedHttpClientExtensions.AddGuardedHttpClient"/>.
/// </summary>
public sealed class GuardedHttpClient : IDisposable
{
    private static readonly HashSet<string> s_reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect",
    };

    private readonly GuardedHttpClientOptions _options;
    private readonly TimeProvider _time;
    private readonly HandlerPool _pool;

    internal GuardedHttpClient(GuardedHttpClientOptions options, TimeProvider time, Network network)
    {
        _options = options;
        _time = time;
        _pool = new HandlerPool(options, network);
    }

    /// <summary>Sends a GET request.</summary>
    /// <param name="uri">The URL.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<GuardedHttpResponse> GetAsync(GuardedUri uri, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Get, uri, cancellationToken: cancellationToken);

    /// <summary>Sends a GET request and reads the answer as text.</summary>
    /// <param name="uri">The URL.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="HttpRequestException">The answer is no success.</exception>
    public async Task<string> GetStringAsync(GuardedUri uri, CancellationToken cancellationToken = default) =>
        (await GetAsync(uri, cancellationToken).ConfigureAwait(false)).EnsureSuccess().ReadText();

    /// <summary>Sends a GET request and reads the answer as bytes.</summary>
    /// <param name="uri">The URL.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="HttpRequestException">The answer is no success.</exception>
    public async Task<byte[]> GetBytesAsync(GuardedUri uri, CancellationToken cancellationToken = default) =>
        (await GetAsync(uri, cancellationToken).ConfigureAwait(false)).EnsureSuccess().Content.ToArray();

    /// <summary>
    /// Sends a request. Redirects are followed as browsers do; to another host, scheme or port only without a body and without any of the
    /// headers given, but <c>Accept</c>, <c>Accept-Language</c> and <c>User-Agent</c>.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="uri">The URL.</param>
    /// <param name="content">What to send; it is read into memory and stays the caller's.</param>
    /// <param name="headers">Headers of the request; none that the connection or the host depends on.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="UrlRefusedException">The URL leads where it may not, or the answer goes beyond a limit.</exception>
    /// <exception cref="HttpRequestException">The network or the server failed.</exception>
    public async Task<GuardedHttpResponse> SendAsync(
        HttpMethod method, GuardedUri uri, HttpContent? content = null, IEnumerable<KeyValuePair<string, string>>? headers = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(uri);
        KeyValuePair<string, string>[] set = [.. headers ?? []];
        if (Array.Find(set, static header => s_reserved.Contains(header.Key)).Key is { } reserved)
        {
            throw new ArgumentException($"The header {reserved} is the client's own.", nameof(headers));
        }

        using var time = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            if (content is not null)
            {
                await content.LoadIntoBufferAsync(either.Token).ConfigureAwait(false);
            }

            return await FollowAsync(new Hop(method, uri, content, set), either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new UrlRefusedException(string.Create(CultureInfo.InvariantCulture, $"The server did not answer within {_options.Timeout.TotalSeconds:0.###} seconds."));
        }
        catch (HttpRequestException exception) when (exception.InnerException is UrlRefusedException refusal)
        {
            // What the connector refuses comes wrapped, with the host in the message.
            throw new UrlRefusedException(refusal.Message);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new UrlRefusedException($"The headers of the server's answer are larger than {_options.MaxResponseHeaderKilobytes} KB.");
        }
    }

    /// <summary>Closes the connections; called by the application's services.</summary>
    public void Dispose() => _pool.Dispose();

    private async Task<GuardedHttpResponse> FollowAsync(Hop hop, CancellationToken cancellationToken)
    {
        for (int redirects = 0; ; redirects++)
        {
            HttpRequestMessage request = hop.ToRequest();
            using HttpResponseMessage response = await _pool.For(hop.Uri.Guard.Reach).SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!Hop.IsRedirect(response.StatusCode) || !response.Headers.NonValidated.TryGetValues("Location", out var locations))
            {
                return new GuardedHttpResponse(response, hop.Uri, await BoundedBody.ReadAsync(response.Content, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false));
            }

            if (redirects == _options.MaxRedirects)
            {
                throw new UrlRefusedException($"The server redirects more than {_options.MaxRedirects} times.");
            }

            // Two of them would be two opinions where to go.
            hop = hop.Next(response.StatusCode, locations.Count == 1 ? locations.ToString() : null);
        }
    }
}
