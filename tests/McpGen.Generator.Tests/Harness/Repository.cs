using System.Reflection;

namespace McpGen.Generator.Tests.Harness;

/// <summary>Where the repository and this project are.</summary>
internal static class Repository
{
    public static string Root => Metadata("RepositoryRoot");

    public static string Project => Metadata("ProjectDirectory");

    /// <summary>A text file, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>The source files below a folder.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin"));

    private static string Metadata(string key) => Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!);
}
