namespace McpGen.Generator.Model;

/// <summary>What a method returns and how it becomes a result.</summary>
public sealed record ResultModel
{
    public required Awaiting Awaiting { get; init; }

    public required ResultKind Kind { get; init; }

    /// <summary>The type of a value that is written as JSON, or of its items; fully qualified.</summary>
    public ScalarModel? Scalar { get; init; }
}

public enum Awaiting
{
    None,
    Task,
}

public enum ResultKind
{
    Nothing,
    Text,
    Scalar,
    ScalarArray,
    Content,
    Contents,
    CallToolResult,
    JsonElement,
    JsonNode,
}

/// <summary>A value that is written as one JSON token.</summary>
public sealed record ScalarModel(ScalarKind Kind, string Type, bool IsNullable, EquatableArray<EnumMember> EnumMembers);

public enum ScalarKind
{
    Boolean,
    Number,
    String,
    Enum,
}
