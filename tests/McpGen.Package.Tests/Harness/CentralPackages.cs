using System.Xml.Linq;

namespace McpGen.Package.Tests.Harness;

/// <summary>The packages that the repository uses, each with its one version.</summary>
internal static class CentralPackages
{
    public static IReadOnlyDictionary<string, string> All { get; } = XDocument.Load(Repository.PathOf("Directory.Packages.props"))
        .Descendants("PackageVersion")
        .ToDictionary(static row => row.Attribute("Include")!.Value, static row => row.Attribute("Version")!.Value);

    public static string Version(string package) => All[package];
}
