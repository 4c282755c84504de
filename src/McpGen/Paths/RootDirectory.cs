using Microsoft.Win32.SafeHandles;

namespace McpGen.Paths;

/// <summary>
/// An opened root. Every operation takes a name that the guard admits; where a link leads to another one, the guard is asked again about
/// that, before anything is opened under it.
/// </summary>
internal abstract class RootDirectory(string path) : IDisposable
{
    /// <summary>Where it was when it was opened; for a tool that takes a text, and for nothing here.</summary>
    public string Path { get; } = path;

    /// <summary>The name without links that a name stands for now; the last component need not be there.</summary>
    public abstract string Exact(string name, PathGuard guard);

    /// <summary>Opens a regular file to be read.</summary>
    public abstract SafeFileHandle OpenRead(string name, PathGuard guard, out long length);

    /// <summary>Opens a regular file to be written, and empties it; makes it where there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="guard">What is allowed.</param>
    /// <param name="isNew">Whether it must not be there yet.</param>
    public abstract SafeFileHandle OpenWrite(string name, PathGuard guard, bool isNew);

    /// <summary>Puts a content in the place of a file's in one step.</summary>
    public abstract ValueTask ReplaceAsync(string name, PathGuard guard, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>What is there; a refusal when nothing is.</summary>
    public abstract PathInfo Find(string name, PathGuard guard);

    /// <summary>The names of the regular files and directories in a directory that the guard admits, and that lead to what it admits.</summary>
    public abstract IEnumerable<string> List(string name, PathGuard guard, int maxEntries);

    public abstract void CreateDirectory(string name, PathGuard guard);

    /// <summary>Deletes a file or an empty directory.</summary>
    public abstract void Delete(string name, PathGuard guard);

    /// <summary>Renames a regular file.</summary>
    public abstract void Move(string name, PathGuard guard, RootDirectory target, string targetName, PathGuard targetGuard, bool overwrite);

    public virtual void Dispose()
    {
    }

    /// <summary>A name in a directory.</summary>
    public static string Join(string directory, string name) => directory == PathName.Root ? name : $"{directory}/{name}";

    /// <summary>Parts a name from the directory it is in.</summary>
    protected static (string Directory, string Name) Split(string name)
    {
        if (name == PathName.Root)
        {
            throw PathRefusals.TheRoot();
        }

        int slash = name.LastIndexOf('/');
        return slash < 0 ? (PathName.Root, name) : (name[..slash], name[(slash + 1)..]);
    }

    protected static string TemporaryName() => $".{Guid.NewGuid():N}.tmp";
}
