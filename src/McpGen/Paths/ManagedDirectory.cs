using Microsoft.Win32.SafeHandles;

namespace McpGen.Paths;

/// <summary>
/// A root where there is no native way: every component of a name is looked at before it is used, and a link is refused. Looking and
/// using are two steps, so the promise is weaker: <see cref="RootCollection.WeakerPromise"/>.
/// </summary>
internal sealed class ManagedDirectory : RootDirectory
{
    private ManagedDirectory(string path)
        : base(path)
    {
    }

    /// <summary>A root by its path; null where no directory is there.</summary>
    public static ManagedDirectory? Open(string path) => Directory.Exists(path) ? new ManagedDirectory(path) : null;

    public override string Exact(string name, PathGuard guard)
    {
        _ = Checked(name, guard);
        return name;
    }

    public override SafeFileHandle OpenRead(string name, PathGuard guard, out long length)
    {
        SafeFileHandle handle = Open(name, guard, FileMode.Open, FileAccess.Read);
        length = RandomAccess.GetLength(handle);
        return handle;
    }

    public override SafeFileHandle OpenWrite(string name, PathGuard guard, bool isNew)
    {
        SafeFileHandle handle = Open(name, guard, isNew ? FileMode.CreateNew : FileMode.OpenOrCreate, FileAccess.Write);
        RandomAccess.SetLength(handle, 0);
        return handle;
    }

    public override async ValueTask ReplaceAsync(string name, PathGuard guard, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        (string directory, _) = Split(name);
        string path = Checked(name, guard);
        bool isThere = Kind(path, mustBeFile: true) is not null;
        string temporary = Join(directory, TemporaryName());
        SafeFileHandle handle = Open(temporary, guard, FileMode.CreateNew, FileAccess.Write);
        try
        {
            using (handle)
            {
                if (isThere && !OperatingSystem.IsWindows())
                {
                    // Before there is anything in it to be read.
                    File.SetUnixFileMode(handle, File.GetUnixFileMode(path));
                }

                await RandomAccess.WriteAsync(handle, content, 0, cancellationToken).ConfigureAwait(false);
                RandomAccess.FlushToDisk(handle);
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(Checked(temporary, guard), Checked(name, guard), overwrite: true);
        }
        catch (Exception exception)
        {
            Unnaming(() => File.Delete(Checked(temporary, guard)));
            if (Unnamed(exception) is { } unnamed)
            {
                throw unnamed;
            }

            throw;
        }
    }

    public override PathInfo Find(string name, PathGuard guard)
    {
        string path = Checked(name, guard);
        PathKind kind = Kind(path, mustBeFile: false) ?? throw PathRefusals.NotFound();
        PathInfo? found = null;
        Unnaming(() =>
        {
            FileSystemInfo info = kind == PathKind.Directory ? new DirectoryInfo(path) : new FileInfo(path);
            found = new PathInfo(kind, info is FileInfo file ? file.Length : 0, info.LastWriteTimeUtc, info.CreationTimeUtc);
        });
        return found!;
    }

    public override IEnumerable<string> List(string name, PathGuard guard, int maxEntries)
    {
        string path = Checked(name, guard);
        if ((Kind(path, mustBeFile: false) ?? throw PathRefusals.NotFound()) != PathKind.Directory)
        {
            throw PathRefusals.NotDirectory();
        }

        List<string> children = [];
        Unnaming(() =>
        {
            int count = 0;
            foreach (FileSystemInfo info in new DirectoryInfo(path).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 }))
            {
                if (++count > maxEntries)
                {
                    throw PathRefusals.TooMany(maxEntries);
                }

                string child = Join(name, info.Name);
                if (!IsLink(info.Attributes) && guard.Admits(child))
                {
                    children.Add(child);
                }
            }
        });
        return children;
    }

    public override void CreateDirectory(string name, PathGuard guard)
    {
        (string parent, _) = Split(name);
        if (Kind(Checked(parent, guard), mustBeFile: false) != PathKind.Directory)
        {
            throw PathRefusals.NotFound();
        }

        string path = Checked(name, guard);
        if (Kind(path, mustBeFile: false) == PathKind.File)
        {
            throw PathRefusals.AlreadyExists();
        }

        Unnaming(() => Directory.CreateDirectory(path));
    }

    public override void Delete(string name, PathGuard guard)
    {
        _ = Split(name);
        string path = Checked(name, guard);
        if (Kind(path, mustBeFile: false) == PathKind.File)
        {
            Unnaming(() => File.Delete(path));
            return;
        }

        Unnaming(() =>
        {
            if (Directory.EnumerateFileSystemEntries(path).Any())
            {
                throw PathRefusals.NotEmpty();
            }

            Directory.Delete(path);
        });
    }

    public override void Move(string name, PathGuard guard, RootDirectory target, string targetName, PathGuard targetGuard, bool overwrite)
    {
        string from = Checked(name, guard);
        string to = ((ManagedDirectory)target).Checked(targetName, targetGuard);
        _ = Kind(from, mustBeFile: true) ?? throw PathRefusals.NotFound();
        if (Kind(to, mustBeFile: overwrite) is not null && !overwrite)
        {
            throw PathRefusals.AlreadyExists();
        }

        Unnaming(() => File.Move(from, to, overwrite));
    }

    private static bool IsLink(FileAttributes attributes) => (attributes & FileAttributes.ReparsePoint) != 0;

    private static PathKind? Kind(string path, bool mustBeFile) =>
        File.Exists(path) ? PathKind.File
        : !Directory.Exists(path) ? null
        : mustBeFile ? throw PathRefusals.NotFile() : PathKind.Directory;

    private static void Unnaming(Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (Unnamed(exception) is { } unnamed)
        {
            throw unnamed;
        }
    }

    /// <summary>The messages of .NET name the path: the exception to throw instead; null where it is none of those.</summary>
    private static Exception? Unnamed(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException or PathTooLongException => PathRefusals.NotFound(),
        UnauthorizedAccessException => new UnauthorizedAccessException("The file system denies access."),
        IOException => new IOException("The file system failed.", exception.HResult),
        _ => null,
    };

    private SafeFileHandle Open(string name, PathGuard guard, FileMode mode, FileAccess access)
    {
        string path = Checked(name, guard);
        if (Directory.Exists(path))
        {
            throw PathRefusals.NotFile();
        }

        if (mode == FileMode.CreateNew && File.Exists(path))
        {
            throw PathRefusals.AlreadyExists();
        }

        SafeFileHandle? handle = null;
        Unnaming(() => handle = File.OpenHandle(path, mode, access, FileShare.ReadWrite | FileShare.Delete));
        try
        {
            // Looked at once more: a link that came between is seen here, unless it is gone again.
            _ = Checked(name, guard);
            return handle!;
        }
        catch
        {
            handle!.Dispose();
            throw;
        }
    }

    /// <summary>The path of a name in which no component is a link; components may be missing.</summary>
    private string Checked(string name, PathGuard guard)
    {
        string path = Path;
        foreach (string component in name == PathName.Root ? [] : name.Split('/'))
        {
            // The short name of Windows for a longer one, which the patterns have not been asked about.
            if (OperatingSystem.IsWindows() && component.Contains('~'))
            {
                throw guard.Refused();
            }

            path = System.IO.Path.Combine(path, component);
            if (IsLinkThere(path))
            {
                throw guard.Refused();
            }
        }

        return path;
    }

    // What is not there leads nowhere.
    private static bool IsLinkThere(string path)
    {
        try
        {
            return IsLink(File.GetAttributes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (Unnamed(exception) is { } unnamed)
        {
            throw unnamed;
        }
    }
}
