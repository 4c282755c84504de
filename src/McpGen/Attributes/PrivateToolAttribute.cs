namespace McpGen;

/// <summary>
/// States for which clients and users the tool exists. For everyone else it is an unknown name: in <c>tools/list</c>, in <c>tools/call</c>
/// and in every metadata document.
/// </summary>
/// <remarks>
/// Where both are given both must match; with neither it is a build error. Several statements add up: who is in all of them is left.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = true)]
public sealed class PrivateToolAttribute : Attribute
{
    /// <summary>
    /// The clients, by the claim <c>client_id</c> (RFC 8693) or <c>azp</c> (OpenID Connect Core), compared ordinally; written
    /// <c>issuer|client</c> where <see cref="HardeningOptions.Issuers"/> has more than one.
    /// </summary>
    public string[]? Clients { get; set; }

    /// <summary>
    /// The users, by the claim <c>sub</c> (RFC 7519) or its long name, compared ordinally; written <c>issuer|user</c> where
    /// <see cref="HardeningOptions.Issuers"/> has more than one.
    /// </summary>
    public string[]? Users { get; set; }
}
