using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using McpGen;
using ModelContextProtocol.Server;

namespace Workspace;

/// <summary>Tools over a folder of Markdown notes.</summary>
[McpServerToolType]
public sealed partial class NoteTools(NoteStore store)
{
    /// <summary>Lists the notes with their sizes and tags.</summary>
    /// <param name="tag">Only notes with this tag.</param>
    /// <param name="limit">How many notes to list.</param>
    /// <param name="cancellationToken">Stops listing.</param>
    [McpServerTool(ReadOnly = true, OpenWorld = false)]
    public async Task<string> ListNotes(
        [StringLength(32, MinimumLength = 1), RegularExpression(Patterns.Tag)] string? tag = null,
        [Range(1, 200)] int limit = 50,
        CancellationToken cancellationToken = default) =>
        Lines((await store.AllAsync(cancellationToken)).Where(note => tag is null || note.Tags.Contains(tag)).Take(limit));

    /// <summary>Reads a note.</summary>
    /// <param name="note">The note's name, as list_notes shows it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    [McpServerTool(ReadOnly = true, OpenWorld = false)]
    public async Task<string> ReadNote([AllowedPaths(NoteStore.Root, NoteStore.Files)] SandboxedPath note, CancellationToken cancellationToken)
    {
        Note read = await store.ReadAsync(note, cancellationToken);
        return $"{read}\n\n{read.Text}";
    }

    /// <summary>Tells about a note without its text.</summary>
    /// <param name="note">The note's name, as list_notes shows it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    [McpServerTool(ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    public async Task<NoteSummary> DescribeNote([AllowedPaths(NoteStore.Root, NoteStore.Files)] SandboxedPath note, CancellationToken cancellationToken)
    {
        Note read = await store.ReadAsync(note, cancellationToken);
        return new NoteSummary(read.Name, read.Tags, read.Words, read.Modified, read.Text.Length == 0 ? null : read.Text.Split('\n')[0]);
    }

    /// <summary>Finds the notes that hold every word of a query.</summary>
    /// <param name="query">The words to look for; upper and lower case are the same.</param>
    /// <param name="filter">Which notes to look at; all of them when it is left out.</param>
    /// <param name="sort">In which order to list what was found.</param>
    /// <param name="limit">How many notes to list.</param>
    /// <param name="cancellationToken">Stops searching.</param>
    [McpServerTool(ReadOnly = true, OpenWorld = false)]
    public async Task<string> SearchNotes(
        [StringLength(200, MinimumLength = 1)] string query,
        NoteFilter? filter = null,
        NoteOrder sort = NoteOrder.Relevance,
        [Range(1, 50)] int limit = 10,
        CancellationToken cancellationToken = default)
    {
        string[] words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<(Note Note, int Score)> found = (await store.AllAsync(cancellationToken))
            .Where(note => filter?.Tag is not { } tag || note.Tags.Contains(tag))
            .Where(note => note.Words >= (filter?.MinWords ?? 0) && note.Words <= (filter?.MaxWords ?? int.MaxValue))
            .Where(note => filter?.ModifiedAfter is not { } day || DateOnly.FromDateTime(note.Modified) > day)
            .Select(note => (Note: note, Score: note.Score(words)))
            .Where(static hit => hit.Score > 0);
        IEnumerable<(Note Note, int Score)> ordered = sort switch
        {
            NoteOrder.NewestFirst => found.OrderByDescending(static hit => hit.Note.Modified),
            NoteOrder.LongestFirst => found.OrderByDescending(static hit => hit.Note.Words),
            NoteOrder.Name => found,
            _ => found.OrderByDescending(static hit => hit.Score),
        };
        return Lines(ordered.Select(static hit => hit.Note).Take(limit));
    }

    /// <summary>Creates a note.</summary>
    /// <param name="note">Its name, which ends in ".md".</param>
    /// <param name="text">Its text, in Markdown.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    [McpServerTool(Destructive = false, OpenWorld = false)]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Generated code counts the items; MaxLengthAttribute itself is never asked.")]
    public async Task<string> CreateNote(
        [AllowedPaths(NoteStore.Root, NoteStore.Files, Access = PathAccess.Write)] SandboxedPath note,
        [StringLength(100_000)] string text,
        [MaxLength(10), UniqueItems, Items(MinLength = 1, MaxLength = 32, Pattern = Patterns.Tag)] string[]? tags = null,
        CancellationToken cancellationToken = default)
    {
        await store.CreateAsync(note, new Note(note.Name, tags ?? [], text, DateTime.UtcNow), cancellationToken);
        return "Created.";
    }

    /// <summary>Appends a paragraph to a note.</summary>
    /// <param name="note">The note's name, as list_notes shows it.</param>
    /// <param name="text">The paragraph, in Markdown.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    [McpServerTool(Destructive = false, OpenWorld = false)]
    public async Task<string> AppendToNote([AllowedPaths(NoteStore.Root, NoteStore.Files, Access = PathAccess.ReadWrite)] SandboxedPath note, string text, CancellationToken cancellationToken)
    {
        Note changed = await store.UpdateAsync(note, old => old with { Text = $"{old.Text.TrimEnd()}\n\n{text}\n" }, cancellationToken);
        return $"Appended; the note now has {changed.Words} words.";
    }

    /// <summary>Renames a note.</summary>
    /// <param name="note">The note's name, as list_notes shows it.</param>
    /// <param name="newName">Its new name, which ends in ".md" and no other note has.</param>
    /// <param name="cancellationToken">Stops waiting for other changes.</param>
    [McpServerTool(ReadOnly = false, Destructive = false, OpenWorld = false)]
    public async Task<string> RenameNote(
        [AllowedPaths(NoteStore.Root, NoteStore.Files, Access = PathAccess.Write)] SandboxedPath note,
        [AllowedPaths(NoteStore.Root, NoteStore.Files, Access = PathAccess.Write)] SandboxedPath newName,
        CancellationToken cancellationToken)
    {
        await store.RenameAsync(note, newName, cancellationToken);
        return "Renamed.";
    }

    /// <summary>Gives a note its tags, in place of those it has.</summary>
    /// <param name="note">The note's name, as list_notes shows it.</param>
    /// <param name="tags">The tags; none removes those the note has.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    [McpServerTool(Destructive = false, Idempotent = true, OpenWorld = false)]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Generated code counts the items; MaxLengthAttribute itself is never asked.")]
    public async Task<string> TagNote(
        [AllowedPaths(NoteStore.Root, NoteStore.Files, Access = PathAccess.ReadWrite)] SandboxedPath note,
        [MaxLength(10), UniqueItems, Items(MinLength = 1, MaxLength = 32, Pattern = Patterns.Tag)] string[] tags,
        CancellationToken cancellationToken)
    {
        await store.UpdateAsync(note, old => old with { Tags = tags }, cancellationToken);
        return "Tagged.";
    }

    /// <summary>Deletes a note for good.</summary>
    /// <param name="note">The note's name, as list_notes shows it.</param>
    /// <param name="cancellationToken">Stops waiting for other changes.</param>
    [McpServerTool(Destructive = true, OpenWorld = false)]
    public async Task<string> DeleteNote([AllowedPaths(NoteStore.Root, NoteStore.Files, Access = PathAccess.Write)] SandboxedPath note, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(note, cancellationToken);
        return "Deleted.";
    }

    private static string Lines(IEnumerable<Note> notes) => string.Join('\n', notes) is { Length: > 0 } lines ? lines : "No note matches.";
}
