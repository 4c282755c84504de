using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Calls;

/// <summary>Makes one call, the same way for every contestant.</summary>
internal static class Call
{
    public static CallToolResult Complete(McpServerTool tool, RequestContext<CallToolRequestParams> request)
    {
        ValueTask<CallToolResult> call = tool.InvokeAsync(request);
        return call.IsCompletedSuccessfully ? call.Result : call.AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The SDK refuses what it cannot bind by an exception; null when it did.</summary>
    public static CallToolResult? CompleteOrRefuse(McpServerTool tool, RequestContext<CallToolRequestParams> request)
    {
        try
        {
            return Complete(tool, request);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
