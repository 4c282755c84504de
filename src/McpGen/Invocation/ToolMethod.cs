using ModelContextProtocol.Protocol;

namespace McpGen.Invocation;

/// <summary>A generated wrapper: the access check, the strict binding and the call of one tool.</summary>
/// <param name="call">The call to answer.</param>
/// <returns>The tool's result, or the refusal.</returns>
public delegate ValueTask<CallToolResult> ToolMethod(ToolCall call);
