using System.Globalization;
using McpGen.EndToEnd.Tests.Harness;

namespace McpGen.EndToEnd.Tests;

/// <summary>The search of the Workspace sample.</summary>
public sealed class WorkspaceSearchTests(WorkspaceServers servers) : IClassFixture<WorkspaceServers>
{
    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("""{"query":"PACK"}""", "short.md long.md")]
    [InlineData("""{"query":"pack","sort":"longest-first"}""", "long.md short.md")]
    [InlineData("""{"query":"pack","sort":"newest-first"}""", "long.md short.md")]
    [InlineData("""{"query":"pack","sort":"name"}""", "long.md short.md")]
    [InlineData("""{"query":"pack","limit":1}""", "short.md")]
    [InlineData("""{"query":"pack light"}""", "long.md")]
    [InlineData("""{"query":"pack","filter":{"tag":"travel"}}""", "long.md")]
    [InlineData("""{"query":"pack","filter":{"minWords":3}}""", "long.md")]
    [InlineData("""{"query":"pack","filter":{"maxWords":2}}""", "short.md")]
    [InlineData("""{"query":"pack","filter":{"modifiedAfter":"2026-01-31"}}""", "long.md")]
    [InlineData("""{"query":"pack","filter":{"modifiedAfter":"9999-12-31"}}""", "No")]
    [InlineData("""{"query":"unpack"}""", "No")]
    public async Task A_search_finds_what_it_is_asked_for(string arguments, string names)
    {
        WorkspaceServer server = await servers.SpeakingAsync(Protocol.Stateless);
        Write(server, "short.md", "pack pack", "2026-01-31");
        Write(server, "long.md", "tags: travel, rome\n\nPack light for Rome.", "2026-02-01");
        Write(server, ".hidden.md", "pack", "2026-02-02");
        Write(server, "no note.txt", "pack", "2026-02-02");

        string found = (await server.Wire.CallAsync("search_notes", arguments)).Accepted();

        Assert.Equal(names, string.Join(' ', found.Split('\n').Select(static line => line.Split(' ')[0])));
    }

    private static void Write(WorkspaceServer server, string file, string text, string modified)
    {
        string path = Path.Combine(server.Notes, file);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, DateTime.Parse(modified + "T12:00:00", CultureInfo.InvariantCulture));
    }
}
