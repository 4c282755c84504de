using System.Security.Claims;
using McpGen.Authorization;

namespace McpGen.Tests.Authorization;

/// <summary>A policy of an application: the claim <c>level</c> is 3. What it was asked about is remembered.</summary>
public sealed class LevelPolicy(string? objection = null) : PolicyRule
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<ClaimsPrincipal> _asked = [];

    /// <summary>The principals it was given.</summary>
    public IReadOnlyCollection<ClaimsPrincipal> Asked => _asked;

    public override async ValueTask<bool> AdmitsAsync(ClaimsPrincipal caller, IServiceProvider services, CancellationToken cancellation)
    {
        _asked.Enqueue(caller);
        await Task.Yield();
        return caller.HasClaim("level", "broken") ? throw new InvalidOperationException("secret words") : caller.HasClaim("level", "3");
    }

    public override ValueTask<string?> ObjectionAsync(IServiceProvider services) => new(objection);
}
