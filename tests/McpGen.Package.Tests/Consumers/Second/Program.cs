using Library;
using McpGen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

[assembly: PublicTool]

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Services.AddMcpServer()
    .WithStdioServerTransport()
    .WithHardenedTools()
    .WithLoanTools();

await builder.Build().RunAsync();

/// <summary>Readers of books.</summary>
[McpServerToolType]
public static partial class ReaderTools
{
    /// <summary>Greets a reader.</summary>
    /// <param name="name">The reader's name.</param>
    [McpServerTool]
    public static string GreetReader(string name) => $"hello {name}";
}
