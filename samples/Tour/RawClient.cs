using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Tour;

/// <summary>Sends a Workspace process of its own exactly the text it is given.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private readonly Process _process;
    private int _id;

    private RawClient(Process process) => _process = process;

    public static async Task<RawClient> StartAsync(string notes)
    {
        var start = new ProcessStartInfo(WorkspaceProcess.Command, WorkspaceProcess.Arguments(notes))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        var client = new RawClient(Process.Start(start)!);
        client._process.BeginErrorReadLine();
        await client.RequestAsync("initialize", """{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"tour","version":"1"}}""");
        await client.SendAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        return client;
    }

    public async Task<Answer> CallAsync(string tool, string arguments)
    {
        JsonElement answer = await RequestAsync("tools/call", $$"""{"name":"{{tool}}","arguments":{{arguments}}}""");
        return answer.TryGetProperty("error", out JsonElement error)
            ? Answer.FromProtocol(error.GetProperty("message").GetString()!)
            : Answer.From(answer.GetProperty("result").Deserialize<CallToolResult>(McpJsonUtilities.DefaultOptions)!);
    }

    // The end of its input is what stops a server on stdio.
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<JsonElement> RequestAsync(string method, string parameters)
    {
        await SendAsync($$"""{"jsonrpc":"2.0","id":{{++_id}},"method":"{{method}}","params":{{parameters}}}""");
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            JsonElement message = JsonElement.Parse(line);
            if (message.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.Number && id.GetInt32() == _id)
            {
                return message;
            }
        }

        throw new InvalidOperationException("The server has gone.");
    }

    private async Task SendAsync(string message)
    {
        await _process.StandardInput.WriteAsync(message + "\n");
        await _process.StandardInput.FlushAsync();
    }
}
