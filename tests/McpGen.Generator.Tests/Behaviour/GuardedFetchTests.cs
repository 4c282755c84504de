using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>A URL from a call's arguments, fetched: the guarded client takes what was bound, and holds a redirect to the same guard.</summary>
public sealed class GuardedFetchTests
{
    [Fact]
    public async Task A_bound_url_is_fetched_and_a_redirect_out_of_it_is_not()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        List<string> requests = [];
        Task serving = ServeAsync(listener, requests, count: 2);
        LoadedTools tools = LoadedTools.From(
            GeneratorRun.Of(string.Create(CultureInfo.InvariantCulture, $$"""
                [McpServerToolType, PublicTool]
                public static partial class Tools
                {
                    [McpServerTool, Description("d")]
                    public static Task<string> Fetch([AllowedHosts("127.0.0.1", Schemes = ["http"], Ports = [{{port}}], Networks = ["127.0.0.0/8"])] GuardedUri page, GuardedHttpClient http, CancellationToken cancellation) =>
                        http.GetStringAsync(page, cancellation);
                }
                """)).AssertClean(),
            configure: static services => services.AddGuardedHttpClient());

        Assert.Equal("the page", await tools.AcceptAsync("fetch", $$"""{"page":"HTTP://127.0.0.1:{{port}}\/a%20b?c"}"""));
        string answer = await tools.TextAsync("fetch", $$"""{"page":"http://127.0.0.1:{{port}}/elsewhere"}""");
        Assert.Contains($"must be an http URL of 127.0.0.1, port {port}", answer, StringComparison.Ordinal);
        await serving;
        Assert.Equal(["GET /a%20b?c HTTP/1.1", "GET /elsewhere HTTP/1.1"], requests);
    }

    private static async Task ServeAsync(TcpListener listener, List<string> requests, int count)
    {
        while (requests.Count < count)
        {
            using TcpClient client = await listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            string request = (await reader.ReadLineAsync())!;
            requests.Add(request);
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }

            string answer = request.StartsWith("GET /elsewhere", StringComparison.Ordinal)
                ? "HTTP/1.1 302 Found\r\nLocation: http://localhost:1/secret\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 8\r\nConnection: close\r\n\r\nthe page";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
        }
    }
}
