namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>The Workspace sample as a process, over an empty folder of notes.</summary>
internal sealed class WorkspaceServer : IDisposable
{
    private readonly TemporaryFolder _notes = new();
    private readonly ChildProcess _process;

    private WorkspaceServer() => _process = ChildProcess.Start("Workspace.dll", ["--notes", _notes.Path]);

    public Wire Wire { get; private set; } = null!;

    public string Notes => _notes.Path;

    public static async Task<WorkspaceServer> StartAsync(string version)
    {
        var server = new WorkspaceServer();
        try
        {
            server.Wire = await Wire.OpenAsync(server._process.Input, server._process.Output, version);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Ends the input and waits for the server to end.</summary>
    public Task<int> StopAsync()
    {
        _process.Input.Close();
        return _process.ExitAsync();
    }

    public void Dispose()
    {
        _process.Dispose();
        _notes.Dispose();
    }
}
