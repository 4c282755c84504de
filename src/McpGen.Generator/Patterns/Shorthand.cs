namespace McpGen.Generator.Patterns;

/// <summary>A named set, with what ECMA-262 means by it; .NET means more by most of them.</summary>
public sealed class Shorthand
{
    /// <summary>Any code point but a line terminator.</summary>
    public static readonly Shorthand Any = new(".", new CodePointSet([Range('\n'), Range('\r'), Range(0x2028, 0x2029)]).Complement());

    private static readonly CodePointSet Digits = new([Range('0', '9')]);

    private static readonly CodePointSet WordCharacters = new([Range('0', '9'), Range('A', 'Z'), Range('_'), Range('a', 'z')]);

    /// <summary>ECMA-262's WhiteSpace and LineTerminator: not U+0085, which .NET counts in, but U+FEFF, which it leaves out.</summary>
    private static readonly CodePointSet Spaces = new(
    [
        Range('\t', '\r'), Range(' '), Range(0xA0), Range(0x1680), Range(0x2000, 0x200A),
        Range(0x2028, 0x2029), Range(0x202F), Range(0x205F), Range(0x3000), Range(0xFEFF),
    ]);

    public Shorthand(string spelling, CodePointSet set)
    {
        Spelling = spelling;
        Set = set;
    }

    public string Spelling { get; }

    public CodePointSet Set { get; }

    /// <summary>The shorthand written <c>\d</c> and so on; null when the letter names none.</summary>
    public static Shorthand? Of(char letter) => letter switch
    {
        'd' => new Shorthand(@"\d", Digits),
        'D' => new Shorthand(@"\D", Digits.Complement()),
        'w' => new Shorthand(@"\w", WordCharacters),
        'W' => new Shorthand(@"\W", WordCharacters.Complement()),
        's' => new Shorthand(@"\s", Spaces),
        'S' => new Shorthand(@"\S", Spaces.Complement()),
        _ => null,
    };

    private static CodePointRange Range(int first, int last) => new(first, last);

    private static CodePointRange Range(int only) => new(only, only);
}
