using System.Collections.Generic;
using System.Linq;

namespace McpGen.Paths;

/// <summary>
/// What the allow-list of a path argument may say, and how it is told. Compiled into the generator too, so what stops a build and what a
/// <c>PathGuard</c> refuses to be made of are the same, and the schema and a refusal say the same. An objection is the end of a sentence.
/// </summary>
internal static class PathRules
{
    /// <summary>What a path must be, where the guard does not reveal it.</summary>
    public const string Undescribed = "an allowed path";

    private const int LongestRoot = 64;
    private const int LongestList = 512;

    /// <summary>What a path must be.</summary>
    public static string Describe(string root, IReadOnlyList<string> patterns)
    {
        string last = patterns[patterns.Count - 1];
        string list = patterns.Count == 1 ? last : $"{string.Join(", ", patterns.Take(patterns.Count - 1))} or {last}";
        return $"a relative path under {root} that matches {(list.Length <= LongestList ? list : "one of its patterns")}";
    }

    public static string? ObjectionToRoot(string? name) =>
        name?.Length is > 0 and <= LongestRoot && name.All(static unit => unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')
            ? null
            : "has no name of a root: at most 64 ASCII letters, digits, '-' and '_'";

    public static string? ObjectionToPattern(string? pattern)
    {
        try
        {
            Glob.Parse(pattern ?? "");
            return null;
        }
        catch (GlobException exception)
        {
            return exception.Message;
        }
    }
}
