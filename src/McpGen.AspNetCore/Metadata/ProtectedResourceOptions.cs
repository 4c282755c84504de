namespace McpGen.AspNetCore;

/// <summary>
/// This server as an OAuth 2.0 protected resource: what its metadata document (RFC 9728) says and what its challenges (RFC 6750) point
/// to. Validated when the server starts.
/// </summary>
public sealed class ProtectedResourceOptions
{
    /// <summary>
    /// The resource identifier (RFC 9728 section 1.2): the public address of the MCP endpoint, as clients and access tokens (RFC 8707)
    /// name it, such as <c>https://tools.example.com/mcp</c>. An absolute https URI in ASCII without user information, query and fragment; http
    /// only for a loopback host in Development. Required.
    /// </summary>
    public Uri? Resource { get; set; }

    /// <summary>
    /// The path of the MCP endpoint in this application, with its path base, such as <c>/mcp</c>. Null, the default: the path of
    /// <see cref="Resource"/>. Set it where a proxy in front of the server changes the path.
    /// </summary>
    public string? EndpointPath { get; set; }

    /// <summary>
    /// Issuer identifiers (RFC 8414) of the authorization servers whose tokens are accepted. Absolute https URIs without query and
    /// fragment; http only for loopback hosts in Development. Empty by default: the document then names none, and a client has to know
    /// where its tokens or keys come from.
    /// </summary>
    public IList<Uri> AuthorizationServers { get; } = [];

    /// <summary>A name of the server to show to a user (<c>resource_name</c>); null, the default, for none.</summary>
    public string? Name { get; set; }

    /// <summary>An absolute http or https address of documentation for developers (<c>resource_documentation</c>); null, the default, for none.</summary>
    public Uri? Documentation { get; set; }
}
