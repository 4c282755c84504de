using System.Security.Claims;

namespace McpGen.Authorization;

/// <summary>
/// Demands scopes of the access token: the claims <c>scope</c> (RFC 9068, RFC 8693) and <c>scp</c>, a list, an array or repeated, also
/// under the long name that .NET maps <c>scp</c> to.
/// </summary>
public sealed class ScopeRule : AccessRule
{
    /// <summary>Demands scopes.</summary>
    /// <param name="scopes">At least one.</param>
    public ScopeRule(params Scope[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentOutOfRangeException.ThrowIfZero(scopes.Length);
        Scopes = scopes;
    }

    /// <summary>Whether one of the scopes is enough; otherwise all are needed.</summary>
    public bool AnyOf { get; init; }

    internal Scope[] Scopes { get; }

    /// <summary>What a client asks its authorization server for: all, or the first where one is enough.</summary>
    internal IEnumerable<string> ToAskFor => Scopes.Take(AnyOf ? 1 : Scopes.Length).Select(static scope => scope.Name);

    internal override bool Holds(ClaimsIdentity identity, HardeningOptions options)
    {
        ReadOnlySpan<Claim> claims = ClaimsOf(identity);
        foreach (Scope scope in Scopes)
        {
            if (ScopeClaims.Grant(claims, scope) == AnyOf)
            {
                return AnyOf;
            }
        }

        return !AnyOf;
    }
}
