namespace McpGen.Generator.Model;

/// <summary>What a method returns and how it becomes a result.</summary>
public sealed record ResultModel
{
    public required Awaiting Awaiting { get; init; }

    public required ResultKind Kind { get; init; }

    /// <summary>What is written as JSON, or a text with limits of its own.</summary>
    public ValueModel? Value { get; init; }

    /// <summary>Whether null does not fit; otherwise it is a result without content.</summary>
    public bool RefusesNull { get; init; }

    /// <summary>The object that is advertised and sent as structured content too: the value itself, or one that holds it; null for text alone.</summary>
    public NamedValue? Structure { get; init; }
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
    Json,
    Content,
    Contents,
    CallToolResult,
    JsonElement,
    JsonNode,

    /// <summary>Whatever it turns out to be, by the SDK's serializer.</summary>
    Reflected,
}
