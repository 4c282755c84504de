using System.Collections.Generic;

namespace McpGen.Generator.Patterns;

/// <summary>Reads .NET's regex syntax, as far as ECMA-262 has an exact twin for it. What is read means what ECMA-262 says.</summary>
public sealed class PatternParser
{
    public const int MaxLength = 4_096;

    /// <summary>Every walk over the tree recurses, here and in .NET's engine.</summary>
    public const int MaxDepth = 64;

    private readonly PatternScanner scanner;
    private int depth;

    private PatternParser(string pattern) => scanner = new PatternScanner(pattern);

    public static PatternNode Parse(string pattern)
    {
        if (pattern.Length > MaxLength)
            throw new PatternRefusedException(MaxLength, "the pattern is longer than 4096 characters");

        var parser = new PatternParser(pattern);
        PatternNode root = parser.ParseChoice();
        if (!parser.scanner.IsAtEnd)
            throw new PatternRefusedException(parser.scanner.Position, "the ')' closes no group");

        return root;
    }

    private PatternNode ParseChoice()
    {
        List<PatternNode> branches = [ParseSequence()];
        while (scanner.TryTake("|"))
            branches.Add(ParseSequence());

        return branches.Count == 1 ? branches[0] : new ChoiceNode(branches);
    }

    private SequenceNode ParseSequence()
    {
        var items = new List<PatternNode>();
        while (!scanner.IsAtEnd && scanner.Peek() is not ('|' or ')'))
            items.Add(ParseItem());

        return new SequenceNode(items);
    }

    private PatternNode ParseItem()
    {
        int start = scanner.Position;
        if (QuantifierParser.TryParse(scanner) is not null)
            throw new PatternRefusedException(start, "the quantifier has nothing to repeat");

        PatternNode item = ParseAtom();
        start = scanner.Position;
        if (QuantifierParser.TryParse(scanner) is not { } count)
            return item;

        if (item is AnchorNode or BoundaryNode)
            throw new PatternRefusedException(start, "an anchor cannot be repeated");

        // Lazy or greedy, the same strings match.
        scanner.TryTake("?");
        int next = scanner.Position;
        if (QuantifierParser.TryParse(scanner) is not null)
            throw new PatternRefusedException(next, "a quantifier cannot follow a quantifier");

        return new RepeatNode(item, count, start);
    }

    private PatternNode ParseAtom()
    {
        switch (scanner.Peek())
        {
            case '(':
                return ParseGroup();
            case '[':
                return ClassParser.Parse(scanner);
            case '^':
                scanner.Skip(1);
                return AnchorNode.Start;
            case '$':
                scanner.Skip(1);
                return AnchorNode.End;
            case '.':
                scanner.Skip(1);
                return new ShorthandNode(Shorthand.Any);
            case '\\' when scanner.Peek(1) is 'b' or 'B':
                int start = scanner.Position;
                scanner.Skip(2);
                return new BoundaryNode(scanner.Peek(-1) == 'B', start);
            default:
                return EscapeParser.TryParseShorthand(scanner) is { } shorthand
                    ? new ShorthandNode(shorthand)
                    : new CharacterNode(EscapeParser.ParseCodePoint(scanner, inClass: false));
        }
    }

    private GroupNode ParseGroup()
    {
        int start = scanner.Position;
        if (++depth > MaxDepth)
            throw new PatternRefusedException(start, "the groups nest deeper than 64");

        bool isPlain = GroupParser.ParseOpening(scanner);
        PatternNode inner = ParseChoice();
        if (!scanner.TryTake(")"))
            throw new PatternRefusedException(start, "the group is not closed");

        depth--;
        return new GroupNode(inner, isPlain);
    }
}
