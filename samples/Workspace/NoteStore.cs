using McpGen;
using ModelContextProtocol;

namespace Workspace;

/// <summary>A folder with one Markdown file per note. Its callers give it paths that are inside of it, and stay there.</summary>
public sealed class NoteStore(RootCollection roots)
{
    /// <summary>The name of the root.</summary>
    public const string Root = "notes";

    /// <summary>Which files are notes: not those that begin with a dot, and none in a folder below.</summary>
    public const string Files = "*.md";

    private readonly SandboxedPath _folder = roots.GetPath(Root, PathAccess.Read, Files);

    // A client may call several tools at once.
    private readonly SemaphoreSlim _lock = new(1);

    /// <summary>Every note, by name.</summary>
    public Task<IReadOnlyList<Note>> AllAsync(CancellationToken cancellationToken) => AloneAsync<IReadOnlyList<Note>>(async () =>
    {
        var notes = new List<Note>();
        foreach (SandboxedPath file in _folder.Enumerate().Where(static file => file.Info().Kind == PathKind.File))
        {
            notes.Add(await LoadAsync(file, cancellationToken));
        }

        return notes;
    }, cancellationToken);

    public Task<Note> ReadAsync(SandboxedPath file, CancellationToken cancellationToken) => AloneAsync(() => LoadAsync(file, cancellationToken), cancellationToken);

    public Task CreateAsync(SandboxedPath file, Note note, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        if (file.Exists())
        {
            throw Taken();
        }

        await file.WriteAllTextAsync(note.ToFile(), cancellationToken);
        return note;
    }, cancellationToken);

    public Task<Note> UpdateAsync(SandboxedPath file, Func<Note, Note> change, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        Note changed = change(await LoadAsync(file, cancellationToken));
        await file.WriteAllTextAsync(changed.ToFile(), cancellationToken);
        return changed;
    }, cancellationToken);

    public Task RenameAsync(SandboxedPath file, SandboxedPath target, CancellationToken cancellationToken) => AloneAsync(() =>
    {
        Explain(() => file.Move(target));
        return Task.FromResult(target);
    }, cancellationToken);

    public Task DeleteAsync(SandboxedPath file, CancellationToken cancellationToken) => AloneAsync(() =>
    {
        Explain(file.Delete);
        return Task.FromResult(file);
    }, cancellationToken);

    private static async Task<Note> LoadAsync(SandboxedPath file, CancellationToken cancellationToken)
    {
        try
        {
            return Note.Parse(file.Name, await file.ReadAllTextAsync(cancellationToken), file.Info().LastModified.UtcDateTime);
        }
        catch (PathRefusedException refused) when (refused.Reason == PathRefusal.NotFound)
        {
            throw Missing();
        }
    }

    private static void Explain(Action change)
    {
        try
        {
            change();
        }
        catch (PathRefusedException refused) when (refused.Reason == PathRefusal.NotFound)
        {
            throw Missing();
        }
        catch (PathRefusedException refused) when (refused.Reason == PathRefusal.AlreadyExists)
        {
            throw Taken();
        }
    }

    private static McpException Missing() => new("No note of that name. list_notes shows the names there are.");

    private static McpException Taken() => new("There is a note of that name already. Choose another name, or use append_to_note.");

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _lock.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _lock.Release();
        }
    }
}
