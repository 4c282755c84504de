namespace McpGen.Package.Tests.Harness;

/// <summary>Programs of a user, outside of the repository, that get McpGen from a local feed and nothing from the source tree.</summary>
public sealed class Consumers(ThePackage package) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        Repository.CopyFolder(Repository.PathOf("tests", "McpGen.Package.Tests", "Consumers"), _folder.PathOf("consumers"));
        // The packed package from the feed, into a folder of packages of its own; everything else from what the machine has already.
        File.WriteAllText(_folder.PathOf("consumers", "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{package.Packed.Feed}" />
              </packageSources>
            </configuration>
            """);
        await Dotnet.RunAsync(_folder.PathOf("consumers"), [.. Arguments("build", "Consumers.slnx"), "-warnaserror"], Packages);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal string Output(string project) => _folder.PathOf("consumers", project, "bin", "Debug", "net10.0");

    /// <summary>Builds a project once more, with other properties.</summary>
    internal Task<(int ExitCode, string Output)> RebuildAsync(string project, params string[] properties) =>
        Dotnet.TryAsync(_folder.PathOf("consumers"), [.. Arguments("build", project), "--no-restore", .. properties], Packages);

    private (string, string)[] Packages => [("NUGET_PACKAGES", _folder.PathOf("packages")), ("NUGET_FALLBACK_PACKAGES", Repository.Packages)];

    private string[] Arguments(string command, string project) =>
        [command, project, $"-p:McpGenVersion={package.Version}", $"-p:HostingVersion={CentralPackages.Version("Microsoft.Extensions.Hosting")}"];
}
