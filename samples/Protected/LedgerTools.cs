using McpGen;
using Microsoft.AspNetCore.Authorization;
using ModelContextProtocol.Server;

namespace Protected;

/// <summary>The books of the house.</summary>
[McpServerToolType]
public sealed partial class LedgerTools(Ledger ledger)
{
    /// <summary>Counts what was done since the ledger was last rotated; for whoever is on duty.</summary>
    [McpServerTool(ReadOnly = true, OpenWorld = false)]
    [Authorize(Policy = OnDutyRequirement.Policy)]
    public int CountEntries() => ledger.Count();

    /// <summary>Closes the ledger and starts a new one; shows the closed one. For the back office, and unknown to everyone else.</summary>
    [McpServerTool(Destructive = true, OpenWorld = false)]
    [PrivateTool(Clients = ["back-office"]), RequireScopes(Scopes.RotateLedger)]
    public string RotateLedger() => string.Join('\n', ledger.Rotate()) is { Length: > 0 } lines ? lines : "The ledger was empty.";
}
