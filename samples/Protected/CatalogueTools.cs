using McpGen;
using ModelContextProtocol.Server;

namespace Protected;

/// <summary>What every tenant may order.</summary>
[McpServerToolType, PublicTool]
public static partial class CatalogueTools
{
    /// <summary>Lists the articles and their prices.</summary>
    [McpServerTool(ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    public static IReadOnlyList<Article> ListArticles() => OrderStore.Articles;
}
