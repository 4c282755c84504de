using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Claims;
using McpGen.Hosting;
using ModelContextProtocol.Protocol;

namespace McpGen.Authorization;

/// <summary>Whoever sent a message: the identities of its principal, or the local process where none is authenticated.</summary>
internal readonly ref struct Caller
{
    private readonly ReadOnlySpan<ClaimsIdentity> _identities;
    private readonly HardeningOptions _options;
    private readonly bool _isLocal;

    public Caller(ClaimsPrincipal? user, JsonRpcMessage? message, HardeningOptions options)
    {
        _options = options;
        _identities = IdentitiesOf(user);
        Authenticated = AuthenticatedOf(_identities);
        if (Authenticated.IsEmpty && LocalTransport.IsLocal(message))
        {
            _isLocal = true;
            _identities = options.LocalCaller.Identities;
            Authenticated = new Identities(1);
        }
    }

    /// <summary>The identities that count at all.</summary>
    public Identities Authenticated { get; }

    public ClaimsIdentity this[int index] => _identities[index];

    /// <summary>Whether there is but one identity, so that nothing has to be told apart.</summary>
    public bool IsOne => _identities.Length == 1;

    /// <summary>The first of some identities, alone; null for none, and for a local process of which nothing is said.</summary>
    public ClaimsPrincipal? First(Identities identities) =>
        identities.IsEmpty ? null
        : _isLocal ? _options.LocalCaller.Principal
        : new ClaimsPrincipal(_identities[BitOperations.TrailingZeroCount(identities.Bits)]);

    /// <summary>Those of some identities on which a rule holds.</summary>
    public Identities Where(AccessRule rule, Identities candidates)
    {
        ulong held = 0;
        for (ulong rest = candidates.Bits; rest != 0; rest &= rest - 1)
        {
            int index = BitOperations.TrailingZeroCount(rest);
            if (rule.Holds(_identities[index], _options))
            {
                held |= 1UL << index;
            }
        }

        return new(held);
    }

    /// <summary>Whether an identity is authenticated, without looking at the rest of them.</summary>
    public static bool IsAuthenticated(ClaimsPrincipal? user, JsonRpcMessage? message) =>
        !AuthenticatedOf(IdentitiesOf(user)).IsEmpty || LocalTransport.IsLocal(message);

    private static ReadOnlySpan<ClaimsIdentity> IdentitiesOf(ClaimsPrincipal? user) =>
        user is null ? default : CollectionsMarshal.AsSpan(user.Identities as List<ClaimsIdentity> ?? [.. user.Identities]);

    private static Identities AuthenticatedOf(ReadOnlySpan<ClaimsIdentity> identities)
    {
        ulong authenticated = 0;
        for (int i = 0; i < identities.Length && i < Identities.Most; i++)
        {
            if (identities[i].IsAuthenticated)
            {
                authenticated |= 1UL << i;
            }
        }

        return new(authenticated);
    }
}
