using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace McpGen.Paths.Linux;

/// <summary>
/// A root that is held open. Names are opened exactly as they are spelt, with no link in them; only where that finds a link is the name
/// behind it looked for, checked, and opened exactly as it is spelt in turn.
/// </summary>
internal sealed class LinuxDirectory : RootDirectory
{
    // Whoever changes links faster than they are read does not keep a call busy.
    private const int MostRounds = 16;

    private const uint NewFile = 0x1b6; // rw-rw-rw-, less the process's mask
    private const uint NewDirectory = 0x1ff; // rwxrwxrwx, less the process's mask
    private const int RemoveDirectory = 0x200;
    private const uint NoReplace = 1;

    private readonly SafeFileHandle _root;
    private readonly bool _atOnce;

    private LinuxDirectory(string path, SafeFileHandle root, bool atOnce)
        : base(path)
    {
        _root = root;
        _atOnce = atOnce;
    }

    /// <summary>Opens a root by its path. Links in that are the server's own and are followed.</summary>
    /// <param name="path">The path.</param>
    /// <param name="mayBeAtOnce">Whether openat2 is used where there is one.</param>
    /// <returns>The root; null where no directory is there.</returns>
    public static LinuxDirectory? Open(string path, bool mayBeAtOnce)
    {
        int descriptor = Libc.Open(path, OpenFlags.Place | OpenFlags.Directory);
        if (descriptor < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            return error is Errno.NoEntry or Errno.NotDirectory or Errno.NameTooLong ? null : throw Failure.Of(error);
        }

        var root = new SafeFileHandle(descriptor, ownsHandle: true);
        return new LinuxDirectory(path, root, mayBeAtOnce && HasOpenAt2(root));
    }

    public override string Exact(string name, PathGuard guard)
    {
        string exact = LinkResolver.Resolve(_root, name, guard, followLast: true);
        guard.Demand(exact);
        return exact;
    }

    public override SafeFileHandle OpenRead(string name, PathGuard guard, out long length)
    {
        SafeFileHandle handle = OpenExactly(name, OpenFlags.Always, 0, guard, followLast: true);
        length = FileLength(handle);
        return handle;
    }

    public override SafeFileHandle OpenWrite(string name, PathGuard guard, bool isNew)
    {
        int flags = OpenFlags.Write | OpenFlags.Create | OpenFlags.Always | (isNew ? OpenFlags.Exclusive : 0);
        _ = Split(name);
        SafeFileHandle handle = OpenExactly(name, flags, NewFile, guard, followLast: false);

        // Emptied only when it is known to be a file.
        if (FileLength(handle) > 0 && Libc.Truncate(handle, 0) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            handle.Dispose();
            throw Failure.Of(error);
        }

        return handle;
    }

    public override async ValueTask ReplaceAsync(string name, PathGuard guard, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using SafeFileHandle directory = OpenParent(name, OpenFlags.Always | OpenFlags.Directory, guard, out string last);
        uint mode = Replaceable(directory, last) is { } old ? old.Permissions : NewFile;
        string temporary = TemporaryName();
        int error = ExactOpening.Step(directory, temporary, OpenFlags.Write | OpenFlags.Create | OpenFlags.Exclusive | OpenFlags.Always, mode, out SafeFileHandle? handle);
        if (handle is null)
        {
            throw Failure.Of(error);
        }

        try
        {
            using (handle)
            {
                await RandomAccess.WriteAsync(handle, content, 0, cancellationToken).ConfigureAwait(false);
                Failure.ThrowIf(Libc.Sync(handle) != 0);
            }

            cancellationToken.ThrowIfCancellationRequested();
            Failure.ThrowIf(Libc.Rename(directory, temporary, directory, last, 0) != 0);
        }
        catch
        {
            _ = Libc.UnlinkAt(directory, temporary, 0);
            throw;
        }

        Failure.ThrowIf(Libc.Sync(directory) != 0);
    }

    public override PathInfo Find(string name, PathGuard guard)
    {
        using SafeFileHandle handle = OpenExactly(name, OpenFlags.Place, 0, guard, followLast: true);
        StatX found = Entry.Of(handle, StatX.Everything);
        return found.IsFile || found.IsDirectory ? found.Info : throw PathRefusals.NeitherFileNorDirectory();
    }

    public override IEnumerable<string> List(string name, PathGuard guard, int maxEntries)
    {
        string exact = name;
        using SafeFileHandle handle = OpenExactly(ref exact, null, OpenFlags.Always, 0, guard, followLast: true);
        foreach ((string entry, bool isPlain) in DirectoryEntries.Read(handle, maxEntries))
        {
            string child = Join(name, entry);
            if (guard.Admits(child) && (isPlain ? guard.Admits(Join(exact, entry)) : LeadsSomewhere(child, guard)))
            {
                yield return child;
            }
        }
    }

    public override void CreateDirectory(string name, PathGuard guard)
    {
        using SafeFileHandle directory = OpenParent(name, OpenFlags.Place | OpenFlags.Directory, guard, out string last);
        if (Libc.MakeDirectoryAt(directory, last, NewDirectory) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error != Errno.Exists || Entry.Find(directory, last) is not { IsDirectory: true })
            {
                throw Failure.Of(error);
            }
        }
    }

    public override void Delete(string name, PathGuard guard)
    {
        using SafeFileHandle directory = OpenParent(name, OpenFlags.Place | OpenFlags.Directory, guard, out string last);
        StatX found = Entry.Find(directory, last) ?? throw PathRefusals.NotFound();
        if (!found.IsFile && !found.IsDirectory)
        {
            throw found.IsLink ? PathRefusals.Link() : PathRefusals.NeitherFileNorDirectory();
        }

        Failure.ThrowIf(Libc.UnlinkAt(directory, last, found.IsDirectory ? RemoveDirectory : 0) != 0);
    }

    public override void Move(string name, PathGuard guard, RootDirectory target, string targetName, PathGuard targetGuard, bool overwrite)
    {
        using SafeFileHandle from = OpenParent(name, OpenFlags.Place | OpenFlags.Directory, guard, out string last);
        using SafeFileHandle to = ((LinuxDirectory)target).OpenParent(targetName, OpenFlags.Place | OpenFlags.Directory, targetGuard, out string targetLast);
        _ = Replaceable(from, last) ?? throw PathRefusals.NotFound();
        if (overwrite)
        {
            _ = Replaceable(to, targetLast);
        }

        Failure.ThrowIf(Libc.Rename(from, last, to, targetLast, overwrite ? 0 : NoReplace) != 0);

        // What was looked at need not be what was renamed; the kernel renames no file by its handle.
        if (Entry.Find(to, targetLast) is { IsFile: false })
        {
            _ = Libc.Rename(to, targetLast, from, last, NoReplace);
            throw PathRefusals.NotFile();
        }
    }

    public override void Dispose() => _root.Dispose();

    /// <summary>What a name is that may be renamed or replaced: a regular file, or null when there is nothing.</summary>
    private static StatX? Replaceable(SafeFileHandle directory, string last)
    {
        StatX? found = Entry.Find(directory, last);
        return found is null or { IsFile: true } ? found : throw (found is { IsLink: true } ? PathRefusals.Link() : PathRefusals.NotFile());
    }

    private static bool HasOpenAt2(SafeFileHandle root)
    {
        int error = ExactOpening.AtOnce(root, PathName.Root, OpenFlags.Place | OpenFlags.Directory, 0, out SafeFileHandle? handle);
        handle?.Dispose();

        // An old kernel has none; a filter around the process that does not know it answers that it is not permitted.
        return error == 0 || (error is Errno.NotImplemented or Errno.NotPermitted ? false : throw Failure.Of(error));
    }

    private static long FileLength(SafeFileHandle handle)
    {
        StatX found = Entry.Of(handle);
        if (found.IsFile)
        {
            return found.Length;
        }

        handle.Dispose();
        throw PathRefusals.NotFile();
    }

    private bool LeadsSomewhere(string name, PathGuard guard)
    {
        try
        {
            _ = Find(name, guard);
            return true;
        }
        catch (Exception exception) when (exception is PathRefusedException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private SafeFileHandle OpenParent(string name, int flags, PathGuard guard, out string last)
    {
        (string directory, last) = Split(name);
        return OpenExactly(ref directory, last, flags, 0, guard, followLast: true);
    }

    private SafeFileHandle OpenExactly(string name, int flags, uint mode, PathGuard guard, bool followLast) =>
        OpenExactly(ref name, null, flags, mode, guard, followLast);

    /// <summary>
    /// Opens a name, or the one without links that it stands for and becomes. Where it is opened for an entry of it, the guard has to admit
    /// that entry's name instead.
    /// </summary>
    private SafeFileHandle OpenExactly(ref string name, string? entry, int flags, uint mode, PathGuard guard, bool followLast)
    {
        string asked = name;
        for (int round = 0; round < MostRounds; round++)
        {
            int error = _atOnce
                ? ExactOpening.AtOnce(_root, name, flags, mode, out SafeFileHandle? handle)
                : ExactOpening.Stepwise(_root, name, flags, mode, out handle);
            if (handle is not null)
            {
                return handle;
            }

            if (error != Errno.Loop)
            {
                throw Failure.Of(error);
            }

            name = LinkResolver.Resolve(_root, asked, guard, followLast);
            guard.Demand(entry is null ? name : Join(name, entry));
        }

        throw guard.Refused();
    }
}
