using System.Text.Encodings.Web;
using System.Text.Json;
using McpGen.EndToEnd.Tests.Harness;

namespace McpGen.EndToEnd.Tests;

/// <summary>
/// The tools of the Workspace sample stand in <c>samples/Workspace/schemas</c> as they are published, so that a change to them is read in
/// review. <c>MCPGEN_SCHEMAS=update dotnet test tests/McpGen.EndToEnd.Tests</c> writes them anew.
/// </summary>
public sealed class SchemaTests(WorkspaceServers servers) : IClassFixture<WorkspaceServers>
{
    private const string HowToUpdate = "Run MCPGEN_SCHEMAS=update dotnet test tests/McpGen.EndToEnd.Tests and review the change.";

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Folder => Repository.PathOf("samples", "Workspace", "schemas");

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_schemas_in_the_repository_are_those_that_the_sample_publishes()
    {
        Dictionary<string, string> published = await PublishedAsync(Protocol.Stateless);
        if (Environment.GetEnvironmentVariable("MCPGEN_SCHEMAS") == "update")
        {
            Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), "Schemas are not updated where CI is set: there nobody reviews them.");
            await UpdateAsync(published);
        }

        string[] differences = [.. Differences(published)];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("2024-11-05")]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData(Protocol.WithHandshake)]
    public async Task Every_version_of_the_protocol_publishes_the_same_tools(string version) =>
        Assert.Equal(await PublishedAsync(Protocol.Stateless), await PublishedAsync(version));

    [Fact]
    public void The_build_leaves_the_generated_wrappers_where_a_reader_finds_them()
    {
        string folder = Repository.PathOf("samples", "Workspace", "Generated");
        Assert.True(Directory.Exists(folder), $"{folder} is missing; if somebody deleted it, a rebuild (dotnet build --no-incremental samples/Workspace) brings it back.");
        string file = Assert.Single(Directory.EnumerateFiles(folder, "Workspace.NoteTools.McpGen.g.cs", SearchOption.AllDirectories));
        Assert.Contains("// Access", File.ReadAllText(file));
    }

    private async Task<Dictionary<string, string>> PublishedAsync(string version)
    {
        WorkspaceServer server = await servers.SpeakingAsync(version);
        Answer answer = await server.Wire.RequestAsync("tools/list", "{}");
        return answer.Result.GetProperty("tools").EnumerateArray().ToDictionary(
            static tool => tool.GetProperty("name").GetString()! + ".json",
            static tool => JsonSerializer.Serialize(tool, s_readable) + "\n");
    }

    private static async Task UpdateAsync(Dictionary<string, string> published)
    {
        foreach (string stale in Directory.EnumerateFiles(Directory.CreateDirectory(Folder).FullName).Where(file => !published.ContainsKey(Path.GetFileName(file))))
        {
            File.Delete(stale);
        }

        foreach ((string file, string text) in published)
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, file), text, TestContext.Current.CancellationToken);
        }
    }

    private static IEnumerable<string> Differences(Dictionary<string, string> published)
    {
        foreach (string file in Directory.EnumerateFiles(Folder).Select(static path => Path.GetFileName(path)).Where(file => !published.ContainsKey(file)))
        {
            yield return $"{file}: no tool of that name is published. {HowToUpdate}";
        }

        foreach ((string file, string text) in published)
        {
            string path = Path.Combine(Folder, file);
            if (!File.Exists(path))
            {
                yield return $"{file}: missing. {HowToUpdate}";
            }
            else if (File.ReadAllText(path) is var committed && committed != text)
            {
                yield return $"{file}: {FirstDifference(committed.Split('\n'), text.Split('\n'))} {HowToUpdate}";
            }
        }
    }

    private static string FirstDifference(string[] committed, string[] published)
    {
        int line = 0;
        while (line < committed.Length && line < published.Length && committed[line] == published[line])
        {
            line++;
        }

        return $"line {line + 1} is '{committed.ElementAtOrDefault(line)}', published is '{published.ElementAtOrDefault(line)}'.";
    }
}
