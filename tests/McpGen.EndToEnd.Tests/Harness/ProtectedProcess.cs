using System.Text;
using System.Text.RegularExpressions;

namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>The Protected sample as a process, on ports that the system chose.</summary>
internal sealed partial class ProtectedProcess : IDisposable
{
    private readonly ChildProcess _process;
    private readonly StringBuilder _output = new();
    private TaskCompletionSource _nextLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProtectedProcess(ChildProcess process) => _process = process;

    /// <summary>The addresses it listens on.</summary>
    public List<Uri> Addresses { get; } = [];

    public static ChildProcess Launch(string environment, params string[] settings) =>
        ChildProcess.Start("Protected.dll", settings, ("ASPNETCORE_ENVIRONMENT", environment), ("DOTNET_ENVIRONMENT", null), ("ASPNETCORE_URLS", null));

    /// <summary>Starts it and waits until it says that it has started.</summary>
    public static async Task<ProtectedProcess> StartAsync(string environment, params string[] settings)
    {
        var server = new ProtectedProcess(Launch(environment, settings));
        try
        {
            while (await server.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (Listening().Match(line) is { Success: true } match)
                {
                    server.Addresses.Add(new Uri(match.Groups["address"].Value));
                }
                else if (line.Contains("Application started.", StringComparison.Ordinal))
                {
                    _ = server.ReadOnAsync();
                    return server;
                }
            }

            throw new EndOfStreamException(server._output + server._process.Errors);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Waits until a text is logged; what was logged before stands before it.</summary>
    public async Task<string> LogWithAsync(string text)
    {
        while (true)
        {
            Task nextLine;
            lock (_output)
            {
                nextLine = _nextLine.Task;
                if (_output.ToString() is var log && log.Contains(text, StringComparison.Ordinal))
                {
                    return log;
                }
            }

            await nextLine.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _process.Dispose();

    // A log that nobody reads would stop the server when the pipe is full.
    private async Task ReadOnAsync()
    {
        while (await ReadLineAsync(CancellationToken.None) is not null)
        {
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        string? line = await _process.Output.ReadLineAsync(cancellation);
        TaskCompletionSource awaited = _nextLine;
        lock (_output)
        {
            _output.AppendLine(line);
            _nextLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        awaited.SetResult();
        return line;
    }

    [GeneratedRegex("Now listening on: (?<address>https?://[0-9.:]+)")]
    private static partial Regex Listening();
}
