using System;
using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>A set of code points, surrogates among them; <see cref="Utf16Set"/> leaves those out.</summary>
public sealed class CodePointSet
{
    public const int MaxCodePoint = 0x10FFFF;

    public static readonly CodePointSet None = new([]);

    public CodePointSet(IEnumerable<CodePointRange> ranges)
    {
        List<CodePointRange> ordered = [.. ranges];
        ordered.Sort(static (one, other) => one.First.CompareTo(other.First));
        var merged = new List<CodePointRange>(ordered.Count);
        foreach (CodePointRange range in ordered)
        {
            if (merged.Count > 0 && range.First <= merged[merged.Count - 1].Last + 1)
                merged[merged.Count - 1] = merged[merged.Count - 1] with { Last = Math.Max(merged[merged.Count - 1].Last, range.Last) };
            else
                merged.Add(range);
        }

        Ranges = merged;
    }

    /// <summary>Ranges that are in order and apart already.</summary>
    private CodePointSet(List<CodePointRange> ranges) => Ranges = ranges;

    public static CodePointSet Of(bool isNegated, IEnumerable<ClassItem> items)
    {
        var union = new CodePointSet(items.SelectMany(item => item.Ranges));
        return isNegated ? union.Complement() : union;
    }

    /// <summary>In order, apart from each other by at least one code point.</summary>
    public IReadOnlyList<CodePointRange> Ranges { get; }

    public bool IsEmpty => Ranges.Count == 0;

    public int Count => Ranges.Sum(range => range.Last - range.First + 1);

    public bool Contains(int codePoint) => Ranges.Any(range => range.First <= codePoint && codePoint <= range.Last);

    public CodePointSet Complement()
    {
        var gaps = new List<CodePointRange>(Ranges.Count + 1);
        int next = 0;
        foreach (CodePointRange range in Ranges)
        {
            if (next < range.First)
                gaps.Add(new CodePointRange(next, range.First - 1));
            next = range.Last + 1;
        }

        if (next <= MaxCodePoint)
            gaps.Add(new CodePointRange(next, MaxCodePoint));

        return new CodePointSet(gaps);
    }

    public CodePointSet Union(CodePointSet other) => new(Ranges.Concat(other.Ranges));

    public CodePointSet Within(CodePointRange bounds)
    {
        var within = new List<CodePointRange>(Ranges.Count);
        foreach (CodePointRange range in Ranges)
        {
            if (range.Within(bounds) is { } common)
                within.Add(common);
        }

        return new CodePointSet(within);
    }

    public bool IsSameAs(CodePointSet other) => Ranges.SequenceEqual(other.Ranges);

    public bool Intersects(CodePointSet other)
    {
        for (int mine = 0, others = 0; mine < Ranges.Count && others < other.Ranges.Count;)
        {
            if (Ranges[mine].Within(other.Ranges[others]) is not null)
                return true;

            _ = Ranges[mine].Last < other.Ranges[others].Last ? mine++ : others++;
        }

        return false;
    }
}
