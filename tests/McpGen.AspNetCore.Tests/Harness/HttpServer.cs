using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace McpGen.AspNetCore.Tests.Harness;

/// <summary>An application on Kestrel, on a port of its own.</summary>
public sealed class HttpServer : IAsyncDisposable
{
    private static readonly Lazy<X509Certificate2> s_certificate = new(CreateCertificate);

    private readonly WebApplication _app;

    private HttpServer(WebApplication app, OrderTools tools)
    {
        _app = app;
        Tools = tools;
        Client = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } }) { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public OrderTools Tools { get; }

    public RecordedLog Log => _app.Services.GetRequiredService<RecordedLog>();

    /// <summary>The tools behind <see cref="ProtectedResourceExtensions.UseToolScopeChallenges"/> and <see cref="TestCallers"/>, and nothing else in front of them.</summary>
    public static Task<HttpServer> StartChallengingAsync(
        Action<WebApplicationBuilder>? services = null, Action<IEndpointConventionBuilder>? endpoint = null, Action<HardeningOptions>? options = null, params (string Name, Authorization.Access Access)[] tools) =>
        StartAsync(
            builder =>
            {
                builder.Services.AddProtectedResource(resource => resource.Resource = new Uri("https://orders.example/mcp"));
                services?.Invoke(builder);
            },
            app =>
            {
                app.UseAuthentication();
                app.UseToolScopeChallenges();
                app.UseAuthorization();
                IEndpointConventionBuilder mapped = app.MapPost("/mcp", McpEndpoint.PostAsync);
                endpoint?.Invoke(mapped);
                app.MapPost("/mcp/piped", McpEndpoint.PostPipedAsync);
            },
            options: options,
            tools: tools);

    public static async Task<HttpServer> StartAsync(
        Action<WebApplicationBuilder> services,
        Action<WebApplication> pipeline,
        string environment = "Development",
        bool https = false,
        Action<HardeningOptions>? options = null,
        params (string Name, Authorization.Access Access)[] tools)
    {
        var log = new RecordedLog();
        var orders = new OrderTools();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (https)
            {
                listen.UseHttps(s_certificate.Value);
            }
        }));
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TestCallers>("Test", null);
        builder.Services.AddAuthorization();
        orders.AddTo(builder.Services.AddMcpServer(), options, tools);
        services(builder);
        WebApplication app = builder.Build();
        try
        {
            pipeline(app);
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new HttpServer(app, orders);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=orders.example", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
