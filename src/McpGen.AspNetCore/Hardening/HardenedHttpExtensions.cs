using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore;

/// <summary>An HTTP server that lets in only what was meant for it.</summary>
public static class HardenedHttpExtensions
{
    /// <summary>
    /// Registers what <see cref="UseHardenedMcpHttp"/> needs, authentication and authorization included. A server that does not call it
    /// does not start.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options; <see cref="HardenedHttpOptions.AllowedHosts"/> at least, outside Development.</param>
    public static IServiceCollection AddHardenedMcpHttp(this IServiceCollection services, Action<HardenedHttpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<HardenedHttpOptions> options = services.AddOptions<HardenedHttpOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HardenedHttpOptions>, HardenedHttpValidation>());
        services.TryAddSingleton<RequestLimits>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, PipelineCheck>());
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddCors();
        IssuerValidation.AddTo(services);
        return services;
    }

    /// <summary>
    /// Puts the checks in front of the application, and authentication and authorization among them, in this order: HSTS (outside
    /// Development), TLS (403), Host (421), Origin (403), requests of the address (429), size of the body (413), CORS where origins are
    /// listed, authentication, requests of the caller (429), scope challenges where <c>AddProtectedResource</c> was called (401, 403),
    /// authorization of the endpoint. Goes before anything that answers requests, and after <c>UseForwardedHeaders</c> where a proxy
    /// ends TLS.
    /// </summary>
    /// <remarks>
    /// The caller is who the default authentication scheme finds. With several schemes and no default, name one that forwards
    /// (<c>AuthenticationSchemeOptions.ForwardDefaultSelector</c>).
    /// </remarks>
    /// <param name="app">The application's pipeline.</param>
    /// <exception cref="InvalidOperationException"><see cref="AddHardenedMcpHttp"/> was not called.</exception>
    public static IApplicationBuilder UseHardenedMcpHttp(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        IServiceProvider services = app.ApplicationServices;
        if (services.GetService<RequestLimits>() is null)
        {
            throw new InvalidOperationException("UseHardenedMcpHttp needs AddHardenedMcpHttp on the services.");
        }

        PipelineCheck.Mark(app);

        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseMiddleware<TransportChecks>();
        if (services.GetRequiredService<IOptions<HardenedHttpOptions>>().Value.AllowedOrigins is { Count: > 0 } origins)
        {
            app.UseCors(policy => policy
                .WithOrigins([.. origins])
                .WithMethods("GET", "POST", "DELETE")
                .AllowAnyHeader()
                .WithExposedHeaders("Mcp-Session-Id", "Retry-After", "WWW-Authenticate"));
        }

        RequestLimits limits = services.GetRequiredService<RequestLimits>();
        app.UseAuthentication();
        app.Use(async (http, next) =>
        {
            if (await limits.AdmitCallerAsync(http).ConfigureAwait(false))
            {
                await next(http).ConfigureAwait(false);
            }
        });
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(ProtectedResourceMetadata)) is true)
        {
            app.UseToolScopeChallenges();
        }

        return app.UseAuthorization();
    }
}
