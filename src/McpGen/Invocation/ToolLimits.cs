namespace McpGen.Invocation;

/// <summary>Limits of a call for which JSON Schema has no keyword.</summary>
public sealed class ToolLimits
{
    /// <summary>The limits that hold where <see cref="ToolDefaultsAttribute"/> says nothing.</summary>
    public static ToolLimits Default { get; } = new();

    /// <summary>How deep arguments may nest, the arguments object being depth 1.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>The largest arguments object, in bytes of UTF-8 JSON.</summary>
    public int MaxArgumentBytes { get; init; } = 1024 * 1024;

    /// <summary>The largest result, in bytes of UTF-8.</summary>
    public int MaxResultBytes { get; init; } = 1024 * 1024;
}
