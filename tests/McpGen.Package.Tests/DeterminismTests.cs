using System.IO.Compression;
using McpGen.Package.Tests.Harness;

namespace McpGen.Package.Tests;

/// <summary>The same sources make the same package, wherever they lie.</summary>
public sealed class DeterminismTests(ThePackage package)
{
    [Fact(Timeout = Limits.Milliseconds)]
    public async Task Two_folders_make_the_same_package()
    {
        using PackedSources other = await PackedSources.PackAsync("a folder/of another depth");
        string[] entries = Entries(package.Packed);

        Assert.Equal(entries, Entries(other));
        Assert.All(entries, entry => Assert.Equal(package.Packed.Read(entry), other.Read(entry)));
        // With the same SOURCE_DATE_EPOCH the file itself is the same, times of its entries included.
        Assert.Equal(File.ReadAllBytes(package.Packed.File), File.ReadAllBytes(other.File));
    }

    private static string[] Entries(PackedSources packed)
    {
        using ZipArchive archive = packed.Open();
        return [.. archive.Entries.Select(static entry => entry.FullName)];
    }
}
