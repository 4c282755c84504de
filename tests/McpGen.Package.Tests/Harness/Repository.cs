using System.Reflection;

namespace McpGen.Package.Tests.Harness;

/// <summary>Where the sources lie, and where this machine keeps the packages that were restored for them.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Metadata("RepositoryRoot"));

    public static string Packages { get; } = Metadata("PackageFolder");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Copies what is shipped and how it is built; no output, no tests, no repository.</summary>
    public static void CopySourcesTo(string folder)
    {
        foreach (string file in (string[])["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "global.json", "README.md", "LICENSE"])
        {
            File.Copy(PathOf(file), Path.Combine(folder, file));
        }

        CopyFolder(PathOf("src"), Path.Combine(folder, "src"));
        CopyFolder(PathOf("samples"), Path.Combine(folder, "samples"));
    }

    public static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (string folder in Directory.EnumerateDirectories(from))
        {
            if (Path.GetFileName(folder) is var name and not ("bin" or "obj" or "Generated"))
            {
                CopyFolder(folder, Path.Combine(to, name));
            }
        }
    }
}
