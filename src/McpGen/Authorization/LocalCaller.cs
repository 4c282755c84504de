using System.Security.Claims;

namespace McpGen.Authorization;

/// <summary>
/// Who the local process is: the identity that rules are decided on when a message carries the mark of a local transport and no
/// authenticated identity of its own. It has no scopes and no roles unless they are given here.
/// </summary>
public sealed class LocalCaller
{
    private readonly Lazy<ClaimsIdentity[]> _identities;

    internal LocalCaller() => _identities = new(() => [Create()]);

    /// <summary>The user that the process stands for, as <c>sub</c> (RFC 7519); null for none.</summary>
    public string? Name { get; set; }

    /// <summary>The scopes it has, RFC 6749 section 3.3. Empty by default.</summary>
    public ISet<string> Scopes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The roles it has. Empty by default.</summary>
    public ISet<string> Roles { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Further claims: a tenant, a client. Empty by default.</summary>
    public ICollection<Claim> Claims { get; } = [];

    internal ClaimsIdentity[] Identities => _identities.Value;

    /// <summary>The local process as a principal; null while nothing is said about it.</summary>
    internal ClaimsPrincipal? Principal =>
        Name is null && Scopes.Count == 0 && Roles.Count == 0 && Claims.Count == 0 ? null : new(Identities[0]);

    private ClaimsIdentity Create() => new(
        [
            .. Name is null ? [] : (Claim[])[new Claim("sub", Name)],
            .. Scopes.Select(static scope => new Claim("scope", scope)),
            .. Roles.Select(static role => new Claim("role", role)),
            .. Claims,
        ],
        authenticationType: "Local", nameType: "sub", roleType: "role");
}
