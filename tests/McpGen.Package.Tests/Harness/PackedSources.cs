using System.IO.Compression;

namespace McpGen.Package.Tests.Harness;

/// <summary>A copy of the sources in a folder of its own, and the package that was packed from it.</summary>
internal sealed class PackedSources : IDisposable
{
    /// <summary>No machine has a package of this version yet, so none can stand in for the one that was packed.</summary>
    public static string VersionSuffix { get; } = $"test-{Guid.NewGuid():N}";

    /// <summary>How these sources are built. Analyzers have seen them in the solution's build and add nothing to what comes out.</summary>
    public static string[] Options { get; } = ["-c", "Release", $"-p:VersionSuffix={VersionSuffix}", "-p:RunAnalyzers=false"];

    private readonly TemporaryFolder _folder = new();

    private PackedSources(string sources) => Sources = Directory.CreateDirectory(_folder.PathOf(sources)).FullName;

    public string Sources { get; }

    public string Feed => _folder.PathOf("feed");

    public string File => Assert.Single(Directory.EnumerateFiles(Feed));

    /// <param name="sources">Where below a new temporary folder the sources are put.</param>
    /// <param name="project">The folder of the project that is packed.</param>
    public static async Task<PackedSources> PackAsync(string sources, string project = "src/McpGen")
    {
        var packed = new PackedSources(sources);
        try
        {
            Repository.CopySourcesTo(packed.Sources);
            await Dotnet.RunAsync(
                packed.Sources,
                ["pack", project, .. Options, "-o", packed.Feed],
                ("SOURCE_DATE_EPOCH", "1767225600"));
            return packed;
        }
        catch
        {
            packed.Dispose();
            throw;
        }
    }

    public ZipArchive Open() => ZipFile.OpenRead(File);

    public byte[] Read(string entry)
    {
        using ZipArchive package = Open();
        using Stream stream = package.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose() => _folder.Dispose();
}
