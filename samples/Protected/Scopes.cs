namespace Protected;

/// <summary>The scopes of this server. Whoever may write orders may read them, says <c>[ScopeImplies]</c> in Program.cs.</summary>
public static class Scopes
{
    public const string ReadOrders = "orders:read";
    public const string WriteOrders = "orders:write";
    public const string RefundOrders = "orders:refund";
    public const string RotateLedger = "ledger:rotate";
}
