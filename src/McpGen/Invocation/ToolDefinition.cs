using McpGen.Authorization;

namespace McpGen.Invocation;

/// <summary>Everything that is known about a tool at build time. Written by the generator.</summary>
public sealed class ToolDefinition
{
    /// <summary>Which of its class's tools it is; what its texts and attributes are found by.</summary>
    public int Index { get; init; }

    /// <summary>The tool's name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The tool class, as in the source.</summary>
    public required Type ToolClass { get; init; }

    /// <summary>The type that declares the tool's method: the class itself or one of its bases.</summary>
    public required Type DeclaringType { get; init; }

    /// <summary>The generated wrapper.</summary>
    public required ToolMethod Method { get; init; }

    /// <summary>Who may call the tool; the same object that the wrapper asks.</summary>
    public required Access Access { get; init; }

    /// <summary>Whether who may call it depends on the values of arguments too.</summary>
    public bool HasAccessByValue { get; init; }

    /// <summary>The scopes that some values of arguments need.</summary>
    public ScopeRule[] ScopesByValue { get; init; } = [];

    /// <summary>The JSON Schema 2020-12 of the arguments.</summary>
    public required Utf8Text InputSchema { get; init; }

    /// <summary>The JSON Schema 2020-12 of the structured content; null for a tool without.</summary>
    public Utf8Text? OutputSchema { get; init; }

    /// <summary>What the tool does, for the model that chooses it.</summary>
    public string? Description { get; init; }

    /// <summary>A display name.</summary>
    public string? Title { get; init; }

    /// <summary>The URI of an icon.</summary>
    public string? IconSource { get; init; }

    /// <summary>The <c>readOnlyHint</c> annotation.</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>The <c>destructiveHint</c> annotation.</summary>
    public bool? Destructive { get; init; }

    /// <summary>The <c>idempotentHint</c> annotation.</summary>
    public bool? Idempotent { get; init; }

    /// <summary>The <c>openWorldHint</c> annotation.</summary>
    public bool? OpenWorld { get; init; }

    /// <summary>The tool's <c>_meta</c>: a JSON object.</summary>
    public Utf8Text? Meta { get; init; }

    /// <summary>Makes the attributes of class and method, less those that name an authorization rule.</summary>
    public Func<int, object[]>? Attributes { get; init; }

    /// <summary>The limits that are not part of the schema.</summary>
    public ToolLimits Limits { get; init; } = ToolLimits.Default;

    /// <summary>The guards of its arguments and result, verified at start.</summary>
    public GuardUse[] Guards { get; init; } = [];

    /// <summary>The services the call needs, verified at start.</summary>
    public ServiceUse[] Services { get; init; } = [];

    /// <summary>The classes that arguments are bound to. One that is a registered service too stops the server at start.</summary>
    public ArgumentClass[] ArgumentClasses { get; init; } = [];
}
