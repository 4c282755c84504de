using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using McpGen.Benchmarks.Calls.ByHand;
using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Calls;

/// <summary>Makes what the SDK hands to a tool: the message with its parameters as a node, and the arguments as a dictionary.</summary>
internal static class CallRequest
{
    public static ServiceProvider Services { get; } = new ServiceCollection().AddLogging().BuildServiceProvider();

    private static readonly McpServer s_server = McpServer.Create(new SilentTransport(), new McpServerOptions(), null, Services);

    /// <summary>A call of the search tool by the process that started the server: marked local by McpGen's transport, and for the tool by hand.</summary>
    public static RequestContext<CallToolRequestParams> Local(string arguments) => Local(Encoding.UTF8.GetBytes(arguments));

    /// <param name="arguments">The arguments object.</param>
    /// <param name="isUntouched">Whether nobody has looked at the message, as when a tool is called by hand.</param>
    public static RequestContext<CallToolRequestParams> Local(byte[] arguments, bool isUntouched = false)
    {
        RequestContext<CallToolRequestParams> request = Anonymous(arguments, isUntouched);
        var transport = new SilentTransport();
        transport.Receive(request.JsonRpcRequest);
        new LocalTransport(transport).MessageReader.TryRead(out _);
        LocalMark.Set(request.JsonRpcRequest);
        return request;
    }

    public static RequestContext<CallToolRequestParams> Anonymous(byte[] arguments, bool isUntouched = false)
    {
        byte[] parameters = [.. "{\"name\":\"search\",\"arguments\":"u8, .. arguments, .. "}"u8];
        var message = new JsonRpcRequest { Id = new RequestId(1), Method = RequestMethods.ToolsCall, Params = JsonNode.Parse(parameters) };

        // Whatever the version of the protocol, the SDK has looked for the parameter by now: the outer node is taken apart, the arguments in it are not.
        _ = isUntouched ? null : message.Params!["_meta"];
        return new(s_server, message, new CallToolRequestParams { Name = "search", Arguments = Dictionary(arguments) }) { Services = Services };
    }

    /// <summary>As the SDK's deserializer makes it: every value an element of its own, of repeated names the last.</summary>
    private static Dictionary<string, JsonElement> Dictionary(byte[] arguments)
    {
        var values = new Dictionary<string, JsonElement>();
        using JsonDocument document = JsonDocument.Parse(arguments);
        foreach (JsonProperty argument in document.RootElement.EnumerateObject())
        {
            values[argument.Name] = argument.Value.Clone();
        }

        return values;
    }
}
