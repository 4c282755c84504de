using System;
using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>What can stand on one side of a place in a pattern.</summary>
[Flags]
public enum Sides
{
    None = 0,

    /// <summary>A character of <c>\w</c>.</summary>
    Word = 1,

    /// <summary>Any other, or the edge of the text.</summary>
    Other = 2,

    /// <summary>Whatever the text has there: the edge of a search.</summary>
    Open = 4,

    /// <summary>Another boundary or an anchor looks at the same place, so that no character there can be taken along.</summary>
    Taken = 8,
}

/// <summary>What the edge of a node is.</summary>
/// <param name="Sides">The kinds of characters there.</param>
/// <param name="IsPassed">The node can be empty there, so that its own neighbour counts too.</param>
public readonly record struct Neighbour(Sides Sides, bool IsPassed)
{
    private static readonly CodePointSet Word = Shorthand.Of('w')!.Set;
    private static readonly CodePointSet Other = Shorthand.Of('W')!.Set;

    /// <summary>The edge that one meets coming from before the node.</summary>
    public static Neighbour Ahead(PatternNode node) => Of(node, AnchorNode.End, isReversed: false);

    /// <summary>The edge that one leaves behind.</summary>
    public static Neighbour Behind(PatternNode node) => Of(node, AnchorNode.Start, isReversed: true);

    public Sides Or(Sides beyond) => IsPassed ? Sides | beyond : Sides;

    private static Neighbour Of(PatternNode node, AnchorNode edge, bool isReversed)
    {
        switch (node)
        {
            case SetNode { Set: var set }:
                return new((set.Intersects(Word) ? Sides.Word : Sides.None) | (set.Intersects(Other) ? Sides.Other : Sides.None), IsPassed: false);
            case AnchorNode when node == edge:
                return new(Sides.Other, IsPassed: false);
            case AnchorNode:
                return new(Sides.Taken, IsPassed: true);
            case SequenceNode { Items: var items }:
                Neighbour sofar = new(Sides.None, IsPassed: true);
                foreach (PatternNode item in isReversed ? items.Reverse() : items)
                {
                    if (!sofar.IsPassed)
                        break;
                    Neighbour next = Of(item, edge, isReversed);
                    sofar = next with { Sides = sofar.Sides | next.Sides };
                }

                return sofar;
            case ChoiceNode { Branches: var branches }:
                Neighbour[] all = [.. branches.Select(branch => Of(branch, edge, isReversed))];
                return new(all.Aggregate(Sides.None, (sides, one) => sides | one.Sides), all.Any(one => one.IsPassed));
            case GroupNode { Inner: var inner }:
                return Of(inner, edge, isReversed);
            case RepeatNode { Inner: var inner, Count.Min: var min }:
                Neighbour body = Of(inner, edge, isReversed);
                return body with { IsPassed = body.IsPassed || min == 0 };
            default:
                return new(Sides.None, IsPassed: true);
        }
    }
}
