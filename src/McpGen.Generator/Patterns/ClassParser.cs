using System.Collections.Generic;

namespace McpGen.Generator.Patterns;

/// <summary>Reads a character class, from its <c>[</c> to its <c>]</c>.</summary>
public static class ClassParser
{
    public static ClassNode Parse(PatternScanner scanner)
    {
        int start = scanner.Position;
        scanner.Skip(1);
        bool isNegated = scanner.TryTake("^");

        // .NET reads this "]" as a character, ECMA-262 as the end of an empty class.
        if (scanner.Peek() == ']')
            throw new PatternRefusedException(start, @"the empty class '[]' has no exact equivalent; write \] for the character");

        var items = new List<ClassItem>();
        while (!scanner.TryTake("]"))
            items.Add(ParseItem(scanner, start));

        return new ClassNode(isNegated, items);
    }

    private static ClassItem ParseItem(PatternScanner scanner, int classStart)
    {
        int start = scanner.Position;
        ClassItem first = ParseMember(scanner, classStart);

        // A hyphen is itself when it is the last of the class.
        if (scanner.Peek() != '-' || scanner.Peek(1) == ']')
            return first;

        RefuseSubtraction(scanner);
        if (scanner.Position == start + 2 && first is RangeItem { Range.First: '-' })
            throw new PatternRefusedException(start, @"an escaped hyphen '\-' cannot begin a range in .NET; write \x2D");

        scanner.Skip(1);
        ClassItem last = ParseMember(scanner, classStart);

        if (first is not RangeItem { Range.First: var low } || last is not RangeItem { Range.First: var high })
            throw new PatternRefusedException(start, @"a set such as '\d' cannot begin or end a range; write \- for the hyphen");
        if (low > high)
            throw new PatternRefusedException(start, "the range is reversed");

        return new RangeItem(new CodePointRange(low, high));
    }

    private static ClassItem ParseMember(PatternScanner scanner, int classStart)
    {
        if (scanner.IsAtEnd)
            throw new PatternRefusedException(classStart, "the class is not closed");

        RefuseSubtraction(scanner);
        if (scanner.IsAt("[:"))
            throw new PatternRefusedException(scanner.Position, @"the POSIX class '[:' has no exact equivalent; write \[ for the character");

        if (EscapeParser.TryParseShorthand(scanner) is { } shorthand)
            return new ShorthandItem(shorthand);

        int codePoint = EscapeParser.ParseCodePoint(scanner, inClass: true);
        return new RangeItem(new CodePointRange(codePoint, codePoint));
    }

    private static void RefuseSubtraction(PatternScanner scanner)
    {
        if (scanner.IsAt("-["))
            throw new PatternRefusedException(scanner.Position, @"the class subtraction '-[' has no exact equivalent; write \- or \[ for the character");
    }
}
