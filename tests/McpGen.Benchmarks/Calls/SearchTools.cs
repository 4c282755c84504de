using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Calls;

/// <summary>The tool that is measured, hardened.</summary>
[McpServerToolType, PublicTool]
public static partial class SearchTools
{
    /// <summary>Searches the shop.</summary>
    /// <param name="query">Words to look for.</param>
    /// <param name="limit">How many articles to return.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="tags">Tags that every article has.</param>
    /// <param name="filter">What to look at.</param>
    [McpServerTool(ReadOnly = true)]
    public static string Search(
        [StringLength(200, MinimumLength = 1), RegularExpression(@"^[a-zA-Z0-9 ,.\-]+$")] string query,
        [Range(1, 100)] int limit = 10,
        SearchOrder sort = SearchOrder.Relevance,
        [MaxLength(10), UniqueItems, Items(MaxLength = 32)] string[]? tags = null,
        SearchFilter? filter = null) => Shop.Search(query, limit, sort, tags, filter);
}
