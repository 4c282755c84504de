namespace McpGen.Invocation;

/// <summary>Gives a constant UTF-8 text of each tool of a class, so that a schema costs nothing until somebody asks for it.</summary>
/// <param name="tool">The tool's <see cref="ToolDefinition.Index"/>.</param>
public delegate ReadOnlySpan<byte> Utf8Text(int tool);
