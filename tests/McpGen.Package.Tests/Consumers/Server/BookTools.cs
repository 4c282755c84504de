using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;

/// <summary>A shelf of books.</summary>
[McpServerToolType]
public static partial class BookTools
{
    /// <summary>Finds books by their title.</summary>
    /// <param name="title">Words of the title.</param>
    /// <param name="limit">How many books to list.</param>
    [McpServerTool(ReadOnly = true)]
    public static string FindBooks([StringLength(100, MinimumLength = 1)] string title, [Range(1, 20)] int limit = 5) => $"{limit} books about {title}";
}
