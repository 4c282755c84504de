using System.Security.Claims;
using McpGen.Paths.Linux;

namespace McpGen.Paths;

/// <summary>One entry of <see cref="RootCollection"/>.</summary>
internal sealed class Root
{
    private readonly RootUse? _forAll;
    private readonly Func<ClaimsPrincipal?, string>? _perCaller;

    public Root(RootCollection limits, string name, PathAccess access, string? path, Func<ClaimsPrincipal?, string>? perCaller)
    {
        Limits = limits;
        Name = name;
        Access = access;
        _perCaller = perCaller;
        _forAll = path is null ? null : RootUse.Held(path, Open);
    }

    public RootCollection Limits { get; }

    public string Name { get; }

    public PathAccess Access { get; }

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
            return $"the root '{Name}' cannot be opened: {exception.Message}";
        }
    }

    // Not what GetFullPath would make of it: "/data/../other" was meant to be a directory of /data.
    private string PlainPath(string path)
    {
        bool isPlain = !string.IsNullOrEmpty(path) && Path.IsPathFullyQualified(path)
            && Path.TrimEndingDirectorySeparator(path) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return isPlain ? path : throw new InvalidOperationException($"The directory of the root '{Name}' for this caller is not a full path in its plain form.");
    }

    private RootDirectory Open(string path) =>
        Limits.Way == PathWay.Managed || !RootCollection.HasNativeWay ? new ManagedDirectory(path) : LinuxDirectory.Open(path, Limits.Way == PathWay.Best);
}
