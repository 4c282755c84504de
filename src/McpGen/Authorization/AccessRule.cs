using System.Security.Claims;

namespace McpGen.Authorization;

/// <summary>
/// One rule of a tool's access. It is decided on one authenticated identity as a whole: the claims of several identities are never
/// combined, and those of an unauthenticated one are not looked at.
/// </summary>
public abstract class AccessRule
{
    private protected AccessRule()
    {
    }

    /// <summary>Whether the rule holds on an identity by its claims alone.</summary>
    internal abstract bool Holds(ClaimsIdentity identity, HardeningOptions options);

    /// <summary>The identity's claims without an iterator.</summary>
    internal static ReadOnlySpan<Claim> ClaimsOf(ClaimsIdentity identity) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(identity.Claims as List<Claim> ?? [.. identity.Claims]);
}
