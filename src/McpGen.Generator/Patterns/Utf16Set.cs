using System.Collections.Generic;

namespace McpGen.Generator.Patterns;

/// <summary>
/// A set of code points as .NET has to see it: single units, and surrogate pairs. Half a pair is in neither,
/// so a match begins and ends between code points.
/// </summary>
public sealed class Utf16Set
{
    private const int FirstHigh = 0xD800;
    private const int FirstLow = 0xDC00;
    private const int LastLow = 0xDFFF;
    private const int LowsPerHigh = 0x400;
    private const int FirstAstral = 0x10000;

    private static readonly CodePointRange[] Singles = [new(0, FirstHigh - 1), new(LastLow + 1, FirstAstral - 1)];
    private static readonly CodePointRange Astral = new(FirstAstral, CodePointSet.MaxCodePoint);

    public Utf16Set(CodePointSet set)
    {
        var units = new List<CodePointRange>(set.Ranges.Count);
        var pairs = new List<(CodePointRange High, CodePointRange Low)>();
        foreach (CodePointRange range in set.Ranges)
        {
            foreach (CodePointRange singles in Singles)
            {
                if (range.Within(singles) is { } within)
                    units.Add(within);
            }

            if (range.Within(Astral) is { } astral)
                pairs.AddRange(PairsOf(astral));
        }

        (Units, Pairs) = (units, pairs);
    }

    public IReadOnlyList<CodePointRange> Units { get; }

    /// <summary>Every high surrogate of the first range with every low one of the second.</summary>
    public IReadOnlyList<(CodePointRange High, CodePointRange Low)> Pairs { get; }

    private static IEnumerable<(CodePointRange High, CodePointRange Low)> PairsOf(CodePointRange range)
    {
        (int firstHigh, int firstLow) = Split(range.First);
        (int lastHigh, int lastLow) = Split(range.Last);

        if (firstHigh == lastHigh)
        {
            yield return (new(firstHigh, firstHigh), new(firstLow, lastLow));
            yield break;
        }

        if (firstLow > FirstLow)
        {
            yield return (new(firstHigh, firstHigh), new(firstLow, LastLow));
            firstHigh++;
        }

        if (lastLow < LastLow)
        {
            yield return (new(lastHigh, lastHigh), new(FirstLow, lastLow));
            lastHigh--;
        }

        if (firstHigh <= lastHigh)
            yield return (new(firstHigh, lastHigh), new(FirstLow, LastLow));
    }

    private static (int High, int Low) Split(int codePoint)
    {
        int offset = codePoint - FirstAstral;
        return (FirstHigh + (offset / LowsPerHigh), FirstLow + (offset % LowsPerHigh));
    }
}
