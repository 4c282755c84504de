using System.Net.Sockets;
using System.Text;

namespace McpGen.AspNetCore.Tests.Harness;

/// <summary>Requests as no client library sends them.</summary>
public static class RawRequest
{
    /// <summary>Sends a head and a body over a connection of its own; the answer with its head, until the server closes.</summary>
    public static async Task<string> SendAsync(HttpServer server, string head, string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{head}\r\nConnection: close\r\n\r\n{body}"));
        return Unchunk(await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync());
    }

    // One chunk, or none, is all that these answers have.
    private static string Unchunk(string answer)
    {
        int body = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        string[] lines = answer[body..].Split("\r\n");
        return !answer.Contains("Transfer-Encoding: chunked", StringComparison.Ordinal) ? answer : answer[..body] + (lines[0] == "0" ? "" : lines[1]);
    }
}
