namespace McpGen.Paths.Linux;

/// <summary>Flags of open on x64.</summary>
internal static class OpenFlags
{
    public const int Write = 0x1;
    public const int Create = 0x40;
    public const int Exclusive = 0x80;
    public const int Directory = 0x10000;
    public const int NoFollow = 0x20000;

    /// <summary>O_PATH | O_CLOEXEC: where a file is, and nothing of its content.</summary>
    public const int Place = 0x200000 | 0x80000;

    /// <summary>O_CLOEXEC | O_NOCTTY | O_NONBLOCK: not inherited by a child, no terminal of the server's, and no waiting for the other end of a pipe.</summary>
    public const int Always = 0x80000 | 0x100 | 0x800;
}
