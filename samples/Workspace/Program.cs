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
string folder = Directory.CreateDirectory(settings["notes"] ?? settings["WORKSPACE_NOTES"] ?? "notes").FullName;
builder.Services.AddSingleton<NoteStore>();

builder.Services.AddMcpServer()
    .WithStdioServerTransport()
    .WithHardenedTools(options => options.Roots.Add(NoteStore.Root, folder));

await builder.Build().RunAsync();
