using System.ComponentModel.DataAnnotations;

namespace Protected;

/// <summary>An order.</summary>
/// <param name="Number">Its number, counted for each tenant.</param>
/// <param name="Article">What was ordered.</param>
/// <param name="Quantity">How many of it.</param>
/// <param name="Total">What it costs, in euros.</param>
/// <param name="Status">How far it is.</param>
public sealed record Order(
    [Range(1, OrderStore.MostOrders)] int Number,
    [StringLength(32, MinimumLength = 1)] string Article,
    [Range(1, 100)] int Quantity,
    [Range(0, 1_000_000)] decimal Total,
    OrderStatus Status);
