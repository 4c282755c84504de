using System.Runtime.InteropServices;

namespace McpGen.Paths.Linux;

/// <summary>What openat2 takes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct OpenHow(int flags, uint mode)
{
    public const int Size = 24;

    // RESOLVE_NO_MAGICLINKS | RESOLVE_NO_SYMLINKS | RESOLVE_BENEATH
    private const ulong ExactlyBeneath = 0x02 | 0x04 | 0x08;

    public readonly ulong Flags = (uint)flags;
    public readonly ulong Mode = mode;
    public readonly ulong Resolve = ExactlyBeneath;
}
