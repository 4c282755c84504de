using System.Globalization;

namespace McpGen.Generator.Patterns;

/// <summary>Reads what stands for one character, or for a shorthand set, in a class or outside.</summary>
public static class EscapeParser
{
    public const string LoneSurrogate = "half a surrogate pair never occurs in a JSON string";

    public static Shorthand? TryParseShorthand(PatternScanner scanner)
    {
        if (scanner.Peek() != '\\')
            return null;
        if (scanner.Peek(1) is 'p' or 'P')
            return UnicodeProperty.Parse(scanner);
        if (Shorthand.Of(scanner.Peek(1)) is not { } shorthand)
            return null;

        scanner.Skip(2);
        return shorthand;
    }

    public static int ParseCodePoint(PatternScanner scanner, bool inClass)
    {
        int start = scanner.Position;
        if (!scanner.TryTake(@"\"))
            return scanner.TakeCodePoint();
        if (scanner.IsAtEnd)
            throw new PatternRefusedException(start, @"a lone '\' ends the pattern");

        char letter = scanner.Take();
        return letter switch
        {
            't' => '\t',
            'n' => '\n',
            'v' => '\v',
            'f' => '\f',
            'r' => '\r',
            'b' when inClass => '\b',
            '0' when !IsDigit(scanner.Peek()) => '\0',
            'x' => ParseHex(scanner, start, digits: 2),
            'u' => ParseUnicode(scanner, start),
            '<' or '\'' when !inClass && IsOldBackReference(scanner, letter) => throw new PatternRefusedException(start, $@"the back-reference '\{letter}' has no exact equivalent"),
            _ when IsAsciiPunctuation(letter) => letter,
            _ => throw new PatternRefusedException(start, Refusal(letter, inClass)),
        };
    }

    private static int ParseUnicode(PatternScanner scanner, int start)
    {
        if (scanner.Peek() == '{')
            throw new PatternRefusedException(start, @"the escape '\u{' does not exist in .NET; write \uHHHH, or two of them for a surrogate pair");

        char first = (char)ParseHex(scanner, start, digits: 4);
        if (!char.IsSurrogate(first))
            return first;

        if (!char.IsHighSurrogate(first) || !scanner.TryTake(@"\u"))
            throw new PatternRefusedException(start, LoneSurrogate);

        char second = (char)ParseHex(scanner, start, digits: 4);
        return char.IsLowSurrogate(second)
            ? char.ConvertToUtf32(first, second)
            : throw new PatternRefusedException(start, LoneSurrogate);
    }

    private static int ParseHex(PatternScanner scanner, int start, int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; i++)
        {
            if (HexDigit(scanner.Peek()) is not { } digit)
                throw new PatternRefusedException(start, digits == 2 ? @"the escape '\x' needs two hexadecimal digits" : @"the escape '\u' needs four hexadecimal digits");

            value = (value * 16) + digit;
            scanner.Skip(1);
        }

        return value;
    }

    private static int? HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => null,
    };

    private static string Refusal(char letter, bool inClass) => letter switch
    {
        'B' => @"the word boundary '\B' cannot stand in a class",
        'A' or 'Z' or 'z' or 'G' => $@"the anchor '\{letter}' has no exact equivalent; write ^ or $, and neither where the whole string must match",
        'k' => @"the back-reference '\k' has no exact equivalent",
        >= '1' and <= '9' when !inClass => $@"the back-reference '\{letter}' has no exact equivalent",
        >= '0' and <= '9' => $@"the octal escape '\{letter}' has no exact equivalent; write \xHH",
        'a' => @"the escape '\a' has no exact equivalent; write \x07",
        'e' => @"the escape '\e' has no exact equivalent; write \x1B",
        'c' => @"the control escape '\c' has no exact equivalent; write \xHH",
        _ when IsPrintable(letter) => $@"the escape '\{letter}' has no exact equivalent",
        _ => $@"a '\' before U+{((int)letter).ToString("X4", CultureInfo.InvariantCulture)} has no exact equivalent; such a character needs no escape",
    };

    /// <summary>.NET still reads <c>\&lt;name></c> and <c>\'name'</c> as it reads <c>\k&lt;name></c>.</summary>
    private static bool IsOldBackReference(PatternScanner scanner, char opening)
    {
        int length = scanner.NameLength();
        return length > 0 && scanner.Peek(length) == (opening == '<' ? '>' : opening);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsPrintable(char c) => c is >= ' ' and <= '~';

    /// <summary>.NET lets any of these be escaped, ECMA-262 fewer: what is meant is the same, so it is printed as ECMA-262 has it.</summary>
    private static bool IsAsciiPunctuation(char c) =>
        IsPrintable(c) && !IsDigit(c) && c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_');
}
