namespace McpGen.EndToEnd.Tests.Harness;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mcpgen-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
