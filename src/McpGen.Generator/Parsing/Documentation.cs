namespace McpGen.Generator.Parsing;

/// <summary>What the author wrote about one symbol, each piece as one line of plain text; null where nothing is written.</summary>
public sealed record Documentation(string? Summary, string? Returns, DocumentationParameters Parameters)
{
    public static readonly Documentation None = new(null, null, DocumentationParameters.Empty);

    public bool IsEmpty => Summary is null && Returns is null && Parameters.IsEmpty;

    public string? Parameter(string name) => Parameters.Find(name);

    /// <summary>This documentation, with its missing pieces taken from <paramref name="other"/>.</summary>
    public Documentation Or(Documentation other) => new(Summary ?? other.Summary, Returns ?? other.Returns, Parameters.Or(other.Parameters));
}
