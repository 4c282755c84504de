using ModelContextProtocol.Server;

[assembly: McpGen.ScopeImplies("orders:write", "orders:read")]

namespace McpGen.Benchmarks.Calls;

/// <summary>Tools that differ in nothing but who may call them.</summary>
[McpServerToolType]
public static partial class AccessTools
{
    /// <summary>For anyone.</summary>
    [McpServerTool(ReadOnly = true), PublicTool(AllowAnonymous = true)]
    public static int Anyone() => 1;

    /// <summary>For every authenticated caller.</summary>
    [McpServerTool(ReadOnly = true), PublicTool]
    public static int Authenticated() => 1;

    /// <summary>For callers with a scope.</summary>
    [McpServerTool(ReadOnly = true), RequireScopes("orders:read")]
    public static int Scoped() => 1;

    /// <summary>For callers with a scope and a role.</summary>
    [McpServerTool(ReadOnly = true), RequireScopes("orders:read"), RequireRoles("clerk")]
    public static int ScopedAndRoleBound() => 1;

    /// <summary>For one client and some users.</summary>
    [McpServerTool(ReadOnly = true), PrivateTool(Clients = ["desk"], Users = ["ada", "grace"])]
    public static int Private() => 1;
}
