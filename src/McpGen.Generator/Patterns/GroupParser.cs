namespace McpGen.Generator.Patterns;

/// <summary>Reads how a group opens, from its <c>(</c> to where its content begins.</summary>
public static class GroupParser
{
    private static readonly (string Opening, string Construct)[] Refused =
    [
        ("(?=", "look-ahead"),
        ("(?!", "look-ahead"),
        ("(?<=", "look-behind"),
        ("(?<!", "look-behind"),
        ("(?>", "atomic group"),
        ("(?(", "conditional"),
        ("(?#", "comment"),
    ];

    /// <returns>Whether the group is a plain <c>( )</c>.</returns>
    public static bool ParseOpening(PatternScanner scanner)
    {
        int start = scanner.Position;
        foreach ((string opening, string construct) in Refused)
        {
            if (scanner.IsAt(opening))
                throw new PatternRefusedException(start, $"the {construct} '{opening}' has no exact equivalent");
        }

        if (scanner.TryTake("(?:"))
            return false;

        if (scanner.TryTake("(?<"))
        {
            SkipName(scanner, start, close: '>');
            return false;
        }

        if (scanner.TryTake("(?'"))
        {
            SkipName(scanner, start, close: '\'');
            return false;
        }

        scanner.Skip(1);
        if (scanner.Peek() != '?')
            return true;

        throw new PatternRefusedException(start, scanner.Peek(1) is 'i' or 'm' or 'n' or 's' or 'x' or '-'
            ? $"the inline option '(?{scanner.Peek(1)}' has no exact equivalent"
            : "'(?' opens no group that both dialects know");
    }

    /// <summary>Without back-references a name has no effect, and none is printed.</summary>
    private static void SkipName(PatternScanner scanner, int start, char close)
    {
        int length = scanner.NameLength();
        if (scanner.Peek(length) == '-')
            throw new PatternRefusedException(start, "the balancing group has no exact equivalent");
        if (length == 0 || char.IsDigit(scanner.Peek()) || scanner.Peek(length) != close)
            throw new PatternRefusedException(start, "a group's name is a letter or '_', then letters, digits and '_'");

        scanner.Skip(length + 1);
    }
}
