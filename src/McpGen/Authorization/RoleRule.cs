using System.Security.Claims;

namespace McpGen.Authorization;

/// <summary>Demands roles: claims of the identity's own role claim type (<see cref="ClaimsIdentity.RoleClaimType"/>), compared ordinally.</summary>
public sealed class RoleRule : AccessRule
{
    private readonly string[] _roles;

    /// <summary>Demands roles.</summary>
    /// <param name="roles">At least one.</param>
    public RoleRule(params string[] roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentOutOfRangeException.ThrowIfZero(roles.Length);
        _roles = roles;
    }

    /// <summary>Whether one of the roles is enough; otherwise all are needed.</summary>
    public bool AnyOf { get; init; }

    internal override bool Holds(ClaimsIdentity identity, HardeningOptions options)
    {
        ReadOnlySpan<Claim> claims = ClaimsOf(identity);
        foreach (string role in _roles)
        {
            if (Has(claims, identity.RoleClaimType, role) == AnyOf)
            {
                return AnyOf;
            }
        }

        return !AnyOf;
    }

    private static bool Has(ReadOnlySpan<Claim> claims, string type, string role)
    {
        foreach (Claim claim in claims)
        {
            if (claim.Type == type && claim.Value == role)
            {
                return true;
            }
        }

        return false;
    }
}
