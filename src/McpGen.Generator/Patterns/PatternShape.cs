using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>What can be told of a part of a pattern wherever it stands.</summary>
public static class PatternShape
{
    /// <summary>Whether it matches the empty string anywhere; an anchor does so only at its place.</summary>
    public static bool CanBeEmpty(PatternNode node) => node switch
    {
        SequenceNode { Items: var items } => items.All(CanBeEmpty),
        ChoiceNode { Branches: var branches } => branches.Any(CanBeEmpty),
        GroupNode { Inner: var inner } => CanBeEmpty(inner),
        RepeatNode { Inner: var inner, Count.Min: var min } => min == 0 || CanBeEmpty(inner),
        _ => false,
    };

    /// <summary>The number of code points it always takes; null when that varies.</summary>
    public static long? FixedLength(PatternNode node) => node switch
    {
        SetNode => 1,
        AnchorNode => 0,
        SequenceNode { Items: var items } => items.Aggregate((long?)0, (sum, item) => sum + FixedLength(item)),
        ChoiceNode { Branches: var branches } => branches.Select(FixedLength).Aggregate((common, length) => common == length ? common : null),
        GroupNode { Inner: var inner } => FixedLength(inner),
        RepeatNode { Inner: var inner, Count: var count } => count.Min == count.Max ? FixedLength(inner) * count.Min : null,
        _ => null,
    };
}
