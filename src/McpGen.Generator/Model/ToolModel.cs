namespace McpGen.Generator.Model;

/// <summary>One tool: what is advertised, who may call it, what is bound and called.</summary>
public sealed record ToolModel
{
    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The C# identifier that the wrapper's members are named after; unique in its class.</summary>
    public required string Id { get; init; }

    /// <summary>The method, as code: escaped where it is a keyword.</summary>
    public required string MethodName { get; init; }

    /// <summary>The type that declares the method, fully qualified.</summary>
    public required string DeclaringType { get; init; }

    /// <summary>Whether another member of the class hides the inherited method, so that it is called through its base.</summary>
    public bool IsHidden { get; init; }

    public required AccessModel Access { get; init; }

    /// <summary>The parameters in the order of the call.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>Argument names that are dropped unread.</summary>
    public required EquatableArray<string> IgnoredArguments { get; init; }

    public required LimitsModel Limits { get; init; }

    /// <summary>How the instance is made; null for a static method.</summary>
    public required ConstructionModel? Construction { get; init; }

    public required ResultModel Result { get; init; }

    public string? Description { get; init; }

    public string? Title { get; init; }

    public string? IconSource { get; init; }

    public bool? ReadOnly { get; init; }

    public bool? Destructive { get; init; }

    public bool? Idempotent { get; init; }

    public bool? OpenWorld { get; init; }

    /// <summary>The <c>_meta</c> object as JSON.</summary>
    public string? Meta { get; init; }

    /// <summary>The attributes of class and method, as creation expressions.</summary>
    public EquatableArray<string> Attributes { get; init; }
}

/// <summary>Limits without a schema keyword; null where the runtime's own holds.</summary>
public sealed record LimitsModel(int? MaxDepth, int? MaxArgumentBytes, int? MaxResultBytes);

/// <summary>A call of the tool class's constructor, and how the instance is disposed of.</summary>
public sealed record ConstructionModel(EquatableArray<ParameterModel> Parameters, Disposal Disposal);

public enum Disposal
{
    None,
    Dispose,
    DisposeAsync,
}
