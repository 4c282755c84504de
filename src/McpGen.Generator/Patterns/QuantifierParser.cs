using System;

namespace McpGen.Generator.Patterns;

/// <summary>Reads <c>*</c>, <c>+</c>, <c>?</c>, <c>{n}</c>, <c>{n,}</c> and <c>{n,m}</c>; any other brace is a character.</summary>
public static class QuantifierParser
{
    /// <summary>Counts saturate here, far above what <see cref="PatternSize"/> lets pass; span code does not take them either.</summary>
    public const int Countless = 1_000_000;

    public static Quantifier? TryParse(PatternScanner scanner)
    {
        switch (scanner.Peek())
        {
            case '*':
                scanner.Skip(1);
                return new Quantifier(0, null);
            case '+':
                scanner.Skip(1);
                return new Quantifier(1, null);
            case '?':
                scanner.Skip(1);
                return new Quantifier(0, 1);
            case '{':
                return TryParseBraces(scanner);
            default:
                return null;
        }
    }

    private static Quantifier? TryParseBraces(PatternScanner scanner)
    {
        int length = 1;
        int? min = Number(scanner, ref length);
        bool isRange = scanner.Peek(length) == ',';
        if (isRange)
            length++;
        int? max = isRange ? Number(scanner, ref length) : min;

        if (scanner.Peek(length) != '}' || (min ?? max) is null)
            return null;
        if (min is null)
            throw new PatternRefusedException(scanner.Position, "'{,n}' is no quantifier in either dialect; write {0,n}");
        if (max < min)
            throw new PatternRefusedException(scanner.Position, "the counts of the quantifier are reversed");

        scanner.Skip(length + 1);
        return new Quantifier(min.Value, max);
    }

    private static int? Number(PatternScanner scanner, ref int length)
    {
        int? number = null;
        for (; scanner.Peek(length) is >= '0' and <= '9' and var digit; length++)
            number = Math.Min(((number ?? 0) * 10) + (digit - '0'), Countless);

        return number;
    }
}
