using System.Security.Claims;

namespace McpGen.Authorization;

/// <summary>A rule that is decided by a service, after every rule that claims alone decide.</summary>
public abstract class PolicyRule : AccessRule
{
    /// <summary>Whether a caller is admitted. An exception refuses it.</summary>
    /// <param name="caller">The caller, with the one identity that is decided on.</param>
    /// <param name="services">The services of the request.</param>
    /// <param name="cancellation">Cancelled when the caller gives up.</param>
    public abstract ValueTask<bool> AdmitsAsync(ClaimsPrincipal caller, IServiceProvider services, CancellationToken cancellation);

    /// <summary>Why the rule can never be decided in this application; null when it can. Asked once, and an objection stops the server.</summary>
    /// <param name="services">The application's services.</param>
    public abstract ValueTask<string?> ObjectionAsync(IServiceProvider services);

    // Claims do not decide it: whoever asks here would take the answer for one.
    internal sealed override bool Holds(ClaimsIdentity identity, HardeningOptions options) => throw new InvalidOperationException("A policy is decided by its service.");
}
