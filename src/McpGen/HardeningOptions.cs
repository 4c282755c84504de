using System.Security.Claims;
using McpGen.Authorization;

namespace McpGen;

/// <summary>
/// What the server decides about its hardened tools; set where they are registered and not changed once the server runs. One object
/// serves every registration of a service collection.
/// </summary>
public sealed class HardeningOptions
{
    /// <summary>
    /// Names of arguments that hosts add to every call and that are dropped unread instead of refused, compared ordinally. A name that a
    /// tool declares is never dropped for that tool. Empty by default.
    /// </summary>
    public ISet<string> IgnoredArguments { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Names of tools that are served although no wrapper checks them: tools made by hand, or answered by the application's own
    /// call handler. Empty by default; a tool that is neither hardened, nor named here, nor of a class marked
    /// <see cref="NotHardenedAttribute"/> stops the server at start and is refused at every call.
    /// </summary>
    public ISet<string> UnhardenedTools { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Who the process at the other end of a local transport is. Without scopes or roles by default: it may call public tools and no
    /// other. Nothing that comes over a network is ever taken for it.
    /// </summary>
    public LocalCaller LocalCaller { get; } = new();

    /// <summary>The directories that path arguments may lead into, by name. Empty by default.</summary>
    public RootCollection Roots { get; } = new();

    /// <summary>
    /// Whether <c>tools/list</c> shows an authenticated caller the tools for which nothing but a scope is missing, so that a client can ask for it
    /// (step-up authorization). <see langword="false"/> by default. A private tool is listed to those alone who may call it.
    /// </summary>
    public bool ListProtected { get; set; }

    /// <summary>
    /// The issuers of the clients and users that <see cref="PrivateToolAttribute"/> names, as the <c>iss</c> claim (RFC 7519) or
    /// <see cref="Claim.Issuer"/> spells them: the same name of another issuer is somebody else. With more than one they are written
    /// <c>issuer|name</c>. Empty by default: there is one, and it is not looked at.
    /// </summary>
    public ISet<string> Issuers { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Decides whether a caller owns a background task of the SDK's Tasks extension, by the task's id; asked for every <c>tasks/*</c> request that
    /// names one, and a request that names none is refused. The extension has no owner check of its own, so a server that uses it and has
    /// a tool that is not public does not start without this. An exception refuses the request.
    /// </summary>
    public Func<ClaimsPrincipal?, string, CancellationToken, ValueTask<bool>>? OwnsTask { get; set; }
}
