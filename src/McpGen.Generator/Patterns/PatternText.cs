using System.Globalization;
using System.Text;

namespace McpGen.Generator.Patterns;

/// <summary>The spelling of characters that both dialects share: ASCII only, escapes legal under the <c>u</c> flag.</summary>
public static class PatternText
{
    private const string Syntax = @"^$\.*+?()[]{}|";
    private const string ClassSyntax = @"^\[]-";

    /// <summary>One UTF-16 unit that stands for itself.</summary>
    public static void AppendUnit(this StringBuilder text, int unit, bool inClass)
    {
        switch (unit)
        {
            case '\t': text.Append(@"\t"); break;
            case '\n': text.Append(@"\n"); break;
            case '\v': text.Append(@"\v"); break;
            case '\f': text.Append(@"\f"); break;
            case '\r': text.Append(@"\r"); break;
            case >= ' ' and <= '~':
                if ((inClass ? ClassSyntax : Syntax).IndexOf((char)unit) >= 0)
                    text.Append('\\');
                text.Append((char)unit);
                break;
            default:
                text.Append(@"\u").Append(unit.ToString("X4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
