using System.Security.Claims;

namespace McpGen.Authorization;

/// <summary>
/// Names the clients and users for whom the tool exists. A client is <c>client_id</c> (RFC 8693) or <c>azp</c> (OpenID Connect Core), a
/// user <c>sub</c> (RFC 7519) or <see cref="ClaimTypes.NameIdentifier"/>; an identity with two different ones is neither.
/// </summary>
public sealed class PrivateRule : AccessRule
{
    private readonly string[]? _clients;
    private readonly string[]? _users;

    /// <summary>Names clients, users or both; where both are given both must match.</summary>
    /// <param name="clients">The clients, compared ordinally, as <c>issuer|client</c> where <see cref="HardeningOptions.Issuers"/> has more than one; null for any.</param>
    /// <param name="users">The users, alike; null for any.</param>
    /// <exception cref="ArgumentException">Neither is given.</exception>
    public PrivateRule(string[]? clients, string[]? users)
    {
        if (clients is null && users is null)
        {
            throw new ArgumentException("A private tool names its clients or its users.");
        }

        _clients = clients;
        _users = users;
    }

    /// <summary>Everybody it names.</summary>
    internal IEnumerable<string> Names => [.. _clients ?? [], .. _users ?? []];

    internal override bool Holds(ClaimsIdentity identity, HardeningOptions options)
    {
        ReadOnlySpan<Claim> claims = ClaimsOf(identity);
        return (_clients is null || IsNamed(_clients, OnlyOne(claims, "client_id", "azp"), claims, options))
            && (_users is null || IsNamed(_users, OnlyOne(claims, "sub", ClaimTypes.NameIdentifier), claims, options));
    }

    private static bool IsNamed(string[] names, Claim? name, ReadOnlySpan<Claim> claims, HardeningOptions options)
    {
        if (name is null)
        {
            return false;
        }

        if (options.Issuers.Count == 0)
        {
            return Array.IndexOf(names, name.Value) >= 0;
        }

        // The same name of another issuer is somebody else.
        string? issuer = HasAny(claims, "iss") ? OnlyOne(claims, "iss", "iss")?.Value : name.Issuer;
        return issuer is not null && options.Issuers.Contains(issuer) && Array.IndexOf(names, options.Issuers.Count == 1 ? name.Value : $"{issuer}|{name.Value}") >= 0;
    }

    private static bool HasAny(ReadOnlySpan<Claim> claims, string type)
    {
        foreach (Claim claim in claims)
        {
            if (claim.Type == type)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The claim of two types; null when there is none, or when two claims differ.</summary>
    private static Claim? OnlyOne(ReadOnlySpan<Claim> claims, string type, string otherType)
    {
        Claim? found = null;
        foreach (Claim claim in claims)
        {
            if (claim.Type == type || claim.Type == otherType)
            {
                if (found is not null && found.Value != claim.Value)
                {
                    return null;
                }

                found ??= claim;
            }
        }

        return found;
    }
}
