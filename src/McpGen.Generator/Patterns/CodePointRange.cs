using System;

namespace McpGen.Generator.Patterns;

/// <summary>The code points from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
public readonly record struct CodePointRange(int First, int Last)
{
    public bool IsSingle => First == Last;

    /// <summary>What this range has in common with <paramref name="other"/>; null when that is nothing.</summary>
    public CodePointRange? Within(CodePointRange other)
    {
        int first = Math.Max(First, other.First);
        int last = Math.Min(Last, other.Last);
        return first <= last ? new CodePointRange(first, last) : null;
    }
}
