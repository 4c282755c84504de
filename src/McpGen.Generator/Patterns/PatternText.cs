using System.Globalization;
using System.Text;

namespace McpGen.Generator.Patterns;

/// <summary>The spelling of characters that both dialects share: ASCII only, escapes legal under the <c>u</c> flag.</summary>
public static class PatternText
{
    private const string Syntax = @"^$\.*+?()[]{}|";
    private const string ClassSyntax = @"^\[]-";

    /// <summary>A character that stands for itself. Only ECMA-262 can spell one beyond U+FFFF; for .NET it comes as two.</summary>
    public static void AppendCharacter(this StringBuilder text, int codePoint, bool inClass)
    {
        switch (codePoint)
        {
            case '\t': text.Append(@"\t"); break;
            case '\n': text.Append(@"\n"); break;
            case '\v': text.Append(@"\v"); break;
            case '\f': text.Append(@"\f"); break;
            case '\r': text.Append(@"\r"); break;
            case >= ' ' and <= '~':
                if ((inClass ? ClassSyntax : Syntax).IndexOf((char)codePoint) >= 0)
                    text.Append('\\');
                text.Append((char)codePoint);
                break;
            case > char.MaxValue:
                text.Append(@"\u{").Append(codePoint.ToString("X", CultureInfo.InvariantCulture)).Append('}');
                break;
            default:
                text.Append(@"\u").Append(codePoint.ToString("X4", CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>A member of a class.</summary>
    public static void AppendRange(this StringBuilder text, CodePointRange range)
    {
        if (range is { IsSingle: false, First: '-' })
            text.Append(@"\u002D"); // .NET does not let an escaped hyphen begin a range.
        else
            text.AppendCharacter(range.First, inClass: true);

        if (range.IsSingle)
            return;

        text.Append('-');
        text.AppendCharacter(range.Last, inClass: true);
    }
}
