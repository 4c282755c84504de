using System.Runtime.CompilerServices;

namespace McpGen.Benchmarks.Calls;

/// <summary>What the search tools call: the same for all, and nothing to measure.</summary>
internal static class Shop
{
    public const string Answer = "No articles were found.";

    // Not inlined: otherwise the compiler could see that the arguments go nowhere and never make them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Search(string query, int limit, SearchOrder sort, string[]? tags, SearchFilter? filter) => Answer;
}
