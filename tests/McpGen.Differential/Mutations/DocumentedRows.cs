using System.Reflection;

namespace McpGen.Differential.Mutations;

/// <summary>The rows of the tables of docs/schema-mapping.md: every one of them is a check that must be seen to work.</summary>
internal static class DocumentedRows
{
    /// <summary>The first cell of each row, types before annotations.</summary>
    public static IReadOnlyList<string> Read()
    {
        string root = typeof(DocumentedRows).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "RepositoryRoot").Value!;
        string[] lines = File.ReadAllLines(Path.Combine(root, "docs", "schema-mapping.md"));
        return [.. Table(lines, "## Types").Select(static cells => cells[0]), .. Table(lines, "## Annotations").Select(static cells => cells[0])];
    }

    private static IEnumerable<string[]> Table(string[] lines, string heading) => lines
        .SkipWhile(line => line != heading)
        .SkipWhile(static line => !line.StartsWith("|---", StringComparison.Ordinal))
        .Skip(1)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Trim('|', ' ').Split(" | ").Select(static cell => cell.Trim()).ToArray());
}
