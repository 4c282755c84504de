using System.Text.Json;
using System.Text.Json.Nodes;
using McpGen.Authorization;
using McpGen.Invocation;
using McpGen.Validation;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Validation.Formats;

/// <summary>Calls a tool of one argument, <c>a</c>, whose wrapper reads it as the generator's would.</summary>
internal static class ReaderCall
{
    private static readonly McpServer s_server = McpServer.Create(new StreamServerTransport(Stream.Null, Stream.Null), new McpServerOptions());

    public delegate T Read<T>(ref ArgumentReader reader, ReadOnlySpan<byte> raw);

    /// <summary>What was read, and the answer when it was refused.</summary>
    /// <param name="json">The JSON text of the argument, quotes included.</param>
    /// <param name="read">How it is read.</param>
    public static async Task<(T Value, string? Refusal)> OfAsync<T>(string json, Read<T> read)
    {
        T value = default!;
        var tool = new HardenedTool(
            new ToolDefinition
            {
                Name = "read",
                ToolClass = typeof(ReaderCall),
                DeclaringType = typeof(ReaderCall),
                Access = Access.Anyone,
                InputSchema = static _ => "{}"u8,
                Method = call =>
                {
                    var reader = new ArgumentReader(call);
                    foreach ((string name, JsonElement argument) in reader.Arguments)
                    {
                        reader.Take(name, argument);
                        value = read(ref reader, reader.RawText);
                    }

                    return reader.IsRefused ? reader.Refusal() : new(ToolResult.Nothing());
                },
            },
            new HardeningOptions());

        CallToolResult result = await tool.InvokeAsync(Request(json));
        string text = string.Concat(result.Content.OfType<TextContentBlock>().Select(static block => block.Text));
        Assert.Equal(result.IsError is true, text.Length > 0);
        return (value, text.Length > 0 ? text : null);
    }

    /// <summary>Asserts that a value is accepted, and gives it.</summary>
    public static async Task<T> AcceptAsync<T>(string json, Read<T> read)
    {
        (T value, string? refusal) = await OfAsync(json, read);
        Assert.Null(refusal);
        return value;
    }

    /// <summary>Asserts that a value is refused, once and with these words, and that nothing of it was given.</summary>
    public static async Task RefuseAsync<T>(string json, string message, Read<T> read)
    {
        (T value, string? refusal) = await OfAsync(json, read);
        Assert.Equal($"Invalid arguments for read: 1 violation\n  /a: {message}", refusal);
        Assert.True(value is null or "" or byte[] { Length: 0 } || value.Equals(default(T)), json);
    }

    private static RequestContext<CallToolRequestParams> Request(string json)
    {
        string arguments = $$"""{"a":{{json}}}""";
        var message = new JsonRpcRequest
        {
            Id = new RequestId(1),
            Method = "tools/call",
            Params = JsonNode.Parse($$"""{"name":"read","arguments":{{arguments}}}"""),
        };
        var read = new CallToolRequestParams { Name = "read", Arguments = new Dictionary<string, JsonElement> { ["a"] = JsonElement.Parse(json) } };
        return new RequestContext<CallToolRequestParams>(s_server, message, read);
    }
}
