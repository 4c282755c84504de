using System.Runtime.CompilerServices;

namespace McpGen.Generator.Tests.Harness;

/// <summary>
/// Generated files beside their committed text, named as Verify names them: <c>Class.Case#HintName.verified.cs</c>. To accept what is
/// generated now: <c>MCPGEN_SNAPSHOTS=update dotnet test</c>.
/// </summary>
internal static class Snapshot
{
    private const string Verified = ".verified.cs";
    private const string Received = ".received.cs";

    private static readonly bool s_updates = Environment.GetEnvironmentVariable("MCPGEN_SNAPSHOTS") == "update";

    public static string Folder => Path.Combine(Repository.Project, "Snapshots");

    /// <summary>Compares the files of a run, first their names and then their text.</summary>
    public static void Match(GeneratorRun run, string testClass, [CallerMemberName] string testCase = "")
    {
        string prefix = $"{testClass}.{testCase}#";
        Dictionary<string, string> generated = run.Result.GeneratedSources
            .Where(static source => source.HintName.Contains("McpGen", StringComparison.Ordinal))
            .ToDictionary(source => prefix + Path.GetFileNameWithoutExtension(source.HintName), static source => source.SourceText.ToString());
        if (s_updates)
        {
            Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), "Snapshots are not updated where CI is set.");
            Update(prefix, generated);
        }

        string[] different = [.. generated.Where(static file => ReadVerified(file.Key) != file.Value).Select(static file => file.Key)];
        foreach (string file in generated.Keys)
        {
            string received = Path.Combine(Folder, file + Received);
            File.Delete(received);
            if (different.Contains(file))
            {
                File.WriteAllText(received, generated[file]);
            }
        }

        Assert.Equal(generated.Keys.Order(StringComparer.Ordinal), Files(prefix));
        Assert.True(different.Length == 0, string.Join("\n", different.Select(file => FirstDifference(file, generated[file]))));
    }

    /// <summary>The committed files whose names begin so, without their ending.</summary>
    public static IEnumerable<string> Files(string prefix) => Directory.GetFiles(Folder, prefix + "*" + Verified)
        .Select(static path => Path.GetFileName(path)[..^Verified.Length])
        .Order(StringComparer.Ordinal);

    private static void Update(string prefix, Dictionary<string, string> generated)
    {
        foreach (string stale in Files(prefix).Where(file => !generated.ContainsKey(file)).ToList())
        {
            File.Delete(Path.Combine(Folder, stale + Verified));
        }

        foreach ((string file, string text) in generated)
        {
            File.WriteAllText(Path.Combine(Folder, file + Verified), text);
        }
    }

    private static string? ReadVerified(string file)
    {
        string path = Path.Combine(Folder, file + Verified);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static string FirstDifference(string file, string text)
    {
        string[] expected = (ReadVerified(file) ?? "").Split('\n');
        string[] actual = text.Split('\n');
        int line = expected.Zip(actual).TakeWhile(static pair => pair.First == pair.Second).Count();
        string Shown(string[] lines) => string.Join("\n", lines.Skip(Math.Max(0, line - 3)).Take(7));
        return $"{file}: line {line + 1} differs. Accept with MCPGEN_SNAPSHOTS=update dotnet test.\n--- verified\n{Shown(expected)}\n--- received\n{Shown(actual)}";
    }
}
