using McpGen.Hosting;
using McpGen.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting
{
    /// <summary>A process of this test assembly that is an MCP server on stdio, started through <see cref="StartupHook"/>.</summary>
    public static class StdioServer
    {
        private const string Variable = "MCPGEN_TEST_STDIO_SERVER";

        public static IClientTransport Transport(string kind, Action<string>? readLog = null)
        {
            string assembly = typeof(StdioServer).Assembly.Location;
            return new StdioClientTransport(new()
            {
                Command = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                Arguments = ["exec", assembly],
                EnvironmentVariables = new Dictionary<string, string?> { ["DOTNET_STARTUP_HOOKS"] = assembly, [Variable] = kind },
                StandardErrorLines = readLog,
            });
        }

        public static void RunIfAsked()
        {
            if (Environment.GetEnvironmentVariable(Variable) is { } kind)
            {
                HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
                builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
                Configure(builder.Services.AddMcpServer(), kind);
                builder.Build().Run();
                Environment.Exit(0);
            }
        }

        private static void Configure(IMcpServerBuilder builder, string kind)
        {
            if (kind != "last")
            {
                builder.WithStdioServerTransport();
            }

            HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], Tools.None);
            if (kind == "last")
            {
                builder.WithStdioServerTransport();
            }
            else if (kind == "own server")
            {
                builder.Services.AddSingleton(services => McpServer.Create(
                    services.GetRequiredService<ITransport>(), services.GetRequiredService<IOptions<McpServerOptions>>().Value, services.GetService<ILoggerFactory>(), services));
            }
        }
    }
}

/// <summary>What the runtime calls before an entry point; has to stand outside a namespace.</summary>
internal static class StartupHook
{
    public static void Initialize() => StdioServer.RunIfAsked();
}
