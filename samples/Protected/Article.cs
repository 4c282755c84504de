using System.ComponentModel.DataAnnotations;

namespace Protected;

/// <summary>Something to order.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Price">What one costs, in euros.</param>
public sealed record Article([StringLength(32, MinimumLength = 1)] string Name, [Range(0, 10_000)] decimal Price);
