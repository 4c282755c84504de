namespace McpGen;

/// <summary>
/// Changes the limits that hold where no annotation says otherwise. The nearest statement wins: method, then class, then assembly; a
/// property that is not set is taken from the next one out. Every value must be at least 1.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = true)]
public sealed class ToolDefaultsAttribute : Attribute
{
    /// <summary>The longest string, in Unicode code points, where no length is declared. Advertised as <c>maxLength</c>. 4096 by default.</summary>
    public int MaxStringLength { get; set; } = 4096;

    /// <summary>The most items of a collection where no count is declared. Advertised as <c>maxItems</c>. 256 by default.</summary>
    public int MaxItems { get; set; } = 256;

    /// <summary>
    /// How deep arguments may nest, the arguments object being depth 1. 32 by default, 61 at most: the SDK itself refuses more.
    /// </summary>
    public int MaxDepth { get; set; } = 32;

    /// <summary>The largest arguments object, in bytes of UTF-8 JSON, decided before any other check. 1,048,576 by default.</summary>
    public int MaxArgumentBytes { get; set; } = 1024 * 1024;

    /// <summary>The largest result, in bytes of UTF-8. 1,048,576 by default.</summary>
    public int MaxResultBytes { get; set; } = 1024 * 1024;
}
