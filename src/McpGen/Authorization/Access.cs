using System.Security.Claims;
using McpGen.Hosting;
using ModelContextProtocol.Protocol;

namespace McpGen.Authorization;

/// <summary>Who may call a tool. Decided by the generated wrapper before anything else, and by <c>tools/list</c>.</summary>
public sealed class Access
{
    private readonly bool _allowAnonymous;

    private Access(bool allowAnonymous) => _allowAnonymous = allowAnonymous;

    /// <summary>Every authenticated caller, and the process that started the server over a local transport.</summary>
    public static Access Authenticated { get; } = new(allowAnonymous: false);

    /// <summary>Anyone, authenticated or not.</summary>
    public static Access Anyone { get; } = new(allowAnonymous: true);

    /// <summary>Whether a caller without an authenticated identity is admitted.</summary>
    internal bool AllowsAnonymous => _allowAnonymous;

    internal bool Admits(ClaimsPrincipal? user, JsonRpcMessage? message) =>
        _allowAnonymous || user?.Identity is { IsAuthenticated: true } || LocalTransport.IsLocal(message);
}
