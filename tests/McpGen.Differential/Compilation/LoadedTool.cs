using System.Text;
using System.Text.Json;
using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;
using McpGen.Invocation;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Differential.Compilation;

/// <summary>A compiled tool that is called as a message would call it, and its schema.</summary>
internal sealed class LoadedTool
{
    private static readonly McpServer s_server = McpServer.Create(new SilentTransport(), new McpServerOptions());
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 512 };

    private readonly HardenedTool _tool;
    private readonly string _head;
    private readonly string _refusal;

    public LoadedTool(HardenedTool tool, Signature signature)
    {
        _tool = tool;
        _head = $$"""{"name":"{{tool.Name}}","arguments":""";
        _refusal = $"Invalid arguments for {tool.Name}: ";
        Signature = signature;
        SchemaText = tool.ProtocolTool.InputSchema.GetRawText();
        Schema = Schema.Parse(SchemaText);
        OutputSchemaText = tool.ProtocolTool.OutputSchema?.GetRawText();
        OutputSchema = OutputSchemaText is null ? null : Schema.Parse(OutputSchemaText);
    }

    public Signature Signature { get; }

    public string SchemaText { get; }

    public Schema Schema { get; }

    /// <summary>The schema of the result; null for a tool without structured content.</summary>
    public string? OutputSchemaText { get; }

    public Schema? OutputSchema { get; }

    /// <summary>Makes a call with the text of an arguments object.</summary>
    /// <returns>Whether it was accepted, what is wrong with the answer where it is neither an acceptance nor a refusal, and the structured result.</returns>
    public (bool IsAccepted, string? Fault, JsonElement? Result) Call(string arguments)
    {
        try
        {
            ValueTask<CallToolResult> call = _tool.InvokeAsync(Request(arguments));
            CallToolResult result = call.IsCompletedSuccessfully ? call.Result : call.AsTask().GetAwaiter().GetResult();
            if (result.IsError is not true)
            {
                return (true, null, result.StructuredContent);
            }

            string text = ((TextContentBlock)result.Content[0]).Text;
            return (false, text.StartsWith(_refusal, StringComparison.Ordinal) ? null : text, null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return (false, exception.ToString(), null);
        }
    }

    /// <summary>What the SDK makes of a message: the parsed parameters as a node, and each argument as an element, of repeated names the last.</summary>
    private RequestContext<CallToolRequestParams> Request(string arguments)
    {
        JsonElement parameters = JsonDocument.Parse(Encoding.UTF8.GetBytes(_head + arguments + "}"), s_options).RootElement;
        var given = new Dictionary<string, JsonElement>();
        foreach (JsonProperty argument in parameters.GetProperty("arguments").EnumerateObject())
        {
            given[argument.Name] = argument.Value;
        }

        var message = new JsonRpcRequest { Id = new RequestId(1), Method = "tools/call", Params = System.Text.Json.Nodes.JsonObject.Create(parameters) };
        return new RequestContext<CallToolRequestParams>(s_server, message, new CallToolRequestParams { Name = _tool.Name, Arguments = given });
    }
}
