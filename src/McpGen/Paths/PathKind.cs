namespace McpGen;

/// <summary>What a path leads to. There is nothing else: devices, sockets and pipes are refused.</summary>
public enum PathKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,
}
