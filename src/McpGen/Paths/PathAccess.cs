namespace McpGen;

/// <summary>What may be done beneath a root, or with the path of an argument.</summary>
[Flags]
public enum PathAccess
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Files are read, directories listed.</summary>
    Read = 1,

    /// <summary>Files and directories are created, changed, renamed and deleted.</summary>
    Write = 2,

    /// <summary>Both.</summary>
    ReadWrite = Read | Write,
}
