using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Reflection;
using System.Text;
using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Start;

/// <summary>A host from its first line to the answer to its first <c>tools/list</c>. The other end is bare bytes: a client would be measured too.</summary>
internal static class HostStart
{
    private static readonly byte[] s_list = Encoding.UTF8.GetBytes(
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"bytes","version":"1"},"io.modelcontextprotocol/clientCapabilities":{}}}}

        """);

    /// <summary>Starts a host, asks, and stops it.</summary>
    /// <param name="tools">The assembly; its tools are registered by itself.</param>
    /// <param name="isHardened">Whether the transport is marked local, as the stdio transport of a hardened server is.</param>
    /// <param name="expected">How many tools must be listed.</param>
    /// <returns>When the answer was there.</returns>
    public static long ListTools(Assembly tools, bool isHardened, int expected) => ListToolsAsync(tools, isHardened, expected).GetAwaiter().GetResult();

    private static async Task<long> ListToolsAsync(Assembly tools, bool isHardened, int expected)
    {
        var toServer = new Pipe();
        var toClient = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        IMcpServerBuilder server = builder.Services.AddMcpServer().WithStreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream());
        if (isHardened)
        {
            builder.Services.AddSingleton<ITransport>(new LocalTransport((ITransport)builder.Services.Last(static service => service.ServiceType == typeof(ITransport)).ImplementationInstance!));
        }

        tools.GetType("Registration")!.GetMethod("Add")!.CreateDelegate<Action<IMcpServerBuilder>>()(server);

        using IHost host = builder.Build();
        await host.StartAsync().ConfigureAwait(false);
        await toServer.Writer.WriteAsync(s_list).ConfigureAwait(false);
        ReadResult answer = await toClient.Reader.ReadAsync().ConfigureAwait(false);
        while (answer.Buffer.PositionOf((byte)'\n') is null)
        {
            toClient.Reader.AdvanceTo(answer.Buffer.Start, answer.Buffer.End);
            answer = await toClient.Reader.ReadAsync().ConfigureAwait(false);
        }

        long end = Stopwatch.GetTimestamp();
        int listed = Encoding.UTF8.GetString(answer.Buffer).Split("\"inputSchema\"").Length - 1;
        await toServer.Writer.CompleteAsync().ConfigureAwait(false);
        await host.StopAsync().ConfigureAwait(false);
        return listed == expected ? end : throw new InvalidOperationException($"{listed} tools were listed instead of {expected}.");
    }
}
