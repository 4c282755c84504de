using System.Reflection;
using System.Text.Json;

namespace McpGen.Tests.Paths;

/// <summary>The corpora of path attacks, which live beside the repository. A test that reads one says how many rows it ran.</summary>
internal static class PathCorpus
{
    /// <summary>Skips the test where the corpora are not there; a continuous build must have them.</summary>
    public static JsonElement.ArrayEnumerator Rows(string file, string property)
    {
        string root = typeof(PathCorpus).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        string path = Path.GetFullPath(Path.Combine(root, "..", "shared", "corpus", file));
        if (!File.Exists(path))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{path} is missing.");
            Assert.Skip($"{path} is not on this machine.");
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.GetProperty(property).Clone().EnumerateArray();
    }
}
