using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore;

/// <summary>What is asked of a request before anybody asks who sent it, the cheapest first.</summary>
internal sealed class TransportChecks(RequestDelegate next, IOptions<HardenedHttpOptions> options, IHostEnvironment environment, RequestLimits limits)
{
    private static readonly HashSet<string> s_loopback = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };

    private readonly HardenedHttpOptions _options = options.Value;
    private readonly ISet<string> _hosts = environment.IsDevelopment() && options.Value.AllowedHosts.Count == 0 ? s_loopback : options.Value.AllowedHosts;

    public async Task InvokeAsync(HttpContext http)
    {
        // No redirect: whatever the request carried has been sent in the clear, and a client that is sent on never notices.
        if (!IsProtected(http))
        {
            await http.RefuseAsync(StatusCodes.Status403Forbidden, "This server is reached by https alone.").ConfigureAwait(false);
        }
        else if (!_hosts.Contains(http.Request.Host.Host) && !_hosts.Contains(http.Request.Host.Value ?? ""))
        {
            await http.RefuseAsync(StatusCodes.Status421MisdirectedRequest, "This server does not answer for the host of the request.").ConfigureAwait(false);
        }
        else if (http.Request.Headers.Origin is { Count: > 0 } origin && (origin.Count > 1 || !_options.AllowedOrigins.Contains(origin[0] ?? "")))
        {
            await http.RefuseAsync(StatusCodes.Status403Forbidden, "This server does not answer pages of the request's origin.").ConfigureAwait(false);
        }
        else if (await limits.AdmitAddressAsync(http).ConfigureAwait(false))
        {
            await LimitBodyAsync(http).ConfigureAwait(false);
        }
    }

    private bool IsProtected(HttpContext http) =>
        http.Request.IsHttps
        || environment.IsDevelopment()
        || (_options.AllowPlainHttpFromLoopback && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address));

    private async Task LimitBodyAsync(HttpContext http)
    {
        long most = _options.MaxRequestBodyBytes;
        IHttpMaxRequestBodySizeFeature? limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is { IsReadOnly: false })
        {
            limit.MaxRequestBodySize = Math.Min(limit.MaxRequestBodySize ?? most, most);
        }
        else if (http.Request.ContentLength is null && http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is not false)
        {
            // Nobody would count what comes.
            await http.RefuseAsync(StatusCodes.Status411LengthRequired, "This server takes no body of unknown length.").ConfigureAwait(false);
            return;
        }

        if (http.Request.ContentLength > most)
        {
            await RefuseBodyAsync(http).ConfigureAwait(false);
            return;
        }

        try
        {
            await next(http).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge && !http.Response.HasStarted)
        {
            // A body of unknown length turned out to be too long while the endpoint read it.
            http.Response.Clear();
            await RefuseBodyAsync(http).ConfigureAwait(false);
        }
    }

    private static Task RefuseBodyAsync(HttpContext http)
    {
        if (HttpProtocol.IsHttp11(http.Request.Protocol))
        {
            // The rest of the body is not read, so the connection cannot be used again; a client should not have to find out.
            http.Response.Headers.Connection = "close";
        }

        return http.RefuseAsync(StatusCodes.Status413PayloadTooLarge, "The body of the request is longer than this server takes.");
    }
}
