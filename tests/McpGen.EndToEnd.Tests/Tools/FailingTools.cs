using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.EndToEnd.Tests.Tools;

/// <summary>Tools that fail in every way a tool can.</summary>
[McpServerToolType]
public static partial class FailingTools
{
    public const string Secret = "Server=db7;Password=hunter2";

    /// <summary>Throws.</summary>
    [McpServerTool]
    public static string Throws() => throw new InvalidOperationException(Secret);

    /// <summary>Throws after it has waited.</summary>
    [McpServerTool]
    public static async Task<string> ThrowsLater()
    {
        await Task.Yield();
        throw new InvalidOperationException(Secret);
    }

    /// <summary>Throws in the middle of its result.</summary>
    [McpServerTool]
    public static IEnumerable<TextContentBlock> ThrowsInTheMiddle()
    {
        yield return new TextContentBlock { Text = Secret };
        throw new InvalidOperationException(Secret);
    }

    /// <summary>Gives up although nobody asked it to.</summary>
    [McpServerTool]
    public static string GivesUp() => throw new OperationCanceledException(Secret);

    /// <summary>Says what is wrong.</summary>
    [McpServerTool]
    public static string Explains() =>
        throw new McpException("No issue\u202E of that\u0007 number.\nlist_issues\u200B shows them.", new InvalidOperationException(Secret));

    /// <summary>Says what is wrong at length.</summary>
    [McpServerTool]
    public static string ExplainsAtLength() => throw new McpException(new string('x', 5000));
}
