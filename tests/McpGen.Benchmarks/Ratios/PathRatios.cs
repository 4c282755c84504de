using McpGen.Paths;

namespace McpGen.Benchmarks.Ratios;

/// <summary>Opening a file beneath a root beside opening it by its path, and binding the name.</summary>
internal static class PathRatios
{
    private const string Name = "projects/2026/plan.md";

    public static readonly string[] Names = ["path.open.vs_openhandle", "path.open_through_link.vs_openhandle", "path.bind.nanoseconds", "path.bind.bytes"];

    public static IEnumerable<(string Name, double Value)> Measure()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("mcpgen-ratios-");
        try
        {
            string file = Path.Combine(root.FullName, Name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "plan");
            File.CreateSymbolicLink(Path.Combine(root.FullName, "latest.md"), Name);
            var options = new HardeningOptions();
            options.Roots.Add("notes", root.FullName, PathAccess.Read);
            var guard = new PathGuard("notes", "**/*.md");
            SandboxedPath path = Bind(guard, options, Name), link = Bind(guard, options, "latest.md");

            Race race = Race.Run(
                RaceLength.Short,
                ("SandboxedPath", () => path.OpenRead().Dispose()),
                ("through a link", () => link.OpenRead().Dispose()),
                ("File.OpenHandle", () => File.OpenHandle(file).Dispose()),
                ("bind", () => Bind(guard, options, Name)),
                ("nothing", static () => { }));
            yield return (Names[0], race.Ratio("SandboxedPath", "File.OpenHandle"));
            yield return (Names[1], race.Ratio("through a link", "File.OpenHandle"));
            yield return (Names[2], race.Difference("bind", "nothing"));
            yield return (Names[3], Race.Bytes(() => Bind(guard, options, Name)));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static SandboxedPath Bind(PathGuard guard, HardeningOptions options, string name) =>
        guard.TryBind(name, options, static () => null, out SandboxedPath? path) is { } expectation ? throw new InvalidOperationException(expectation) : path!;
}
