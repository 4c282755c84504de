using ModelContextProtocol;

namespace Protected;

/// <summary>The orders of all tenants, in memory. A tenant is always named; who may name which one is decided before.</summary>
public sealed class OrderStore
{
    public const int MostOrders = 1_000;

    // Several requests are served at once.
    private readonly Lock _lock = new();

    private readonly Dictionary<string, List<Order>> _tenants = new(StringComparer.Ordinal)
    {
        ["contoso"] = [new(1, "desk", 2, 698.00m, OrderStatus.Shipped), new(2, "lamp", 5, 199.50m, OrderStatus.Open)],
        ["fabrikam"] = [new(1, "chair", 12, 1_788.00m, OrderStatus.Open)],
    };

    public static IReadOnlyList<Article> Articles { get; } = [new("chair", 149.00m), new("desk", 349.00m), new("lamp", 39.90m)];

    public IReadOnlyList<Order> All(string tenant)
    {
        lock (_lock)
        {
            return [.. OrdersOf(tenant)];
        }
    }

    public Order Place(string tenant, string article, int quantity)
    {
        decimal price = Articles.FirstOrDefault(known => known.Name == article)?.Price ?? throw new McpException("No article of that name. list_articles shows the names there are.");
        lock (_lock)
        {
            List<Order> orders = OrdersOf(tenant);
            if (orders.Count == MostOrders)
            {
                throw new McpException("No further order is taken.");
            }

            var order = new Order(orders.Count + 1, article, quantity, quantity * price, OrderStatus.Open);
            orders.Add(order);
            return order;
        }
    }

    public Order Change(string tenant, int number, Func<OrderStatus, OrderStatus> change)
    {
        lock (_lock)
        {
            List<Order> orders = OrdersOf(tenant);
            if (number > orders.Count)
            {
                throw new McpException("No order of that number. list_orders shows the numbers there are.");
            }

            Order order = orders[number - 1];
            return orders[number - 1] = order with { Status = change(order.Status) };
        }
    }

    private List<Order> OrdersOf(string tenant) => _tenants.TryGetValue(tenant, out List<Order>? orders) ? orders : throw new McpException("No tenant of that name.");
}
