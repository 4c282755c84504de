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
    [McpServerTool(ReadOnly = true, OpenWorld = false)]
    public string ListNotes(
        [StringLength(32, MinimumLength = 1), RegularExpression(Patterns.Tag)] string? tag = null,
        [Range(1, 200)] int limit = 50) =>
        Lines(store.All().Where(note => tag is null || note.Tags.Contains(tag)).Take(limit));

    /// <summary>Reads a note.</summary>
    /// <param name="name">The note's name, as list_notes shows it.</param>
    [McpServerTool(ReadOnly = true, OpenWorld = false)]
    public string ReadNote([StringLength(64, MinimumLength = 1), RegularExpression(Patterns.NoteName)] string name)
    {
        Note note = store.Read(name);
        return $"{note}\n\n{note.Text}";
    }

    /// <summary>Tells about a note without its text.</summary>
    /// <param name="name">The note's name, as list_notes shows it.</param>
    [McpServerTool(ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    public NoteSummary DescribeNote([StringLength(64, MinimumLength = 1), RegularExpression(Patterns.NoteName)] string name)
    {
        Note note = store.Read(name);
        return new NoteSummary(note.Name, note.Tags, note.Words, note.Modified, note.Text.Length == 0 ? null : note.Text.Split('\n')[0]);
    }

    /// <summary>Finds the notes that hold every word of a query.</summary>
    /// <param name="query">The words to look for; upper and lower case are the same.</param>
    /// <param name="filter">Which notes to look at; all of them when it is left out.</param>
    /// <param name="sort">In which order to list what was found.</param>
    /// <param name="limit">How many notes to list.</param>
    [McpServerTool(ReadOnly = true, OpenWorld = false)]
    public string SearchNotes(
        [StringLength(200, MinimumLength = 1)] string query,
        NoteFilter? filter = null,
        NoteOrder sort = NoteOrder.Relevance,
        [Range(1, 50)] int limit = 10)
    {
        string[] words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<(Note Note, int Score)> found = store.All()
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
    /// <param name="name">Its name: lower-case letters, digits and hyphens.</param>
    /// <param name="text">Its text, in Markdown.</param>
    /// <param name="tags">Its tags.</param>
    [McpServerTool(Destructive = false, OpenWorld = false)]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Generated code counts the items; MaxLengthAttribute itself is never asked.")]
    public string CreateNote(
        [StringLength(64, MinimumLength = 1), RegularExpression(Patterns.NoteName)] string name,
        [StringLength(100_000)] string text,
        [MaxLength(10), UniqueItems, Items(MinLength = 1, MaxLength = 32, Pattern = Patterns.Tag)] string[]? tags = null)
    {
        store.Create(new Note(name, tags ?? [], text, DateTime.UtcNow));
        return "Created.";
    }

    /// <summary>Appends a paragraph to a note.</summary>
    /// <param name="name">The note's name, as list_notes shows it.</param>
    /// <param name="text">The paragraph, in Markdown.</param>
    [McpServerTool(Destructive = false, OpenWorld = false)]
    public string AppendToNote([StringLength(64, MinimumLength = 1), RegularExpression(Patterns.NoteName)] string name, string text)
    {
        Note changed = store.Update(name, note => note with { Text = $"{note.Text.TrimEnd()}\n\n{text}\n" });
        return $"Appended; the note now has {changed.Words} words.";
    }

    /// <summary>Renames a note.</summary>
    /// <param name="name">The note's name, as list_notes shows it.</param>
    /// <param name="newName">Its new name, which no other note has.</param>
    [McpServerTool(ReadOnly = false, Destructive = false, OpenWorld = false)]
    public string RenameNote(
        [StringLength(64, MinimumLength = 1), RegularExpression(Patterns.NoteName)] string name,
        [StringLength(64, MinimumLength = 1), RegularExpression(Patterns.NoteName)] string newName)
    {
        store.Rename(name, newName);
        return "Renamed.";
    }

    /// <summary>Gives a note its tags, in place of those it has.</summary>
    /// <param name="name">The note's name, as list_notes shows it.</param>
    /// <param name="tags">The tags; none removes those the note has.</param>
    [McpServerTool(Destructive = false, Idempotent = true, OpenWorld = false)]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Generated code counts the items; MaxLengthAttribute itself is never asked.")]
    public string TagNote(
        [StringLength(64, MinimumLength = 1), RegularExpression(Patterns.NoteName)] string name,
        [MaxLength(10), UniqueItems, Items(MinLength = 1, MaxLength = 32, Pattern = Patterns.Tag)] string[] tags)
    {
        store.Update(name, note => note with { Tags = tags });
        return "Tagged.";
    }

    /// <summary>Deletes a note for good.</summary>
    /// <param name="name">The note's name, as list_notes shows it.</param>
    [McpServerTool(Destructive = true, OpenWorld = false)]
    public string DeleteNote([StringLength(64, MinimumLength = 1), RegularExpression(Patterns.NoteName)] string name)
    {
        store.Delete(name);
        return "Deleted.";
    }

    private static string Lines(IEnumerable<Note> notes) => string.Join('\n', notes) is { Length: > 0 } lines ? lines : "No note matches.";
}
