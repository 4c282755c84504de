using System.Text;
using System.Xml.Linq;
using McpGen.Package.Tests.Harness;

namespace McpGen.Package.Tests;

/// <summary>What the package for HTTP holds and asks for.</summary>
public sealed class AspNetCorePackageTests(ThePackage runtime)
{
    [Fact(Timeout = Limits.Milliseconds)]
    public async Task It_holds_an_assembly_and_asks_for_the_runtime_of_its_own_version_and_for_ASP_NET_Core()
    {
        using PackedSources packed = await PackedSources.PackAsync("sources", "src/McpGen.AspNetCore");
        using var archive = packed.Open();
        XElement metadata = XDocument.Load(new MemoryStream(packed.Read("McpGen.AspNetCore.nuspec"))).Root!.Elements().Single();
        PackedAssembly assembly = PackedAssembly.Read(packed, "lib/net10.0/McpGen.AspNetCore.dll");
        string documentation = Encoding.UTF8.GetString(packed.Read("lib/net10.0/McpGen.AspNetCore.xml"));

        Assert.Equal(
            [
                "LICENSE",
                "McpGen.AspNetCore.nuspec",
                "README.md",
                "[Content_Types].xml",
                "_rels/.rels",
                "lib/net10.0/McpGen.AspNetCore.dll",
                "lib/net10.0/McpGen.AspNetCore.xml",
                "package/services/metadata/core-properties/nuget.psmdcp",
            ],
            archive.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal));

        // It uses internals of the runtime: another version of it is another program.
        XElement dependency = Assert.Single(metadata.Descendants(), static element => element.Name.LocalName == "dependency");
        Assert.Equal("McpGen", dependency.Attribute("id")!.Value);
        Assert.Equal($"[{runtime.Version}]", dependency.Attribute("version")!.Value);
        Assert.Equal("Microsoft.AspNetCore.App", Assert.Single(metadata.Descendants(), static element => element.Name.LocalName == "frameworkReference").Attribute("name")!.Value);

        Assert.All(assembly.PublicTypes, type => Assert.Contains($"\"T:{type}\"", documentation));
        Assert.All(assembly.Sources, static source => Assert.StartsWith("/_", source));
        Assert.True(assembly.EmbedsSources);
    }
}
