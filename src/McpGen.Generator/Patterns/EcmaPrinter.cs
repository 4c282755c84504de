using System.Collections.Generic;
using System.Text;

namespace McpGen.Generator.Patterns;

/// <summary>Prints a pattern for the schema: ECMA-262 with the <c>u</c> flag, as close to the author's spelling as is canonical.</summary>
public static class EcmaPrinter
{
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
                text.AppendCharacter(character.CodePoint, inClass: false);
                break;
            case ShorthandNode { Shorthand: var shorthand }:
                text.Append(shorthand.Spelling);
                break;
            case ClassNode set:
                WriteClass(text, set);
                break;
            case AnchorNode anchor:
                text.Append(anchor.Ecma);
                break;
            case BoundaryNode boundary:
                text.Append(boundary.Spelling);
                break;
            case SequenceNode sequence:
                foreach (PatternNode item in sequence.Items)
                    Write(text, item);
                break;
            case ChoiceNode choice:
                WriteChoice(text, choice.Branches);
                break;
            case GroupNode group:
                text.Append(group.IsPlain ? "(" : "(?:");
                Write(text, group.Inner);
                text.Append(')');
                break;
            case RepeatNode repeat:
                Write(text, repeat.Inner);
                text.Append(repeat.Count);
                break;
        }
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

    private static void WriteClass(StringBuilder text, ClassNode set)
    {
        text.Append(set.IsNegated ? "[^" : "[");
        foreach (ClassItem item in set.Items)
        {
            switch (item)
            {
                case ShorthandItem { Shorthand: var shorthand }:
                    text.Append(shorthand.Spelling);
                    break;
                case RangeItem { Range: var range }:
                    text.AppendRange(range);
                    break;
            }
        }

        text.Append(']');
    }
}
