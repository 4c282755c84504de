using System.ComponentModel.DataAnnotations;

namespace McpGen.Benchmarks.Calls;

/// <summary>Narrows a search.</summary>
/// <param name="MinPrice">The lowest price.</param>
/// <param name="MaxPrice">The highest price.</param>
/// <param name="Category">The category.</param>
public sealed record SearchFilter(
    [Range(0, double.MaxValue)] double? MinPrice = null,
    [Range(double.MinValue, 1e6)] double? MaxPrice = null,
    SearchCategory? Category = null);
