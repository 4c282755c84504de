using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>
/// Whether one unit decides every choice of a step: what to take next, and whether to take it once more. Then a single pass from left to
/// right, which never comes back, gives the exact verdict.
/// </summary>
public static class Lookahead
{
    /// <summary>Deeper code is none that anybody reads.</summary>
    private const int MaxDepth = 12;

    /// <summary>A set of more ranges takes the C# compiler seconds.</summary>
    private const int MaxRanges = 64;

    public static readonly CodePointSet End = new([new(Step.End, Step.End)]);

    /// <summary>What can follow where the rest of the text does not matter.</summary>
    public static readonly CodePointSet Anything = new([new(0, Step.End)]);

    public static bool Decides(Step step, CodePointSet follow) => Decides(step, follow, depth: 0);

    private static bool Decides(Step step, CodePointSet follow, int depth) => step switch
    {
        _ when step.First.Ranges.Count > MaxRanges => false,
        Take take => take.IsFixed || !take.Units.Intersects(follow),
        Series { Items: var items } => DecidesSeries(items, follow, depth),
        Words words => words.ArePrefixFree || follow.IsSameAs(End) || Decides(words.Factored, follow, depth),
        Fork fork => depth < MaxDepth && !(fork.CanBeEmpty && fork.First.Intersects(follow))
            && AreApart(fork.Branches) && fork.Branches.All(branch => Decides(branch, follow, depth + 1)),
        Loop loop => depth < MaxDepth && !loop.Body.CanBeEmpty && (loop.Min == loop.Max || !loop.First.Intersects(follow))
            && Decides(loop.Body, loop.Max == 1 ? follow : follow.Union(loop.First), depth + 1),
        _ => false,
    };

    private static bool DecidesSeries(IReadOnlyList<Step> items, CodePointSet follow, int depth)
    {
        for (int i = items.Count - 1; i >= 0; i--)
        {
            if (!Decides(items[i], follow, depth))
                return false;
            follow = items[i].CanBeEmpty ? follow.Union(items[i].First) : items[i].First;
        }

        return true;
    }

    private static bool AreApart(IReadOnlyList<Step> branches)
    {
        CodePointSet union = CodePointSet.None;
        foreach (Step branch in branches)
        {
            if (union.Intersects(branch.First))
                return false;
            union = union.Union(branch.First);
        }

        return true;
    }
}
