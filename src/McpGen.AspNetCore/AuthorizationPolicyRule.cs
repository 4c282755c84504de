using System.Security.Claims;
using McpGen.Authorization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.AspNetCore;

/// <summary>
/// A policy of ASP.NET Core's authorization, from <c>[Authorize]</c> on a tool. Decided by the application's
/// <see cref="IAuthorizationService"/> on one identity of the caller at a time.
/// </summary>
/// <remarks>
/// Handlers are given the caller's <see cref="HttpContext"/> as the resource, as they are for an endpoint, where
/// <see cref="IHttpContextAccessor"/> is registered and its request is the one this caller came with; otherwise null.
/// </remarks>
/// <param name="policy">The policy's name; null for the default policy, which a plain <c>[Authorize]</c> means.</param>
public sealed class AuthorizationPolicyRule(string? policy) : PolicyRule
{
    /// <inheritdoc/>
    public override async ValueTask<bool> AdmitsAsync(ClaimsPrincipal caller, IServiceProvider services, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(services);
        AuthorizationPolicy rules = await FindAsync(services.GetRequiredService<IAuthorizationPolicyProvider>()).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"There is no authorization policy '{policy}'.");
        IAuthorizationService authorization = services.GetRequiredService<IAuthorizationService>();
        return (await authorization.AuthorizeAsync(caller, RequestOf(caller, services), rules).ConfigureAwait(false)).Succeeded;
    }

    /// <inheritdoc/>
    public override async ValueTask<string?> ObjectionAsync(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetService<IAuthorizationPolicyProvider>() is not { } policies || services.GetService<IServiceProviderIsService>()?.IsService(typeof(IAuthorizationService)) is false)
        {
            return "[Authorize] needs ASP.NET Core's authorization services. Call AddAuthorization.";
        }

        return await FindAsync(policies).ConfigureAwait(false) switch
        {
            null => $"there is no authorization policy '{policy}'. Add it with AddAuthorizationBuilder().AddPolicy, or correct the name.",
            { AuthenticationSchemes.Count: > 0 } =>
                $"{(policy is null ? "the default authorization policy" : $"the authorization policy '{policy}'")} names authentication schemes, and a tool cannot authenticate anew. "
                + "Put the schemes on the endpoint (MapMcp().RequireAuthorization), and leave the policy its requirements.",
            _ => null,
        };
    }

    private Task<AuthorizationPolicy?> FindAsync(IAuthorizationPolicyProvider policies) =>
        policy is null ? DefaultAsync(policies) : policies.GetPolicyAsync(policy);

    private static async Task<AuthorizationPolicy?> DefaultAsync(IAuthorizationPolicyProvider policies) => await policies.GetDefaultPolicyAsync().ConfigureAwait(false);

    // A session may run in the context of the request that opened it: another request's context would answer for another caller.
    private static HttpContext? RequestOf(ClaimsPrincipal caller, IServiceProvider services) =>
        services.GetService<IHttpContextAccessor>()?.HttpContext is { } http && http.User.Identities.Contains(caller.Identity) ? http : null;
}
