using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>One code point for each group of them that no set of a pattern tells apart.</summary>
public static class Alphabet
{
    /// <summary>What .NET's engine does once per pattern takes more than a second at twice as many, a minute at 1,800.</summary>
    private const int MaxLetters = 128;

    public static IReadOnlyList<int> Of(IReadOnlyList<CodePointSet> sets)
    {
        var letters = new Dictionary<string, int>();
        foreach (int letter in sets.SelectMany(set => set.Ranges).SelectMany(range => new[] { range.First, range.Last + 1 }).Distinct())
        {
            letters[new string([.. sets.Select(set => set.Contains(letter) ? '1' : '0')])] = letter;
            if (letters.Count > MaxLetters)
                throw new PatternRefusedException(0, "the pattern tells more than 128 kinds of characters apart");
        }

        return [.. letters.Values];
    }
}
