namespace McpGen.Paths;

/// <summary>
/// The root of a path and of all that is derived from it. One that is the same for everybody is opened once and held. That of a caller is asked for
/// once and opened for each operation, so that no number of callers holds more directories open than there are operations.
/// </summary>
internal sealed class RootUse
{
    private readonly Func<string, RootDirectory> _open;
    private readonly Lazy<string> _path;
    private readonly Lazy<RootDirectory>? _held;

    private RootUse(Func<string, RootDirectory> open, Lazy<string> path, Lazy<RootDirectory>? held)
    {
        _open = open;
        _path = path;
        _held = held;
    }

    // A failure to open is not kept: the start has reported it, and a server that was started otherwise asks again.
    public static RootUse Held(string path, Func<string, RootDirectory> open) =>
        new(open, new Lazy<string>(path), new Lazy<RootDirectory>(() => open(path), LazyThreadSafetyMode.PublicationOnly));

    public static RootUse PerOperation(Func<string> path, Func<string, RootDirectory> open) => new(open, new Lazy<string>(path), held: null);

    public RootLease Enter() => _held is null ? new(_open(_path.Value), isHeld: false) : new(_held.Value, isHeld: true);
}
