using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using McpGen;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Protected;

/// <summary>The orders of a tenant: for callers of that tenant alone, whatever else they may do.</summary>
[McpServerToolType]
[RequireScopes(Scopes.ReadOrders)]
[RequireClaim("tenant", EqualsArgument = "tenant")]
public sealed partial class OrderTools(OrderStore orders, Ledger ledger)
{
    private const string Tenant = "[a-z][a-z0-9-]*";

    /// <summary>Lists the orders of a tenant.</summary>
    /// <param name="tenant">The caller's own tenant.</param>
    /// <param name="status">Only orders that are so far.</param>
    /// <param name="limit">How many orders to list.</param>
    [McpServerTool(ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    public IReadOnlyList<Order> ListOrders(
        [StringLength(32), RegularExpression(Tenant)] string tenant,
        OrderStatus? status = null,
        [Range(1, 100)] int limit = 20) =>
        [.. orders.All(tenant).Where(order => status is null || order.Status == status).Take(limit)];

    /// <summary>Places an order.</summary>
    /// <param name="tenant">The caller's own tenant.</param>
    /// <param name="article">The article's name, as list_articles shows it.</param>
    /// <param name="quantity">How many of it.</param>
    /// <param name="user">Who calls.</param>
    [McpServerTool(Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [RequireScopes(Scopes.WriteOrders)]
    public Order PlaceOrder(
        [StringLength(32), RegularExpression(Tenant)] string tenant,
        [StringLength(32, MinimumLength = 1)] string article,
        [Range(1, 100)] int quantity,
        ClaimsPrincipal user)
    {
        Order order = orders.Place(tenant, article, quantity);
        ledger.Add(user.Identity?.Name, $"placed order {order.Number} of {tenant}");
        return order;
    }

    /// <summary>Marks an open order as shipped.</summary>
    /// <param name="tenant">The caller's own tenant.</param>
    /// <param name="number">The order's number, as list_orders shows it.</param>
    /// <param name="user">Who calls.</param>
    [McpServerTool(Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [RequireRoles("clerk", "admin", AnyOf = true)]
    public Order ShipOrder(
        [StringLength(32), RegularExpression(Tenant)] string tenant,
        [Range(1, OrderStore.MostOrders)] int number,
        ClaimsPrincipal user)
    {
        Order order = orders.Change(tenant, number, static status => status == OrderStatus.Open ? OrderStatus.Shipped : throw new McpException("The order is not open."));
        ledger.Add(user.Identity?.Name, $"shipped order {number} of {tenant}");
        return order;
    }

    /// <summary>Cancels an open order; with force, takes a shipped one back and refunds it.</summary>
    /// <param name="tenant">The caller's own tenant.</param>
    /// <param name="number">The order's number, as list_orders shows it.</param>
    /// <param name="user">Who calls.</param>
    /// <param name="force">Whether a shipped order is refunded.</param>
    [McpServerTool(Destructive = true, OpenWorld = false, UseStructuredContent = true)]
    [RequireScopes(Scopes.WriteOrders)]
    [RequireScopes(Scopes.RefundOrders, WhenArgument = "force", Is = true)]
    public Order CancelOrder(
        [StringLength(32), RegularExpression(Tenant)] string tenant,
        [Range(1, OrderStore.MostOrders)] int number,
        ClaimsPrincipal user,
        bool force = false)
    {
        Order order = orders.Change(tenant, number, status => (status, force) switch
        {
            (OrderStatus.Open, _) => OrderStatus.Cancelled,
            (OrderStatus.Shipped, true) => OrderStatus.Refunded,
            (OrderStatus.Shipped, false) => throw new McpException("The order was shipped. With force it is refunded."),
            _ => throw new McpException("The order was cancelled before."),
        });
        ledger.Add(user.Identity?.Name, $"cancelled order {number} of {tenant}");
        return order;
    }
}
