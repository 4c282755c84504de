using System.Reflection;
using System.Text.Json;

namespace McpGen.Tests.Urls;

/// <summary>The attack corpora, which live beside the repository; the tests beside this one say the same in their own words.</summary>
internal static class UrlCorpus
{
    /// <summary>Skips the test where the corpora are not there; a continuous build must have them.</summary>
    public static string Read(string file)
    {
        string root = typeof(UrlCorpus).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        string path = Path.GetFullPath(Path.Combine(root, "..", "shared", "corpus", file));
        if (!File.Exists(path))
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", $"{path} is not on this machine.");
            Assert.Fail($"{path} is missing.");
        }

        return File.ReadAllText(path);
    }

    public static (string Id, string Text, string Expect)[] Cases(string file, string id, string text)
    {
        using var document = JsonDocument.Parse(Read(file));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(row =>
            (row.GetProperty(id).GetString()!, row.GetProperty(text).GetString()!, row.GetProperty("expect").GetString()!))];
    }
}
