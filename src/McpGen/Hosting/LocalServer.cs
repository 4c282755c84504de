using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Hosting;

/// <summary>
/// The server of a host that has one transport, as the SDK makes it but with the mark on stdio. The SDK registers its own only where none
/// is; an application's own, registered later, wins, and then nothing is marked.
/// </summary>
internal static class LocalServer
{
    public static ServiceDescriptor Descriptor { get; } = ServiceDescriptor.Singleton<McpServer>(Create);

    private static McpServer Create(IServiceProvider services)
    {
        ITransport transport = services.GetRequiredService<ITransport>();
        return McpServer.Create(
            transport is StdioServerTransport ? new LocalTransport(transport) : transport,
            services.GetRequiredService<IOptions<McpServerOptions>>().Value,
            services.GetService<ILoggerFactory>(),
            services);
    }
}
