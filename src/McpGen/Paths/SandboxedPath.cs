using System.Text.Json.Serialization;
using McpGen.Paths;
using Microsoft.Win32.SafeHandles;

namespace McpGen;

/// <summary>
/// A path of a tool's argument: a root and a name beneath it. It is used through its own methods and never becomes a text to open, so the
/// promise holds when the file is opened and not only when the name was checked: nothing outside the root is opened, created, renamed or deleted,
/// whatever links there are or come to be. Where a link leads to another name, that one has to be allowed too; writing, renaming and
/// deleting follow no link at their own name. Anything refused is a <see cref="PathRefusedException"/>.
/// </summary>
[JsonConverter(typeof(SandboxedPathConverter))]
public sealed partial class SandboxedPath
{
    private readonly PathGuard _guard;
    private readonly Root _root;
    private readonly RootUse _use;

    internal SandboxedPath(PathGuard guard, Root root, RootUse use, string name)
    {
        _guard = guard;
        _root = root;
        _use = use;
        RelativePath = name;
    }

    /// <summary>The name beneath the root, with <c>/</c> between components; <c>.</c> for the root itself.</summary>
    public string RelativePath { get; }

    /// <summary>The last component.</summary>
    public string Name => RelativePath[(RelativePath.LastIndexOf('/') + 1)..];

    /// <summary>The end of <see cref="Name"/> from its last dot on; empty without one.</summary>
    public string Extension => RelativePath == PathName.Root ? "" : Path.GetExtension(Name);

    /// <summary>The relative name.</summary>
    public override string ToString() => RelativePath;

    /// <summary>A name below this one, held to the same patterns and access.</summary>
    /// <param name="relative">A relative name of one or more components.</param>
    public SandboxedPath Combine(string relative)
    {
        ArgumentNullException.ThrowIfNull(relative);
        if (relative == PathName.Root || !PathName.IsValid(relative))
        {
            throw _guard.Refused();
        }

        string name = RootDirectory.Join(RelativePath, relative);
        _guard.Demand(name);
        return With(name);
    }

    /// <summary>A name directly in this directory, held to the same patterns and access.</summary>
    /// <param name="name">One component.</param>
    public SandboxedPath Child(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return PathName.IsComponent(name) ? Combine(name) : throw _guard.Refused();
    }

    /// <summary>Opens a file to be read, at most <see cref="RootCollection.MaxReadBytes"/>.</summary>
    /// <returns>A stream that can seek, and refuses to read on when the file grows beyond the limit.</returns>
    public Stream OpenRead()
    {
        using RootLease root = Enter(PathAccess.Read);
        SafeFileHandle handle = root.Directory.OpenRead(RelativePath, _guard, out long length);
        long limit = _root.Limits.MaxReadBytes;
        if (length > limit)
        {
            handle.Dispose();
            throw PathRefusals.TooLong(limit);
        }

        return new LimitedReadStream(handle, limit);
    }

    /// <summary>Reads a file as text: UTF-8, or what its byte order mark says.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<string> ReadAllTextAsync(CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(OpenRead());
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<byte[]> ReadAllBytesAsync(CancellationToken cancellationToken = default)
    {
        using Stream file = OpenRead();
        using var content = new MemoryStream((int)Math.Min(Math.Min(file.Length, _root.Limits.MaxReadBytes), Array.MaxLength));
        await file.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
        return content.ToArray();
    }

    /// <summary>
    /// Whether there is a regular file or directory that this path may lead to. What it may not lead to is not there. Needs no access beyond the
    /// path itself.
    /// </summary>
    public bool Exists()
    {
        try
        {
            using RootLease root = _use.Enter();
            _ = root.Directory.Find(RelativePath, _guard);
            return true;
        }
        catch (PathRefusedException)
        {
            return false;
        }
    }

    /// <summary>What is known of the file or directory without reading it. Needs <see cref="PathAccess.Read"/>.</summary>
    public PathInfo Info()
    {
        using RootLease root = Enter(PathAccess.Read);
        return root.Directory.Find(RelativePath, _guard);
    }

    /// <summary>
    /// The files and directories directly in this directory, in ordinal order, that the patterns allow; hidden ones only where the argument allows
    /// them, links only where they lead to what is allowed. At most <see cref="RootCollection.MaxEntries"/>: more is refused, not cut.
    /// </summary>
    public IReadOnlyList<SandboxedPath> Enumerate()
    {
        using RootLease root = Enter(PathAccess.Read);
        return [.. root.Directory.List(RelativePath, _guard, _root.Limits.MaxEntries).Order(StringComparer.Ordinal).Select(With)];
    }

    /// <summary>Where this path leads now, with no link in it.</summary>
    internal string FullPath()
    {
        using RootLease root = _use.Enter();
        string exact = root.Directory.Exact(RelativePath, _guard);
        return exact == PathName.Root ? root.Directory.Path : Path.Join(root.Directory.Path, exact);
    }

    private SandboxedPath With(string name) => new(_guard, _root, _use, name);

    private RootLease Enter(PathAccess access) =>
        (_guard.Access & _root.Access & access) == access ? _use.Enter() : throw PathRefusals.NoAccess(access);
}
