namespace Tour;

/// <summary>An empty folder for the notes of one tour.</summary>
internal sealed class NotesFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mcpgen-tour-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
