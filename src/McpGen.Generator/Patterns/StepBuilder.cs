using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>Turns a tree, its word boundaries resolved, into steps; null where an anchor stands elsewhere than at its edge.</summary>
public static class StepBuilder
{
    /// <summary>A list of more alternatives takes the C# compiler seconds.</summary>
    private const int MaxBranches = 64;

    /// <param name="atStart">Nothing can stand before the node, so <c>^</c> says nothing there.</param>
    /// <param name="atEnd">Nothing can stand after it.</param>
    public static Step? Build(PatternNode node, bool atStart, bool atEnd) => node switch
    {
        SetNode { Set: var set } => Steps.One(set),
        AnchorNode anchor => (anchor == AnchorNode.Start ? atStart : atEnd) ? Steps.Empty : null,
        GroupNode { Inner: var inner } => Build(inner, atStart, atEnd),
        SequenceNode { Items: var items } => BuildSequence(items, atStart, atEnd),
        ChoiceNode { Branches: { Count: <= MaxBranches } branches } => All(branches.Select(branch => Build(branch, atStart, atEnd))) is { } steps ? Steps.Fork(steps) : null,
        RepeatNode { Count: var count } repeat when !(count.Min >= Steps.Countless || count.Max >= Steps.Countless) =>
            Build(repeat.Inner, atStart: false, atEnd: false) is { } body ? Steps.Loop(body, count.Min, count.Max) : null,
        _ => null,
    };

    private static Step? BuildSequence(IReadOnlyList<PatternNode> items, bool atStart, bool atEnd)
    {
        int first = items.TakeWhile(item => item is AnchorNode).Count();
        int last = items.Count - 1 - items.Reverse().TakeWhile(item => item is AnchorNode).Count();
        return All(items.Select((item, i) => Build(item, atStart && i <= first, atEnd && i >= last))) is { } steps ? Steps.Series(steps) : null;
    }

    private static List<Step>? All(IEnumerable<Step?> steps)
    {
        var built = new List<Step>();
        foreach (Step? step in steps)
        {
            if (step is null)
                return null;
            built.Add(step);
        }

        return built;
    }
}
