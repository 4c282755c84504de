using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting;

/// <summary>One call as bytes on a wire.</summary>
public static class RawSession
{
    public static async Task<string> CallAsync(string protocol, string tool, Action<IMcpServerBuilder> configure)
    {
        var toServer = new Pipe();
        var toClient = new Pipe();
        IMcpServerBuilder builder = TestServer.Builder();
        builder.WithStreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream());
        configure(builder);
        await using ServiceProvider services = builder.Services.BuildServiceProvider();
        await using McpServer server = services.GetRequiredService<McpServer>();
        Task running = server.RunAsync();
        using var reader = new StreamReader(toClient.Reader.AsStream());
        await using var writer = new StreamWriter(toServer.Writer.AsStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };

        var parameters = new JsonObject { ["name"] = tool };
        if (protocol == TestServer.Initialize)
        {
            await writer.WriteLineAsync("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"raw","version":"1"}}}""");
            await reader.ReadLineAsync();
            await writer.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        }
        else
        {
            parameters["_meta"] = JsonNode.Parse(
                """{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"raw","version":"1"},"io.modelcontextprotocol/clientCapabilities":{}}""");
        }

        await writer.WriteLineAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 2, ["method"] = "tools/call", ["params"] = parameters }.ToJsonString());
        string answer = await reader.ReadLineAsync() ?? "";
        await writer.DisposeAsync();
        await running;
        return answer;
    }
}
