using System.Collections.Generic;
using System.Text;

namespace McpGen.Generator.Patterns;

/// <summary>
/// Prints a pattern for .NET's NonBacktracking engine with every set spelled out, so that none of .NET's own meanings
/// of <c>\d</c>, <c>\w</c>, <c>\s</c>, <c>.</c> and <c>$</c> is left, and with what is one code point but two units kept together.
/// </summary>
public static class DotNetPrinter
{
    private const string Nothing = @"[^\u0000-\uFFFF]";

    public static string Print(PatternNode root)
    {
        var text = new StringBuilder();
        Write(text, root);
        return text.ToString();
    }

    private static void Write(StringBuilder text, PatternNode node)
    {
        switch (node)
        {
            case CharacterNode character:
                foreach (char unit in char.ConvertFromUtf32(character.CodePoint))
                    text.AppendCharacter(unit, inClass: false);
                break;
            case SetNode { Set: var set }:
                WriteSet(text, new Utf16Set(set));
                break;
            case AnchorNode anchor:
                text.Append(anchor.DotNet);
                break;
            case SequenceNode sequence:
                foreach (PatternNode item in sequence.Items)
                    Write(text, item);
                break;
            case ChoiceNode choice:
                WriteChoice(text, choice.Branches);
                break;
            case GroupNode group:
                WriteGroup(text, group.Inner);
                break;
            case RepeatNode repeat:
                WriteRepeat(text, repeat);
                break;
        }
    }

    private static void WriteRepeat(StringBuilder text, RepeatNode repeat)
    {
        if (repeat.Inner is CharacterNode { CodePoint: > char.MaxValue })
            WriteGroup(text, repeat.Inner);
        else
            Write(text, repeat.Inner);

        // .NET's optimizer makes "(?:b+|)+" need a "b"; "*" means the same where what is repeated can be empty.
        bool isOptional = repeat.Count.Max is null && PatternShape.CanBeEmpty(repeat.Inner);
        text.Append(isOptional ? new Quantifier(0, null) : repeat.Count);
    }

    private static void WriteGroup(StringBuilder text, PatternNode inner)
    {
        text.Append("(?:");
        Write(text, inner);
        text.Append(')');
    }

    private static void WriteChoice(StringBuilder text, IReadOnlyList<PatternNode> branches)
    {
        for (int i = 0; i < branches.Count; i++)
        {
            if (i > 0)
                text.Append('|');
            Write(text, branches[i]);
        }
    }

    private static void WriteSet(StringBuilder text, Utf16Set set)
    {
        if (set.Pairs.Count == 0)
        {
            WriteUnits(text, set.Units);
            return;
        }

        text.Append("(?:");
        if (set.Units.Count > 0)
            WriteUnits(text, set.Units);

        for (int i = 0; i < set.Pairs.Count; i++)
        {
            if (i > 0 || set.Units.Count > 0)
                text.Append('|');
            WriteUnits(text, [set.Pairs[i].High]);
            WriteUnits(text, [set.Pairs[i].Low]);
        }

        text.Append(')');
    }

    private static void WriteUnits(StringBuilder text, IReadOnlyList<CodePointRange> units)
    {
        if (units.Count == 0)
        {
            text.Append(Nothing);
            return;
        }

        text.Append('[');
        foreach (CodePointRange range in units)
            text.AppendRange(range);
        text.Append(']');
    }
}
