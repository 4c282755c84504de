using System.Runtime.InteropServices;
using System.Text;
using McpGen.Paths;

namespace McpGen.Tests.Paths;

/// <summary>A root with a directory beside it that must never be touched, both temporary.</summary>
public sealed class PathTree : IDisposable
{
    public const string Best = nameof(PathWay.Best);
    public const string Walk = nameof(PathWay.Walk);
    public const string Managed = nameof(PathWay.Managed);

    private readonly DirectoryInfo _base = Directory.CreateTempSubdirectory("mcpgen-paths-");
    private readonly HardeningOptions _options = new();

    public PathTree(string way = Best, PathAccess access = PathAccess.ReadWrite)
    {
        Assert.SkipUnless(way == Managed || RootCollection.HasNativeWay, "There is no native way on this platform.");
        Root = Path.Combine(_base.FullName, "root");
        Outside = Path.Combine(_base.FullName, "outside");
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Outside);
        System.IO.File.WriteAllText(Path.Combine(Outside, "secret.md"), "outside");
        Roots.Way = Enum.Parse<PathWay>(way);
        Roots.Add("notes", Root, access);
    }

    /// <summary>The ways that keep links beneath the root: with openat2, and without.</summary>
    public static TheoryData<string> LinuxWays => [Best, Walk];

    public static TheoryData<string> AllWays => [Best, Walk, Managed];

    public string Root { get; }

    public string Outside { get; }

    private byte[] Unnameable => [.. Encoding.UTF8.GetBytes(Root), (byte)'/', 0xff, 0xfe, 0];

    internal HardeningOptions Options => _options;

    public RootCollection Roots => _options.Roots;

    public PathTree File(string name, string content = "content")
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return this;
    }

    public PathTree Folder(string name)
    {
        Directory.CreateDirectory(Path.Combine(Root, name));
        return this;
    }

    public PathTree Link(string name, string target)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.CreateSymbolicLink(path, target);
        return this;
    }

    public string Content(string name) => System.IO.File.ReadAllText(Path.Combine(Root, name));

    public bool Has(string name) => Path.Exists(Path.Combine(Root, name));

    /// <summary>Everything below a directory with its content; links as what they say.</summary>
    public static string[] Snapshot(string directory) =>
    [
        .. Below(new DirectoryInfo(directory))
            .Select(info => $"{Path.GetRelativePath(directory, info.FullName)}: {info.LinkTarget ?? (info is FileInfo ? System.IO.File.ReadAllText(info.FullName) : "/")}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A path that may be read and written, hidden ones too.</summary>
    public SandboxedPath At(string name) => Bind(name, Guard("**"));

    public SandboxedPath Bind(string name, PathGuard guard) =>
        guard.TryBind(name, _options, static () => null, out SandboxedPath? path) is { } expectation ? throw new InvalidOperationException(expectation) : path!;

    public static PathGuard Guard(params string[] patterns) => new("notes", patterns) { Access = PathAccess.ReadWrite, Hidden = true };

    public static PathRefusal Refused(Action act) => Assert.Throws<PathRefusedException>(act).Reason;

    public static async Task<PathRefusal> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<PathRefusedException>(act)).Reason;

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
        {
            // .NET cannot; mostly there is none.
            _ = RemoveDirectory(Unnameable);
        }

        _base.Delete(recursive: true);
    }

    public void Fifo(string name) => Assert.Equal(0, MakeFifo(Path.Combine(Root, name), 0x1b6));

    /// <summary>A directory whose name is no Unicode.</summary>
    public PathTree UnnameableFolder()
    {
        Assert.Equal(0, MakeDirectory(Unnameable, 0x1ff));
        return this;
    }

    /// <summary>The null device under another name; skips the test where the process may not make one.</summary>
    public void Device(string name) => Assert.SkipWhen(MakeNode(Path.Combine(Root, name), 0x2000 | 0x1b6, 1 << 8 | 3) != 0, "This process may not make device nodes.");

    /// <summary>Swaps two names in one step (RENAME_EXCHANGE).</summary>
    public void Swap(string one, string other) => Assert.True(TrySwap(one, other));

    /// <summary>The same; false where one of them is not there.</summary>
    public bool TrySwap(string one, string other) => RenameAt2(316, -100, Path.Combine(Root, one), -100, Path.Combine(Root, other), 2) == 0;

    private static IEnumerable<FileSystemInfo> Below(DirectoryInfo directory) => directory.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 })
        .SelectMany(static info => info is DirectoryInfo { LinkTarget: null } folder ? Below(folder).Prepend(info) : [info]);

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    private static extern int MakeFifo([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);

    [DllImport("libc", EntryPoint = "mknod", SetLastError = true)]
    private static extern int MakeNode([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode, ulong device);

    [DllImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    private static extern int MakeDirectory(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "rmdir", SetLastError = true)]
    private static extern int RemoveDirectory(byte[] path);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern nint RenameAt2(nint number, nint from, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, nint to, [MarshalAs(UnmanagedType.LPUTF8Str)] string target, nuint flags);
}
