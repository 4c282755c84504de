using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>
/// Replaces <c>\b</c> and <c>\B</c> by what they mean where they stand. Between characters of known kinds a boundary always holds, or
/// never; at the edge of a search it takes the one character that it looks at along. Anything else is refused.
/// </summary>
public sealed class BoundaryResolver
{
    private static readonly SetNode Word = new ShorthandNode(Shorthand.Of('w')!);
    private static readonly SetNode Other = new ShorthandNode(Shorthand.Of('W')!);
    private static readonly PatternNode Nothing = new SequenceNode([]);

    private Sides before = Sides.Open;

    public static PatternNode Resolve(PatternNode root) => new BoundaryResolver().Resolve(root, after: Sides.Open);

    /// <summary>Goes from left to right: <see cref="before"/> is what can stand before the node, and then what can stand after it.</summary>
    private PatternNode Resolve(PatternNode node, Sides after)
    {
        switch (node)
        {
            case BoundaryNode boundary:
                return Resolve(boundary, after);
            case SequenceNode { Items: var items }:
                return new SequenceNode(ResolveSequence(items, after));
            case ChoiceNode { Branches: var branches }:
                return new ChoiceNode(ResolveChoice(branches, after));
            case GroupNode group:
                return group with { Inner = Resolve(group.Inner, after) };
            case RepeatNode repeat:
                return ResolveRepeat(repeat, after);
            default:
                before = Neighbour.Behind(node).Or(before);
                return node;
        }
    }

    private PatternNode[] ResolveSequence(IReadOnlyList<PatternNode> items, Sides after)
    {
        var afters = new Sides[items.Count];
        for (int i = items.Count - 1; i >= 0; i--)
        {
            afters[i] = after;
            after = Neighbour.Ahead(items[i]).Or(after);
        }

        return [.. items.Select((item, i) => Resolve(item, afters[i]))];
    }

    private PatternNode[] ResolveChoice(IReadOnlyList<PatternNode> branches, Sides after)
    {
        Sides start = before;
        Sides end = Sides.None;
        var resolved = new PatternNode[branches.Count];
        for (int i = 0; i < resolved.Length; i++)
        {
            before = start;
            resolved[i] = Resolve(branches[i], after);
            end |= before;
        }

        before = end;
        return resolved;
    }

    private RepeatNode ResolveRepeat(RepeatNode repeat, Sides after)
    {
        Sides start = before;
        bool isLoop = repeat.Count.Max != 1;
        if (isLoop)
        {
            before |= Neighbour.Behind(repeat.Inner).Sides | Sides.Taken;
            after |= Neighbour.Ahead(repeat.Inner).Sides;
        }

        PatternNode inner = Resolve(repeat.Inner, after);
        before = (isLoop ? before & ~Sides.Taken : before) | (repeat.Count.Min == 0 ? start : start & Sides.Taken);
        return repeat with { Inner = inner };
    }

    private PatternNode Resolve(BoundaryNode boundary, Sides after)
    {
        Sides left = before & ~Sides.Taken;
        Sides right = after & ~Sides.Taken;
        if (before == Sides.Open && IsKnown(right))
        {
            // What stands before is known from here on.
            before = boundary.IsNegated == (right == Sides.Word) ? Sides.Word : Sides.Other;
            return before == Sides.Word ? Word : Edge(AnchorNode.Start);
        }

        if (IsKnown(before) && after == Sides.Open)
        {
            before |= Sides.Taken;
            return boundary.IsNegated == (left == Sides.Word) ? Word : Edge(AnchorNode.End);
        }

        if (!IsKnown(left) || !IsKnown(right))
        {
            throw new PatternRefusedException(boundary.Position,
                $"the word boundary '{boundary.Spelling}' cannot be decided here: what stands on one side of it can be a word character as well as none; " +
                "put it between parts that are always one or the other");
        }

        if (boundary.IsNegated == (left != right))
            throw new PatternRefusedException(boundary.Position, $"the word boundary '{boundary.Spelling}' never holds here, so that the pattern excludes everything");

        return Nothing;
    }

    private static bool IsKnown(Sides side) => side is Sides.Word or Sides.Other;

    private static GroupNode Edge(AnchorNode anchor)
    {
        PatternNode[] branches = anchor == AnchorNode.Start ? [anchor, Other] : [Other, anchor];
        return new GroupNode(new ChoiceNode(branches), IsPlain: false);
    }
}
