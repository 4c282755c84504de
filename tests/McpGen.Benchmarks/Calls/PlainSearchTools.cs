using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Calls;

/// <summary>The same tool as the SDK serves it. A static class: the SDK makes an instance of any other for every call.</summary>
[McpServerToolType, NotHardened("it is the SDK's own call that the hardened one is measured against")]
public static class PlainSearchTools
{
    [McpServerTool(Name = "search", ReadOnly = true), Description("Searches the shop.")]
    public static string Search(
        [StringLength(200, MinimumLength = 1), RegularExpression(@"^[a-zA-Z0-9 ,.\-]+$"), Description("Words to look for.")] string query,
        [Range(1, 100), Description("How many articles to return.")] int limit = 10,
        [Description("In which order.")] SearchOrder sort = SearchOrder.Relevance,
        [MaxLength(10), Description("Tags that every article has.")] string[]? tags = null,
        [Description("What to look at.")] SearchFilter? filter = null) => Shop.Search(query, limit, sort, tags, filter);
}
