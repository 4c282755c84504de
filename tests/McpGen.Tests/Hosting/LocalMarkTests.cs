using System.Net;
using System.Net.Sockets;
using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting;

/// <summary>Local is a positive mark: whoever comes without one is anonymous, whatever else its messages lack.</summary>
public sealed class LocalMarkTests
{
    [Theory]
    [InlineData(true, TestServer.Initialize)]
    [InlineData(true, TestServer.Stateless)]
    [InlineData(false, TestServer.Stateless)]
    public async Task Stdio_is_local_wherever_the_transport_is_registered(bool isTransportFirst, string protocol)
    {
        await using McpClient client = await McpClient.CreateAsync(StdioServer.Transport(isTransportFirst ? "first" : "last"), new() { ProtocolVersion = protocol });

        Assert.Equal("search inherited hello", await NamesAsync(client));
        Assert.Equal(Tools.Checked, await CallAsync(client, "search"));
    }

    [Fact]
    public async Task An_application_that_makes_its_own_server_marks_nothing_and_is_warned()
    {
        var warned = new TaskCompletionSource();
        await using McpClient client = await McpClient.CreateAsync(StdioServer.Transport("own server", line =>
        {
            if (line.Contains("No caller can reach 2 tools", StringComparison.Ordinal))
            {
                warned.TrySetResult();
            }
        }));

        await AssertAnonymousAsync(client);
        await warned.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(TestServer.Initialize)]
    [InlineData(TestServer.Stateless)]
    public async Task A_socket_beside_stdio_is_anonymous(string protocol)
    {
        IMcpServerBuilder builder = TestServer.Builder().WithStdioServerTransport();
        Harden(builder);
        await using ServiceProvider services = builder.Services.BuildServiceProvider();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var connection = new TcpClient();
        await connection.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using TcpClient accepted = await listener.AcceptTcpClientAsync();
        NetworkStream stream = accepted.GetStream();
        await using McpServer server = McpServer.Create(
            new StreamServerTransport(stream, stream), services.GetRequiredService<IOptions<McpServerOptions>>().Value, serviceProvider: services);
        _ = server.RunAsync();
        await using McpClient client = await McpClient.CreateAsync(
            new StreamClientTransport(connection.GetStream(), connection.GetStream()), new() { ProtocolVersion = protocol });

        await AssertAnonymousAsync(client);
    }

    [Theory]
    [InlineData(TestServer.Initialize)]
    [InlineData(TestServer.Stateless)]
    public async Task Stateless_http_without_authentication_is_anonymous(string protocol)
    {
        await using HttpServer server = await HttpServer.StartAsync(Harden);
        await using McpClient client = await server.ConnectAsync("/mcp", HttpTransportMode.StreamableHttp, protocol);

        await AssertAnonymousAsync(client);
    }

    [Fact]
    public async Task Http_with_an_authenticated_user_is_admitted()
    {
        await using HttpServer server = await HttpServer.StartAsync(Harden, user: "ada");
        await using McpClient client = await server.ConnectAsync("/mcp", HttpTransportMode.StreamableHttp, TestServer.Stateless);

        Assert.Equal("search inherited hello", await NamesAsync(client));
        Assert.Equal(Tools.Checked, await CallAsync(client, "search"));
    }

    [Fact]
    public async Task Legacy_sse_is_anonymous()
    {
        await using HttpServer server = await HttpServer.StartAsync(Harden);
        await using McpClient client = await server.ConnectAsync("/sse", HttpTransportMode.Sse, TestServer.Initialize);

        await AssertAnonymousAsync(client);
    }

    [Fact]
    public async Task A_caller_cannot_write_the_mark()
    {
        await using TestServer server = await TestServer.StartRemoteAsync(Harden);

        CallToolResult result = await server.Client.CallToolAsync(new CallToolRequestParams
        {
            Name = "search",
            Meta = new() { ["McpGen.Local"] = new System.Text.Json.Nodes.JsonObject(), ["context"] = new System.Text.Json.Nodes.JsonObject { ["items"] = new System.Text.Json.Nodes.JsonObject { ["McpGen.Local"] = true } } },
        });

        Assert.True(result.IsError);
    }

    [Fact]
    public async Task An_item_that_only_looks_like_the_mark_is_none()
    {
        await using TestServer server = await TestServer.StartRemoteAsync(builder => Harden(builder.WithMessageFilters(filters =>
            filters.AddIncomingFilter(next => (context, cancellationToken) =>
            {
                context.Items["McpGen.Local"] = new object();
                return next(context, cancellationToken);
            }))));

        await AssertAnonymousAsync(server.Client);
    }

    private static void Harden(IMcpServerBuilder builder) => HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], Tools.None);

    private static async Task AssertAnonymousAsync(McpClient client)
    {
        Assert.Equal("hello", await NamesAsync(client));
        Assert.Equal("Access to search is denied: the caller is not authenticated.", await CallAsync(client, "search"));
    }

    private static async Task<string> NamesAsync(McpClient client) => string.Join(' ', (await client.ListToolsAsync()).Select(tool => tool.Name));

    private static async Task<string> CallAsync(McpClient client, string tool) =>
        Assert.IsType<TextContentBlock>(Assert.Single((await client.CallToolAsync(tool)).Content)).Text;
}
