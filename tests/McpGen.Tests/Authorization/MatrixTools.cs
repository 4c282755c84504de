using System.Collections.Concurrent;
using McpGen.Authorization;
using McpGen.Hosting;
using McpGen.Invocation;
using McpGen.Tests.Hosting;
using ModelContextProtocol.Protocol;

namespace McpGen.Tests.Authorization;

/// <summary>The tools of the matrix as the generator would write them, with their entries counted by the request's id.</summary>
public sealed class MatrixTools
{
    private readonly ConcurrentDictionary<string, int> _entries = new();

    /// <summary>How often a tool was entered for a request.</summary>
    public int EntriesOf(string id) => _entries.GetValueOrDefault(id);

    public ToolClass Class => new(typeof(MatrixTools), options => [.. MatrixRule.All.Select(rule => Tool(rule, options))]);

    private HardenedTool Tool(MatrixRule rule, HardeningOptions options) => new(
        new ToolDefinition
        {
            Name = rule.Name,
            ToolClass = typeof(MatrixTools),
            DeclaringType = typeof(MatrixTools),
            Access = rule.Access,
            InputSchema = _ => """{"type":"object"}"""u8,
            Method = call =>
                !call.Admits(rule.Access) ? call.Denied()
                : rule.Name.StartsWith("policy", StringComparison.Ordinal) ? call.WhenPoliciesAdmit((admitted, _) => Enter(admitted))
                : rule.ByValue is null ? Enter(call)
                : ByValue(call, rule.ByValue),
        },
        options);

    private ValueTask<CallToolResult> ByValue(ToolCall call, ClaimRule rule)
    {
        ValueAccess access = call.AccessByValue();
        access.Require(rule, "t1");
        return access.IsRefused ? access.Refusal() : Enter(call);
    }

    private ValueTask<CallToolResult> Enter(ToolCall call)
    {
        _entries.AddOrUpdate(call.Request.JsonRpcRequest.Id.ToString(), 1, static (_, entries) => entries + 1);
        return new(ToolResult.Text(Tools.Checked));
    }
}
