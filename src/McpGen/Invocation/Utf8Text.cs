namespace McpGen.Invocation;

/// <summary>Gives a constant UTF-8 text, so that a schema costs nothing until somebody asks for it.</summary>
public delegate ReadOnlySpan<byte> Utf8Text();
