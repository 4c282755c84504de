using McpGen.Invocation;

namespace McpGen.Hosting;

/// <summary>A hardened tool class, as the generated registration lists it.</summary>
public sealed class ToolClass
{
    private readonly Func<HardeningOptions, HardenedTool[]> _createTools;

    /// <summary>Lists a class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="createTools">Makes its tools.</param>
    public ToolClass(Type type, Func<HardeningOptions, HardenedTool[]> createTools)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(createTools);
        Type = type;
        _createTools = createTools;
    }

    /// <summary>The class.</summary>
    public Type Type { get; }

    internal HardenedTool[] CreateTools(HardeningOptions options) => _createTools(options);
}
