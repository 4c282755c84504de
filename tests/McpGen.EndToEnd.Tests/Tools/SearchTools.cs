using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ModelContextProtocol.Server;

namespace McpGen.EndToEnd.Tests.Tools;

public enum Sort
{
    [JsonStringEnumMemberName("relevance")]
    Relevance,

    [JsonStringEnumMemberName("newest")]
    Newest,
}

public enum Category
{
    [JsonStringEnumMemberName("books")]
    Books,

    [JsonStringEnumMemberName("music")]
    Music,
}

/// <summary>Narrows a search.</summary>
/// <param name="MinPrice">The lowest price.</param>
/// <param name="MaxPrice">The highest price.</param>
/// <param name="Category">The category.</param>
public sealed record Filter(
    [Range(0, double.PositiveInfinity)] double? MinPrice = null,
    [Range(double.NegativeInfinity, 1e6)] double? MaxPrice = null,
    Category? Category = null);

/// <summary>The tool that the contract is stated for; it answers with what it was given.</summary>
[McpServerToolType]
public sealed partial class SearchTools(Entered entered)
{
    /// <summary>Searches the shop.</summary>
    /// <param name="query">Words to look for.</param>
    /// <param name="limit">How many articles to return.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="tags">Tags that every article has.</param>
    /// <param name="filter">What to look at.</param>
    [McpServerTool(ReadOnly = true)]
    public string Search(
        [StringLength(200, MinimumLength = 1), RegularExpression(@"^[a-zA-Z0-9 ,.\-]+$")] string query,
        [Range(1, 100)] int limit = 10,
        Sort sort = Sort.Relevance,
        [MaxLength(10), UniqueItems, Items(MaxLength = 32)] string[]? tags = null,
        Filter? filter = null)
    {
        entered.Add();
        string narrowed = filter is null ? "none" : FormattableString.Invariant($"{filter.MinPrice} to {filter.MaxPrice} of {filter.Category}");
        return FormattableString.Invariant($"query {query}; limit {limit}; sort {sort}; tags {(tags is null ? "none" : string.Join('+', tags))}; filter {narrowed}");
    }
}
