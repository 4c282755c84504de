using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;

namespace McpGen.EndToEnd.Tests.Tools;

/// <summary>
/// A tool that allocates nothing itself: what its call allocates is the wrapper's. Open to anyone, because a principal allocates when it
/// is asked for its identity, until that code is optimized.
/// </summary>
[McpServerToolType, PublicTool(AllowAnonymous = true)]
public static partial class CountedTools
{
    public const string Answer = "ok";

    /// <summary>Takes a search.</summary>
    /// <param name="query">Words to look for.</param>
    /// <param name="limit">How many articles to return.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="tags">Tags that every article has.</param>
    /// <param name="filter">What to look at.</param>
    [McpServerTool(ReadOnly = true)]
    public static string Take(
        [StringLength(200, MinimumLength = 1), RegularExpression(@"^[a-zA-Z0-9 ,.\-]+$")] string query,
        [Range(1, 100)] int limit = 10,
        Sort sort = Sort.Relevance,
        [MaxLength(10), UniqueItems, Items(MaxLength = 32), AllowedValues("audio", "sale", "new-arrival")] string[]? tags = null,
        Filter? filter = null) => Answer;
}
