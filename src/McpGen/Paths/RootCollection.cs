using System.Runtime.InteropServices;
using System.Security.Claims;
using McpGen.Paths;

namespace McpGen;

/// <summary>
/// The directories that path arguments may lead into, by the names that <c>[AllowedPaths]</c> uses. They are added where the server is
/// configured and not changed once it runs.
/// </summary>
public sealed class RootCollection
{
    private readonly Dictionary<string, Root> _roots = new(StringComparer.Ordinal);

    internal RootCollection()
    {
    }

    /// <summary>The bytes of a file that are read at most; 10,485,760 by default. More is refused, also when the file grows while it is read.</summary>
    public long MaxReadBytes
    {
        get;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), "A limit is at least 1.");
    } = 10 * 1024 * 1024;

    /// <summary>The entries of a directory that are listed at most, hidden ones and links counted; 10,000 by default. More is refused.</summary>
    public int MaxEntries
    {
        get;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), "A limit is at least 1.");
    } = 10_000;

    /// <summary>What is promised less on this platform than on Linux, to be said when a server with roots starts; null where nothing is.</summary>
    internal string? WeakerPromise => IsNative
        ? null
        : "Paths are opened by checking every component for a link first: on this platform the check and the opening are two steps, and whoever changes directories beneath a root between them is not kept inside it. Links beneath a root are not followed. On Linux x64 the kernel keeps every path inside its root.";

    // The only one that the native code has run on; the flags of open differ between processors.
    internal static bool HasNativeWay => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Whether the kernel keeps a name inside its root.</summary>
    internal bool IsNative => HasNativeWay && Way != PathWay.Managed;

    /// <summary>How names are opened; tests ask for the ways that this platform would not choose.</summary>
    internal PathWay Way { get; set; }

    /// <summary>Adds a directory that is the same for every caller. It is opened once, at start, and stays the root even when its name comes to mean another.</summary>
    /// <param name="name">The name that arguments use, and callers may read: ASCII letters, digits, '-' and '_'.</param>
    /// <param name="directory">The directory; it has to exist when the server starts.</param>
    /// <param name="access">The most that an argument may ask for.</param>
    /// <returns>This collection.</returns>
    public RootCollection Add(string name, string directory, PathAccess access = PathAccess.ReadWrite)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        string path = Path.GetFullPath(directory);
        return Add(new Root(this, Named(name), Granting(access), path, perCaller: null));
    }

    /// <summary>
    /// Adds a directory that depends on who calls. It is asked for when a path of a call is first used, opened for each operation, and has to be a full path in its
    /// plain form: one with <c>..</c> in it, which a claim may have brought, is refused, and so is one that ends in a separator, as <c>/data/{name}</c> does for a
    /// caller without a name.
    /// </summary>
    /// <param name="name">The name that arguments use, and callers may read: ASCII letters, digits, '-' and '_'.</param>
    /// <param name="directory">The caller's directory; an exception refuses the operation. The caller is null when there is none.</param>
    /// <param name="access">The most that an argument may ask for.</param>
    /// <returns>This collection.</returns>
    public RootCollection AddPerCaller(string name, Func<ClaimsPrincipal?, string> directory, PathAccess access = PathAccess.ReadWrite)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Add(new Root(this, Named(name), Granting(access), path: null, directory));
    }

    /// <summary>
    /// A root itself as a path: for a tool that lists it, or opens what no argument names. What is reached through it is held to the patterns, as
    /// an argument's is.
    /// </summary>
    /// <param name="name">The root's name.</param>
    /// <param name="access">What is done with it; at most what the root grants.</param>
    /// <param name="patterns">The names that are allowed beneath it, one at least; see <see cref="AllowedPathsAttribute"/>.</param>
    /// <exception cref="ArgumentException">There is no such root, or no pattern, or one that is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The access is none, or more than the root grants.</exception>
    public SandboxedPath GetPath(string name, PathAccess access, params string[] patterns) => GetPath(name, access, caller: null, patterns);

    /// <summary>The same for a root that depends on who calls.</summary>
    /// <param name="name">The root's name.</param>
    /// <param name="access">What is done with it; at most what the root grants.</param>
    /// <param name="caller">Who calls: the <see cref="ClaimsPrincipal"/> that a tool's method takes.</param>
    /// <param name="patterns">The names that are allowed beneath it, one at least; see <see cref="AllowedPathsAttribute"/>.</param>
    /// <exception cref="ArgumentException">There is no such root, or no pattern, or one that is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The access is none, or more than the root grants.</exception>
    public SandboxedPath GetPath(string name, PathAccess access, ClaimsPrincipal? caller, params string[] patterns)
    {
        Root root = Find(name) ?? throw new ArgumentException($"There is no root '{name}'.", nameof(name));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Granting(access) & ~root.Access, PathAccess.None, nameof(access));
        return new SandboxedPath(new PathGuard(name, patterns) { Access = access }, root, root.For(() => caller), PathName.Root);
    }

    /// <summary>Every root.</summary>
    internal IEnumerable<Root> All => _roots.Values;

    internal Root? Find(string name) => _roots.GetValueOrDefault(name);

    private static string Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return PathRules.ObjectionToRoot(name) is null ? name : throw new ArgumentException("The name of a root is at most 64 ASCII letters, digits, '-' and '_'.", nameof(name));
    }

    private static PathAccess Granting(PathAccess access) =>
        access is PathAccess.Read or PathAccess.Write or PathAccess.ReadWrite ? access : throw new ArgumentOutOfRangeException(nameof(access), "A root grants Read, Write or ReadWrite.");

    private RootCollection Add(Root root)
    {
        if (!_roots.TryAdd(root.Name, root))
        {
            throw new ArgumentException($"There is a root '{root.Name}' already.", nameof(root));
        }

        return this;
    }
}
