using System.Net;
using System.Net.Http;

namespace McpGen.Urls;

/// <summary>
/// The connections of a client, apart for each set of networks: one that was opened for a guard that allows an internal network is never
/// used for a guard that does not.
/// </summary>
internal sealed class HandlerPool(GuardedHttpClientOptions options, Network network) : IDisposable
{
    private const int Most = 64;

    private readonly Dictionary<string, HttpMessageInvoker> _invokers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private bool _isDisposed;

    public HttpMessageInvoker For(Reach reach)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(GuardedHttpClient));
            if (!_invokers.TryGetValue(reach.Key, out HttpMessageInvoker? invoker))
            {
                if (_invokers.Count == Most)
                {
                    // Forgotten, not disposed: requests may be under way. Idle connections close by themselves.
                    _invokers.Clear();
                }

                _invokers.Add(reach.Key, invoker = new HttpMessageInvoker(CreateHandler(reach)));
            }

            return invoker;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            foreach (HttpMessageInvoker invoker in _invokers.Values)
            {
                invoker.Dispose();
            }

            _invokers.Clear();
        }
    }

    private SocketsHttpHandler CreateHandler(Reach reach)
    {
        var connector = new Connector(network, reach);
        return new SocketsHttpHandler
        {
            // What leaves the server is what the tool sends and nothing else: no cookies, no credentials, no trace context.
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            UseProxy = options.Proxy is not null,
            Proxy = options.Proxy is { } proxy ? new FixedProxy(proxy) : null,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = options.MaxResponseHeaderKilobytes,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            ConnectCallback = options.Proxy is null
                ? connector.ConnectAsync
                : (context, cancellationToken) => Connector.ConnectToProxyAsync(network, context.DnsEndPoint, cancellationToken),
        };
    }
}
