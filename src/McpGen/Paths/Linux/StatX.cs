using System.Runtime.InteropServices;

namespace McpGen.Paths.Linux;

/// <summary>What statx gives.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal readonly struct StatX
{
    /// <summary>STATX_BASIC_STATS | STATX_BTIME</summary>
    public const uint Everything = 0x7ff | BirthTime;

    /// <summary>STATX_TYPE | STATX_MODE | STATX_SIZE</summary>
    public const uint KindAndSize = 0x203;

    private const uint BirthTime = 0x800;
    private const int KindMask = 0xf000;

    // What DateTimeOffset has; some file systems keep any 64 bits.
    private const long Oldest = -62_135_596_800;
    private const long Newest = 253_402_300_799;

    [FieldOffset(0)]
    private readonly uint _mask;

    [FieldOffset(28)]
    private readonly ushort _mode;

    [FieldOffset(40)]
    private readonly ulong _size;

    [FieldOffset(80)]
    private readonly long _birthSeconds;

    [FieldOffset(88)]
    private readonly uint _birthNanoseconds;

    [FieldOffset(112)]
    private readonly long _modifiedSeconds;

    [FieldOffset(120)]
    private readonly uint _modifiedNanoseconds;

    public bool IsFile => (_mode & KindMask) == 0x8000;

    public bool IsDirectory => (_mode & KindMask) == 0x4000;

    public bool IsLink => (_mode & KindMask) == 0xa000;

    public uint Permissions => (uint)_mode & 0x1ff;

    public long Length => (long)_size;

    public PathInfo Info => new(
        IsDirectory ? PathKind.Directory : PathKind.File,
        IsDirectory ? 0 : Length,
        Time(_modifiedSeconds, _modifiedNanoseconds),
        (_mask & BirthTime) != 0 ? Time(_birthSeconds, _birthNanoseconds) : null);

    private static DateTimeOffset Time(long seconds, uint nanoseconds) => DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, Oldest, Newest)).AddTicks(nanoseconds / 100);
}
