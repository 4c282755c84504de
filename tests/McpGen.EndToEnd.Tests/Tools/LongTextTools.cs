using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;

namespace McpGen.EndToEnd.Tests.Tools;

/// <summary>Tools for arguments of many megabytes.</summary>
[McpServerToolType, ToolDefaults(MaxArgumentBytes = 100_000_000)]
public sealed partial class LongTextTools(Entered entered)
{
    /// <summary>Takes a short text.</summary>
    /// <param name="text">The text.</param>
    [McpServerTool]
    public int MeasureShort([StringLength(200)] string text)
    {
        entered.Add();
        return text.Length;
    }

    /// <summary>Takes a long text.</summary>
    /// <param name="text">The text.</param>
    [McpServerTool]
    public int MeasureLong([StringLength(100_000_000)] string text)
    {
        entered.Add();
        return text.Length;
    }
}
