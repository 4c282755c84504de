using McpGen.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore;

/// <summary>This server as an OAuth 2.0 protected resource: its metadata and its challenges.</summary>
public static class ProtectedResourceExtensions
{
    /// <summary>Says what <see cref="UseToolScopeChallenges"/> and <see cref="MapProtectedResourceMetadata"/> tell clients. Called once.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options, <see cref="ProtectedResourceOptions.Resource"/> at least.</param>
    public static IServiceCollection AddProtectedResource(this IServiceCollection services, Action<ProtectedResourceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<ProtectedResourceOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ProtectedResourceOptions>, ProtectedResourceValidation>());
        services.TryAddSingleton<ProtectedResourceMetadata>();
        IssuerValidation.AddTo(services);
        return services;
    }

    /// <summary>
    /// Answers a <c>tools/call</c> of a hardened tool whose caller is not authenticated with 401, and one whose scopes are missing with
    /// 403, each with one Bearer challenge (RFC 6750 section 3) that names all scopes the call needs and the resource metadata
    /// (RFC 9728 section 5.1), so that a client can step up; completes the 401 of the endpoint's own authorization alike; and answers a
    /// message that its <c>Mcp-Method</c> or <c>Mcp-Name</c> header contradicts with 400. Goes after <c>UseAuthentication</c> and before
    /// <c>UseAuthorization</c>; <see cref="HardenedHttpExtensions.UseHardenedMcpHttp"/> puts it there itself.
    /// </summary>
    /// <remarks>
    /// The wrapper decides every call again, whatever was said here: a request whose body is longer than 64 KiB, no JSON object, or
    /// ambiguous is passed on. So are names that are unknown, private to others, or not hardened, and calls refused for a role or a
    /// policy, or for scopes that the values of arguments ask for; their answer is the SDK's or the wrapper's. Only requests under the path of the MCP endpoint are looked at.
    /// </remarks>
    /// <param name="app">The application's pipeline.</param>
    public static IApplicationBuilder UseToolScopeChallenges(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        Require(app.ApplicationServices, nameof(UseToolScopeChallenges));
        return app.UseMiddleware<ToolScopeChallenges>();
    }

    /// <summary>
    /// Serves the protected resource metadata (RFC 9728) to anyone, at <c>/.well-known/oauth-protected-resource</c> and with the path of
    /// the resource appended. <c>scopes_supported</c> is generated from the hardened tools; private ones contribute nothing.
    /// </summary>
    /// <param name="endpoints">The application's endpoints.</param>
    public static IEndpointConventionBuilder MapProtectedResourceMetadata(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        Require(endpoints.ServiceProvider, nameof(MapProtectedResourceMetadata));
        ProtectedResourceMetadata metadata = endpoints.ServiceProvider.GetRequiredService<ProtectedResourceMetadata>();
        RouteGroupBuilder group = endpoints.MapGroup(ProtectedResourceMetadata.WellKnown);
        foreach (string path in new[] { ProtectedResourceMetadata.WellKnown, metadata.Path }.Distinct(StringComparer.Ordinal))
        {
            group.MapGet(Uri.UnescapeDataString(path[ProtectedResourceMetadata.WellKnown.Length..]), Serve);
        }

        return group.AllowAnonymous();

        Task Serve(HttpContext http)
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = metadata.Document.Length;
            return http.Response.Body.WriteAsync(metadata.Document, http.RequestAborted).AsTask();
        }
    }

    private static void Require(IServiceProvider services, string caller)
    {
        IServiceProviderIsService? known = services.GetService<IServiceProviderIsService>();
        if (known?.IsService(typeof(ToolRegistry)) is false)
        {
            throw new InvalidOperationException($"{caller} is about hardened tools, and there are none. Call AddMcpServer().WithHardenedTools().");
        }

        if (known?.IsService(typeof(ProtectedResourceMetadata)) is false)
        {
            throw new InvalidOperationException($"{caller} needs to know the resource. Call AddProtectedResource on the services.");
        }
    }
}
