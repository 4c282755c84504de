using System.Text;
using McpGen.Paths;

namespace McpGen;

/// <content>What changes something; all of it needs <see cref="PathAccess.Write"/>.</content>
public sealed partial class SandboxedPath
{
    /// <summary>Opens a file to be written from its start: a new one, or a regular file that is there and is emptied.</summary>
    public Stream OpenWrite() => OpenWrite(isNew: false);

    /// <summary>Makes a file that is not there yet and opens it to be written.</summary>
    public Stream CreateNew() => OpenWrite(isNew: true);

    /// <summary>
    /// Writes a file as UTF-8 in one step: into a temporary file of the same directory, which takes its place when it is on the disk. A reader sees the old
    /// content or the new one. Other names of the old file (hard links) keep the old content.
    /// </summary>
    /// <param name="content">The text.</param>
    /// <param name="cancellationToken">Stops writing; the file is then as it was.</param>
    public Task WriteAllTextAsync(string content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return WriteAllBytesAsync(Encoding.UTF8.GetBytes(content), cancellationToken);
    }

    /// <summary>Writes a file in one step, as <see cref="WriteAllTextAsync"/> does.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellationToken">Stops writing; the file is then as it was.</param>
    public async Task WriteAllBytesAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        using RootLease root = Enter(PathAccess.Write);
        await root.Directory.ReplaceAsync(RelativePath, _guard, content, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a directory; nothing where it is there already. The directory that it is in has to be there.</summary>
    public void CreateDirectory()
    {
        using RootLease root = Enter(PathAccess.Write);
        root.Directory.CreateDirectory(RelativePath, _guard);
    }

    /// <summary>Deletes a file or an empty directory; never a link, never the root.</summary>
    public void Delete()
    {
        using RootLease root = Enter(PathAccess.Write);
        root.Directory.Delete(RelativePath, _guard);
    }

    /// <summary>
    /// Renames a regular file, also into another root on the same file system. Directories are not renamed: they would carry along names that no pattern
    /// was asked about.
    /// </summary>
    /// <param name="target">The new name; it needs <see cref="PathAccess.Write"/> too.</param>
    /// <param name="overwrite">Whether a regular file of that name is replaced; otherwise it is refused.</param>
    public void Move(SandboxedPath target, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        using RootLease root = Enter(PathAccess.Write), targetRoot = target.Enter(PathAccess.Write);
        root.Directory.Move(RelativePath, _guard, targetRoot.Directory, target.RelativePath, target._guard, overwrite);
    }

    private FileStream OpenWrite(bool isNew)
    {
        using RootLease root = Enter(PathAccess.Write);
        return new FileStream(root.Directory.OpenWrite(RelativePath, _guard, isNew), FileAccess.Write);
    }
}
