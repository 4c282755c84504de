namespace McpGen.Paths;

/// <summary>An open root for one operation; closed after it unless it is held open for all.</summary>
internal readonly struct RootLease(RootDirectory directory, bool isHeld) : IDisposable
{
    public RootDirectory Directory => directory;

    public void Dispose()
    {
        if (!isHeld)
        {
            directory.Dispose();
        }
    }
}
