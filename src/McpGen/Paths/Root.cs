using System.Security.Claims;
using McpGen.Paths.Linux;

namespace McpGen.Paths;

/// <summary>One entry of <see cref="RootCollection"/>.</summary>
internal sealed class Root
{
    private readonly string? _path;
    private readonly RootUse? _forAll;
    private readonly Func<ClaimsPrincipal?, string>? _perCaller;

    public Root(RootCollection limits, string name, PathAccess access, string? path, Func<ClaimsPrincipal?, string>? perCaller)
    {
        Limits = limits;
        Name = name;
        Access = access;
        _path = path;
        _perCaller = perCaller;
        _forAll = path is null ? null : RootUse.Held(path, Open);
    }

    public RootCollection Limits { get; }

    public string Name { get; }

    public PathAccess Access { get; }

    public bool IsPerCaller => _perCaller is not null;

    /// <summary>The root for one bound path; the caller is asked for when that is first used.</summary>
    public RootUse For(Func<ClaimsPrincipal?> caller) => _forAll ?? RootUse.PerOperation(() => PlainPath(_perCaller!(caller())), Open);

    public string? Objection()
    {
        try
        {
            _forAll?.Enter().Dispose();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"the root '{Name}' cannot be opened at '{_path}': {exception.Message.TrimEnd('.')}";
        }
    }

    // Not what GetFullPath would make of it: "/data/../other" was meant to be a directory of /data. Nor with a separator at its end: "/data/" is what
    // is left of "/data/{name}" for a caller without a name, and holds the directories of all the others.
    private string PlainPath(string path)
    {
        bool isPlain = !string.IsNullOrEmpty(path) && Path.IsPathFullyQualified(path) && !Path.EndsInDirectorySeparator(path) && path == Path.GetFullPath(path);
        return isPlain ? path : throw new InvalidOperationException($"The directory of the root '{Name}' for this caller is not a full path in its plain form.");
    }

    private RootDirectory Open(string path)
    {
        RootDirectory? root = Limits.IsNative ? LinuxDirectory.Open(path, Limits.Way == PathWay.Best) : ManagedDirectory.Open(path);
        return root ?? throw new DirectoryNotFoundException($"The directory of the root '{Name}' is not there or is none.");
    }
}
