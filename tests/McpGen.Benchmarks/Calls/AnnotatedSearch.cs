using System.ComponentModel.DataAnnotations;

namespace McpGen.Benchmarks.Calls;

/// <summary>The arguments as an object that the data annotations validate.</summary>
internal sealed class AnnotatedSearch
{
    [Required, StringLength(200, MinimumLength = 1), RegularExpression(@"^[a-zA-Z0-9 ,.\-]+$")]
    public string? Query { get; set; }

    [Range(1, 100)]
    public int Limit { get; set; } = 10;

    public SearchOrder Sort { get; set; } = SearchOrder.Relevance;

    [MaxLength(10)]
    public string[]? Tags { get; set; }

    public SearchFilter? Filter { get; set; }
}
