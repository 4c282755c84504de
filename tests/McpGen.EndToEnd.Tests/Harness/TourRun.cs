namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>One run of the Tour sample, with a folder for temporary files of its own; shared by the tests of a class.</summary>
public sealed class TourRun : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private Task<string>? _output;

    public int ExitCode { get; private set; }

    public string Errors { get; private set; } = "";

    public IEnumerable<string> LeftBehind => Directory.EnumerateDirectories(_temporary.Path, "mcpgen-tour-*");

    public Task<string> OutputAsync() => _output ??= RunAsync();

    public void Dispose() => _temporary.Dispose();

    private async Task<string> RunAsync()
    {
        // A runtime's diagnostics leave files of their own among the temporary ones.
        using ChildProcess tour = ChildProcess.Start(
            "Tour.dll", [], ("TMPDIR", _temporary.Path), ("TMP", _temporary.Path), ("TEMP", _temporary.Path), ("DOTNET_EnableDiagnostics", "0"));
        string output = await tour.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        ExitCode = await tour.ExitAsync();
        Errors = tour.Errors;
        return output;
    }
}
