using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace McpGen.Tests.Urls;

/// <summary>A web server on loopback that remembers what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app) => _app = app;

    public int Port { get; private set; }

    /// <summary>The requests, each as <c>METHOD host target</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<IHeaderDictionary> Headers { get; } = new();

    public ConcurrentQueue<string> Bodies { get; } = new();

    public ConcurrentDictionary<string, bool> Connections { get; } = new();

    public static Task<LoopbackServer> StartAsync(string answer) => StartAsync(http => http.Response.WriteAsync(answer));

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackServer(builder.Build());
        server._app.Run(async http =>
        {
            server.Requests.Enqueue($"{http.Request.Method} {http.Request.Host} {http.Features.Get<IHttpRequestFeature>()!.RawTarget}");
            server.Headers.Enqueue(new HeaderDictionary(http.Request.Headers.ToDictionary()));
            server.Connections[http.Connection.Id] = true;
            server.Bodies.Enqueue(await new StreamReader(http.Request.Body).ReadToEndAsync());
            await answer(http);
        });
        await server._app.StartAsync();
        server.Port = new Uri(server._app.Urls.Single()).Port;
        return server;
    }

    /// <summary>Answers every request of a path with a redirect, and any other with "arrived".</summary>
    public static Task<LoopbackServer> RedirectingAsync(params (string Path, int Status, string Location)[] redirects) => StartAsync(http =>
    {
        foreach ((string path, int status, string location) in redirects)
        {
            if (http.Request.Path == path)
            {
                http.Response.StatusCode = status;
                http.Response.Headers.Location = location;
                return Task.CompletedTask;
            }
        }

        return http.Response.WriteAsync("arrived");
    });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
