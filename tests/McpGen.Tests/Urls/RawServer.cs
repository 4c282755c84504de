using System.Net;
using System.Net.Sockets;
using System.Text;

namespace McpGen.Tests.Urls;

/// <summary>Answers each connection with given bytes and closes it; for what no web server would send.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Queue<string> _answers;
    private readonly Task _running;

    /// <param name="answers">Latin-1, one for each connection.</param>
    public RawServer(params string[] answers)
    {
        _answers = new Queue<string>(answers);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _running = RunAsync();
    }

    public int Port { get; }

    /// <summary>The request lines.</summary>
    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _running.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private async Task RunAsync()
    {
        while (_answers.TryDequeue(out string? answer))
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1, leaveOpen: true);
            Requests.Add((await reader.ReadLineAsync())!);
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }

            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(answer));
        }
    }
}
