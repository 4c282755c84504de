using System;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>
/// Keeps a pattern below the size at which .NET's NonBacktracking engine refuses to be constructed: 10,000 nodes,
/// where a UTF-16 unit counts as often as its counts repeat it, and five times as much when the pattern holds an anchor.
/// </summary>
public static class PatternSize
{
    public const int MaxUnits = 1_900;

    private const string TooLarge = "the pattern grows beyond 1900 characters when its counts are written out ('.' and a negated set are three)";

    public static void Check(PatternNode root)
    {
        if (UnitsOf(root) > MaxUnits)
            throw new PatternRefusedException(0, TooLarge);
    }

    private static long UnitsOf(PatternNode node) => node switch
    {
        SetNode { Set: var set } => UnitsOf(new Utf16Set(set)),
        SequenceNode { Items: var items } => items.Sum(UnitsOf),
        ChoiceNode { Branches: var branches } => branches.Sum(branch => Math.Max(1, UnitsOf(branch))),
        GroupNode { Inner: var inner } => UnitsOf(inner),
        RepeatNode repeat => UnitsOf(repeat),
        _ => 1,
    };

    private static long UnitsOf(Utf16Set set) => 1 + (2 * set.Pairs.Count);

    private static long UnitsOf(RepeatNode repeat)
    {
        long units = Math.Max(1, UnitsOf(repeat.Inner)) * (repeat.Count.Max ?? repeat.Count.Min + 1);
        return units <= MaxUnits ? units : throw new PatternRefusedException(repeat.Position, TooLarge);
    }
}
