using ModelContextProtocol.Server;

namespace McpGen.EndToEnd.Tests.Tools;

/// <summary>A class that cannot be made.</summary>
[McpServerToolType]
public sealed partial class UnmakeableTools
{
    public UnmakeableTools() => throw new InvalidOperationException(FailingTools.Secret);

    /// <summary>Never runs.</summary>
    [McpServerTool]
    public string NeverRuns() => ToString()!;
}
