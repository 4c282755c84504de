namespace McpGen.AspNetCore;

/// <summary>Who a key belongs to and what it may do. <see cref="User"/>, <see cref="Client"/> or both are given.</summary>
public sealed class ApiKeyCaller
{
    /// <summary>
    /// The user, the claim <c>sub</c>; null, the default, for none. Its issuer is <c>ClaimsIssuer</c> of the options, by default the name
    /// of the scheme: where <see cref="HardeningOptions.Issuers"/> has several, a private tool names the user as <c>ApiKey|user</c>.
    /// </summary>
    public string? User { get; set; }

    /// <summary>The client, the claim <c>client_id</c>; null, the default, for none.</summary>
    public string? Client { get; set; }

    /// <summary>The scopes granted, claims <c>scope</c>: scope-tokens of RFC 6749 section 3.3. Empty by default.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>The roles, claims of the identity's role claim type. Empty by default.</summary>
    public IList<string> Roles { get; } = [];

    /// <summary>Further claims, such as the tenant's <c>tid</c>, by type. Those that the other properties stand for are refused. Empty by default.</summary>
    public IDictionary<string, string> Claims { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The keys, two at the most: the one in use and the one that is to replace it.</summary>
    public IList<ApiKey> Keys { get; } = [];
}
