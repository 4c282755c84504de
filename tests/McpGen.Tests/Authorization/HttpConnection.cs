using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json;
using McpGen.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Authorization;

/// <summary>Stateless Streamable HTTP without the network: a server for each request, as the SDK's ASP.NET Core package makes one.</summary>
public sealed class HttpConnection : Connection
{
    private readonly ServiceProvider _services;

    public HttpConnection(string protocol, Action<IMcpServerBuilder>? configure = null, Action<HardeningOptions>? harden = null)
        : base(protocol)
    {
        IMcpServerBuilder builder = Configure(TestServer.Builder(), harden);
        configure?.Invoke(builder);
        _services = builder.Services.BuildServiceProvider();
    }

    public override Task<string> AskAsync(JsonObject request) => AskAsync(request, Callers.All[CallerOf((string)request["id"]!)]);

    public async Task<string> AskAsync(JsonObject request, System.Security.Claims.ClaimsPrincipal? user)
    {
        var message = (JsonRpcMessage)request.Deserialize(McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage)))!;
        message.Context = new JsonRpcMessageContext { ProtocolVersion = Protocol, User = user };
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using McpServer server = McpServer.Create(
            transport,
            scope.ServiceProvider.GetRequiredService<IOptionsFactory<McpServerOptions>>().Create(Options.DefaultName),
            scope.ServiceProvider.GetService<ILoggerFactory>(),
            scope.ServiceProvider);
        Task running = server.RunAsync();
        using var body = new MemoryStream();
        Assert.True(await transport.HandlePostRequestAsync(message, body));
        await transport.DisposeAsync();
        await running;
        string text = Encoding.UTF8.GetString(body.ToArray());
        return Assert.Single(text.Split('\n'), static line => line.StartsWith("data: {", StringComparison.Ordinal))["data: ".Length..];
    }

    public override ValueTask DisposeAsync() => _services.DisposeAsync();
}
