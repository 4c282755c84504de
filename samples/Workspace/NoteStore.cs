using System.Text.RegularExpressions;
using ModelContextProtocol;

namespace Workspace;

/// <summary>A folder with one Markdown file per note. Its callers give it names that match <see cref="Patterns.NoteName"/>.</summary>
public sealed partial class NoteStore(string folder)
{
    private const string Extension = ".md";

    private readonly string _folder = Directory.CreateDirectory(folder).FullName;

    // A client may call several tools at once.
    private readonly Lock _lock = new();

    /// <summary>Every note, by name. A file that was put there under another kind of name is no note.</summary>
    public IReadOnlyList<Note> All()
    {
        lock (_lock)
        {
            return [.. Directory.EnumerateFiles(_folder, "*" + Extension).Where(IsNote).Order(StringComparer.Ordinal).Select(Load)];
        }
    }

    public Note Read(string name)
    {
        lock (_lock)
        {
            return Load(Existing(name));
        }
    }

    public void Create(Note note)
    {
        lock (_lock)
        {
            Save(Free(note.Name), note);
        }
    }

    public Note Update(string name, Func<Note, Note> change)
    {
        lock (_lock)
        {
            string path = Existing(name);
            Note changed = change(Load(path));
            Save(path, changed);
            return changed;
        }
    }

    public void Rename(string name, string newName)
    {
        lock (_lock)
        {
            File.Move(Existing(name), Free(newName));
        }
    }

    public void Delete(string name)
    {
        lock (_lock)
        {
            File.Delete(Existing(name));
        }
    }

    [GeneratedRegex(@"\A(?:" + Patterns.NoteName + @")\z", RegexOptions.CultureInvariant)]
    private static partial Regex NoteName();

    private static bool IsNote(string path) => NoteName().IsMatch(Path.GetFileNameWithoutExtension(path));

    private string PathOf(string name) => Path.Combine(_folder, name + Extension);

    private string Existing(string name) =>
        PathOf(name) is var path && File.Exists(path) ? path : throw new McpException("No note of that name. list_notes shows the names there are.");

    private string Free(string name) =>
        PathOf(name) is var path && !Path.Exists(path) ? path : throw new McpException("There is a note of that name already. Choose another name, or use append_to_note.");

    private static Note Load(string path) => Note.Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path), File.GetLastWriteTimeUtc(path));

    // Never half a note: the old file stays until the new one is complete.
    private static void Save(string path, Note note)
    {
        string draft = path + ".draft";
        File.WriteAllText(draft, note.ToFile());
        File.Move(draft, path, overwrite: true);
    }
}
