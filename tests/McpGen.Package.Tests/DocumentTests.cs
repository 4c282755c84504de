using System.Text.Json;
using System.Text.RegularExpressions;
using McpGen.Package.Tests.Harness;

namespace McpGen.Package.Tests;

/// <summary>The changelog and the list of dependencies say what is true.</summary>
public sealed partial class DocumentTests(ThePackage package)
{
    private static readonly Dependency[] s_listed =
    [
        .. from row in DependencyRow().Matches(File.ReadAllText(Repository.PathOf("docs", "dependencies.md")))
           select new Dependency(row.Groups["package"].Value, row.Groups["version"].Value, row.Groups["licence"].Value),
    ];

    [Fact]
    public void The_newest_heading_of_the_changelog_is_the_version_of_the_package()
    {
        Match heading = VersionHeading().Match(File.ReadAllText(Repository.PathOf("docs", "changelog.md")));

        Assert.True(heading.Success);
        Assert.Equal(package.ReleaseVersion, heading.Groups["version"].Value);
    }

    [Fact]
    public void Every_package_that_the_repository_uses_is_listed_with_its_version() =>
        Assert.All(CentralPackages.All, static used => Assert.Contains(s_listed, listed => listed.Package == used.Key && listed.Version == used.Value));

    [Fact]
    public void Every_package_that_the_package_brings_is_listed_with_its_version() =>
        Assert.All(Brought(), static brought => Assert.Contains(s_listed, listed => $"{listed.Package}/{listed.Version}" == brought));

    [Fact]
    public void Every_package_from_npm_is_listed_with_its_version()
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "McpGen.Differential", "ajv", "package.json")));
        string list = File.ReadAllText(Repository.PathOf("docs", "dependencies.md"));

        Assert.All(manifest.RootElement.GetProperty("dependencies").EnumerateObject(), used => Assert.Contains($"`{used.Name}` {used.Value}", list));
    }

    [Fact]
    public void Nothing_is_listed_that_is_not_used() =>
        Assert.All(s_listed, listed => Assert.True(
            Brought().Contains($"{listed.Package}/{listed.Version}") || CentralPackages.All.GetValueOrDefault(listed.Package) == listed.Version,
            listed.Package));

    [Fact]
    public void Every_licence_is_the_one_that_the_package_states() => Assert.All(s_listed, static listed =>
    {
        string id = listed.Package.ToLowerInvariant();
        string manifest = Path.Combine(Repository.Packages, id, listed.Version, $"{id}.nuspec");
        Assert.SkipUnless(File.Exists(manifest), $"{listed.Package} {listed.Version} has not been restored on this machine.");
        Assert.Contains($"""<license type="expression">{listed.Licence}</license>""", File.ReadAllText(manifest));
    });

    // But for what only the build asks for.
    private string[] Brought()
    {
        using JsonDocument assets = JsonDocument.Parse(package.Assets);
        return
        [
            .. from target in Assert.Single(assets.RootElement.GetProperty("targets").EnumerateObject()).Value.EnumerateObject()
               where target.Value.GetProperty("type").GetString() == "package" && target.Value.TryGetProperty("runtime", out _)
               select target.Name,
        ];
    }

    [GeneratedRegex(@"^## (?<version>\d+\.\d+\.\d+) - (unreleased|\d{4}-\d\d-\d\d)\r?$", RegexOptions.Multiline)]
    private static partial Regex VersionHeading();

    [GeneratedRegex(@"^\| (?<package>[\w.]+) \| (?<version>\d[\w.-]*) \| (?<licence>[\w.-]+) \|", RegexOptions.Multiline)]
    private static partial Regex DependencyRow();

    private sealed record Dependency(string Package, string Version, string Licence);
}
