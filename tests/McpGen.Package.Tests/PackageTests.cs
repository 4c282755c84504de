using System.Text;
using System.Xml.Linq;
using McpGen.Package.Tests.Harness;

namespace McpGen.Package.Tests;

/// <summary>What is in the package, and what it says of itself.</summary>
public sealed class PackageTests(ThePackage package)
{
    [Fact]
    public void The_package_holds_runtime_generator_documentation_and_nothing_else()
    {
        using var archive = package.Packed.Open();

        Assert.Equal(
            [
                "LICENSE",
                "McpGen.nuspec",
                "README.md",
                "[Content_Types].xml",
                "_rels/.rels",
                "analyzers/dotnet/cs/McpGen.Generator.dll",
                "buildTransitive/McpGen.targets",
                "lib/net10.0/McpGen.dll",
                "lib/net10.0/McpGen.xml",
                "package/services/metadata/core-properties/nuget.psmdcp",
            ],
            archive.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_depends_on_the_official_SDK_alone()
    {
        XElement group = Assert.Single(package.Metadata.Descendants(), static element => element.Name.LocalName == "group");
        XElement dependency = Assert.Single(group.Elements());

        Assert.Equal("net10.0", group.Attribute("targetFramework")!.Value);
        Assert.Equal("ModelContextProtocol", dependency.Attribute("id")!.Value);
        Assert.Equal(CentralPackages.Version("ModelContextProtocol"), dependency.Attribute("version")!.Value);
    }

    [Fact]
    public void The_package_says_what_it_is_and_under_which_licence()
    {
        XElement license = Assert.Single(package.Metadata.Elements(), static element => element.Name.LocalName == "license");

        Assert.Equal("McpGen", package.Value("id"));
        Assert.Equal("expression", license.Attribute("type")!.Value);
        Assert.Equal("MIT", license.Value);
        Assert.Equal("README.md", package.Value("readme"));
        Assert.Contains("Model Context Protocol", package.Value("description"));
        Assert.Contains("mcp", package.Value("tags").Split(' '));
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("README.md")), package.Packed.Read("README.md"));
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("LICENSE")), package.Packed.Read("LICENSE"));
    }

    [Fact]
    public void The_public_API_is_documented()
    {
        XDocument documentation = XDocument.Parse(Encoding.UTF8.GetString(package.Packed.Read("lib/net10.0/McpGen.xml")).TrimStart('\uFEFF'));
        string[] documented = [.. documentation.Descendants("member").Where(static member => member.Element("summary") is not null).Select(static member => member.Attribute("name")!.Value)];

        Assert.All(PackedAssembly.Read(package.Packed, "lib/net10.0/McpGen.dll").PublicTypes, type => Assert.Contains($"T:{type}", documented));
    }

    [Fact]
    public void Runtime_and_generator_carry_their_symbols_and_name_no_folder_of_the_machine_that_built_them()
    {
        foreach (string entry in (string[])["lib/net10.0/McpGen.dll", "analyzers/dotnet/cs/McpGen.Generator.dll"])
        {
            IReadOnlyList<string> sources = PackedAssembly.Read(package.Packed, entry).Sources;

            Assert.Contains(sources, static source => source.StartsWith("/_/src/McpGen", StringComparison.Ordinal));
            Assert.All(sources, static source => Assert.StartsWith("/_", source));
        }
    }

    [Fact]
    public void The_runtime_carries_its_sources() => Assert.True(PackedAssembly.Read(package.Packed, "lib/net10.0/McpGen.dll").EmbedsSources);
}
