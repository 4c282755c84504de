using System.Buffers.Binary;
using System.Runtime.InteropServices;
using McpGen.Paths.Linux;

namespace McpGen.Tests.Paths;

/// <summary>What is large, old or long is bounded, and what is not bounded is not slow.</summary>
public sealed class PathLimitTests
{
    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(1000)]
    [InlineData(501)]
    [InlineData(500)]
    public void Whatever_the_limit_is_a_buffer_is_filled(long limit)
    {
        using PathTree tree = new PathTree().File("a", new string('x', 500));
        tree.Roots.MaxReadBytes = limit;

        using Stream file = tree.At("a").OpenRead();

        Assert.Equal(400, file.Read(new byte[400]));
        Assert.Equal(100, file.Read(new byte[400]));
        Assert.Equal(0, file.Read(new byte[400]));
        file.Position = long.MaxValue - 1;
        Assert.Null(Record.Exception(() => _ = file.Position));
    }

    [Theory]
    [InlineData(99_999_999_999_999, 9999)]
    [InlineData(-99_999_999_999_999, 1)]
    [InlineData(long.MinValue, 1)]
    [InlineData(0, 1970)]
    public void A_file_of_any_time_is_told(long seconds, int year)
    {
        // Not every file system keeps such a time, so what the kernel says is made up.
        byte[] stat = new byte[Marshal.SizeOf<StatX>()];
        BinaryPrimitives.WriteUInt32LittleEndian(stat, StatX.Everything);
        BinaryPrimitives.WriteInt64LittleEndian(stat.AsSpan(80), seconds);
        BinaryPrimitives.WriteInt64LittleEndian(stat.AsSpan(112), seconds);
        BinaryPrimitives.WriteUInt32LittleEndian(stat.AsSpan(120), 999_999_999);

        PathInfo info = MemoryMarshal.Read<StatX>(stat).Info;

        Assert.Equal((year, year), (info.LastModified.Year, info.Created!.Value.Year));
    }

    [Theory]
    [MemberData(nameof(PathTree.LinuxWays), MemberType = typeof(PathTree))]
    public void A_link_that_wanders_does_not_keep_a_call_busy(string way)
    {
        using PathTree tree = new PathTree(way).File("end");
        string deep = string.Join('/', Enumerable.Repeat("d", 600));
        tree.Folder(deep).Link("far", $"{deep}{string.Concat(Enumerable.Repeat("/..", 600))}/end").Link("near", "d/d/d/../../../end");

        Assert.True(tree.At("near").Exists());
        Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => tree.At("far").OpenRead()));
        Assert.Equal(["d", "end", "near"], tree.At(".").Enumerate().Select(static path => path.RelativePath));
    }
}
