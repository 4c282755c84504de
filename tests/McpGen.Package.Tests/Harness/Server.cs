using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace McpGen.Package.Tests.Harness;

/// <summary>A server process behind the official client.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly McpClient _client;

    private Server(McpClient client) => _client = client;

    public static async Task<Server> StartAsync(string command, params string[] arguments) =>
        new(await McpClient.CreateAsync(
            new StdioClientTransport(new StdioClientTransportOptions { Name = "server", Command = command, Arguments = arguments }),
            cancellationToken: TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    public async Task<IReadOnlyList<string>> ToolsAsync() =>
        [.. (await _client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(static tool => tool.Name).Order(StringComparer.Ordinal)];

    public async Task<CallToolResult> CallAsync(string tool, params (string Name, object? Value)[] arguments) =>
        await _client.CallToolAsync(tool, arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value), cancellationToken: TestContext.Current.CancellationToken);

    public async Task<string> AcceptedAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await CallAsync(tool, arguments);
        Assert.True(result.IsError is not true, Text(result));
        return Text(result);
    }

    public async Task<string> RefusedAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await CallAsync(tool, arguments);
        Assert.True(result.IsError, Text(result));
        return Text(result);
    }

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
