using System.Linq;
using System.Text;

namespace McpGen.Generator.Patterns;

/// <summary>What to call a set of units in code: <c>LettersDigitsHyphen</c>; null where a name would say little.</summary>
public static class UnitSetName
{
    private static readonly (CodePointSet Units, string Name)[] Parts =
    [
        (Shorthand.Of('s')!.Set, "WhiteSpace"),
        (Of('A', 'Z', 'a', 'z'), "Letters"),
        (Of('A', 'Z'), "Uppercase"),
        (Of('a', 'z'), "Lowercase"),
        (Of('A', 'F', 'a', 'f'), "HexLetters"),
        (Of('A', 'F'), "UppercaseHex"),
        (Of('a', 'f'), "LowercaseHex"),
        (Of('0', '9'), "Digits"),
        (Of('\n', '\n', '\r', '\r', 0x2028, 0x2029), "LineTerminators"),
        (Of(' ', ' '), "Space"),
        (Of('\'', '\''), "Apostrophe"),
        (Of('+', '+'), "Plus"),
        (Of(',', ','), "Comma"),
        (Of('-', '-'), "Hyphen"),
        (Of('.', '.'), "Dot"),
        (Of('/', '/'), "Slash"),
        (Of(':', ':'), "Colon"),
        (Of('=', '='), "Equals"),
        (Of('@', '@'), "At"),
        (Of('_', '_'), "Underscore"),
        (Of('~', '~'), "Tilde"),
    ];

    public static string? Of(CodePointSet units)
    {
        var name = new StringBuilder();
        CodePointSet outside = units.Complement();
        foreach ((CodePointSet part, string called) in Parts)
        {
            if (!part.Intersects(outside))
            {
                name.Append(called);
                outside = outside.Union(part);
            }
        }

        return outside.Complement().IsEmpty ? name.ToString() : null;
    }

    private static CodePointSet Of(params int[] bounds) =>
        new(Enumerable.Range(0, bounds.Length / 2).Select(i => new CodePointRange(bounds[2 * i], bounds[(2 * i) + 1])));
}
