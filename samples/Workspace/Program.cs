using McpGen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workspace;

[assembly: PublicTool]

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);

// stdout belongs to the protocol.
builder.Logging.AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);

// Workspace --notes <folder>, or the environment's WORKSPACE_NOTES, or ./notes.
IConfiguration settings = builder.Configuration;
builder.Services.AddSingleton(new NoteStore(settings["notes"] ?? settings["WORKSPACE_NOTES"] ?? "notes"));

builder.Services.AddMcpServer()
    .WithStdioServerTransport()
    .WithHardenedTools();

await builder.Build().RunAsync();
