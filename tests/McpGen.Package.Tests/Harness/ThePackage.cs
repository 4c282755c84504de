using System.Xml.Linq;
using McpGen.Package.Tests.Harness;

[assembly: AssemblyFixture(typeof(ThePackage))]

namespace McpGen.Package.Tests.Harness;

/// <summary>The package, packed once for all tests.</summary>
public sealed class ThePackage : IAsyncLifetime
{
    internal PackedSources Packed { get; private set; } = null!;

    internal XElement Metadata => XDocument.Load(new MemoryStream(Packed.Read("McpGen.nuspec"))).Root!.Elements().Single();

    internal string Version => Value("version");

    /// <summary>The version that a package without a suffix has.</summary>
    internal string ReleaseVersion => Version[..^(PackedSources.VersionSuffix.Length + 1)];

    /// <summary>What restoring the runtime resolved.</summary>
    internal string Assets { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Packed = await PackedSources.PackAsync("sources");
        // Read before another test restores these sources for another purpose.
        Assets = File.ReadAllText(Path.Combine(Packed.Sources, "src", "McpGen", "obj", "project.assets.json"));
    }

    public ValueTask DisposeAsync()
    {
        Packed?.Dispose();
        return ValueTask.CompletedTask;
    }

    internal string Value(string element) => Metadata.Elements().Single(child => child.Name.LocalName == element).Value;
}
