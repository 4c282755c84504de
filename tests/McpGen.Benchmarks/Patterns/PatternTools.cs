using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Patterns;

/// <summary>A tool that is never called: the generator prints the code of its patterns here.</summary>
[McpServerToolType, PublicTool]
public static partial class PatternTools
{
    public const string Uuid = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
    public const string Slug = "^[a-z0-9]+(?:-[a-z0-9]+)*$";
    public const string Identifier = "^[A-Za-z_][A-Za-z0-9_]*$";
    public const string Status = "^(?:draft|open|closed|archived)$";
    public const string Date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    public const string Release = "^v?[0-9]+\\.[0-9]+\\.[0-9]+$";

    /// <summary>Takes one text of each pattern.</summary>
    /// <param name="uuid">A UUID.</param>
    /// <param name="slug">A slug.</param>
    /// <param name="identifier">An identifier.</param>
    /// <param name="status">A status.</param>
    /// <param name="date">A date.</param>
    /// <param name="release">A version.</param>
    [McpServerTool]
    public static string Match(
        [Pattern(Uuid)] string uuid,
        [Pattern(Slug)] string slug,
        [Pattern(Identifier)] string identifier,
        [Pattern(Status)] string status,
        [Pattern(Date)] string date,
        [Pattern(Release)] string release) => string.Concat(uuid, slug, identifier, status) + date + release;
}
