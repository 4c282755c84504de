using McpGen.EndToEnd.Tests.Harness;

namespace McpGen.EndToEnd.Tests;

/// <summary>The Workspace sample does what its tools say.</summary>
public sealed class WorkspaceTests
{
    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_note_is_created_changed_read_renamed_and_deleted()
    {
        using WorkspaceServer server = await WorkspaceServer.StartAsync(Protocol.Stateless);

        Assert.Equal("Created.", await AcceptedAsync(server, "create_note", """{"note":"a.md","text":"tags: no tags","tags":["b"]}"""));
        Assert.Equal("Appended; the note now has 4 words.", await AcceptedAsync(server, "append_to_note", """{"note":"a.md","text":"more"}"""));
        Assert.Matches(@"^a\.md \(4 words, modified ....-..-.., tags: b\)$", await AcceptedAsync(server, "list_notes", """{"tag":"b"}"""));
        Assert.Equal("Tagged.", await AcceptedAsync(server, "tag_note", """{"note":"a.md","tags":[]}"""));
        Assert.Matches("^a\\.md \\(4 words, modified ....-..-..\\)\n\ntags: no tags\n\nmore\n$", await AcceptedAsync(server, "read_note", """{"note":"a.md"}"""));
        Assert.Equal("Renamed.", await AcceptedAsync(server, "rename_note", """{"note":"a.md","newName":"b.md"}"""));
        Assert.StartsWith("There is a note of that name already.", (await server.Wire.CallAsync("create_note", """{"note":"b.md","text":""}""")).Refused());
        Assert.Equal("Deleted.", await AcceptedAsync(server, "delete_note", """{"note":"b.md"}"""));
        Assert.StartsWith("No note of that name.", (await server.Wire.CallAsync("delete_note", """{"note":"b.md"}""")).Refused());
        Assert.Empty(Directory.EnumerateFileSystemEntries(server.Notes));
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_folder_of_notes_can_be_named_by_the_environment()
    {
        using var notes = new TemporaryFolder();
        File.WriteAllText(Path.Combine(notes.Path, "here.md"), "");
        using ChildProcess process = ChildProcess.Start("Workspace.dll", [], ("WORKSPACE_NOTES", notes.Path));
        Wire wire = await Wire.OpenAsync(process.Input, process.Output, Protocol.Stateless);

        Assert.StartsWith("here.md (0 words", (await wire.CallAsync("list_notes", "{}")).Accepted());
    }

    private static async Task<string> AcceptedAsync(WorkspaceServer server, string tool, string arguments) => (await server.Wire.CallAsync(tool, arguments)).Accepted();
}
