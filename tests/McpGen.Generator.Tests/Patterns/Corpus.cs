using System.Reflection;
using System.Text.Json;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>The attack and dialect corpora, which live beside the repository. A test that reads one says how many rows it ran.</summary>
internal static class Corpus
{
    /// <summary>Skips the test where the corpora are not there; a continuous build must have them.</summary>
    public static JsonElement Read(string file)
    {
        string root = typeof(Corpus).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        string path = Path.GetFullPath(Path.Combine(root, "..", "shared", "corpus", file));

        if (!File.Exists(path))
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail($"{path} is missing.");
            Assert.Skip($"{path} is not on this machine.");
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }
}
