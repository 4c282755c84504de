using System.Text;
using McpGen.Differential.Signatures;

namespace McpGen.Differential.Values;

/// <summary>Strings: mostly plain, sometimes of what readers get wrong.</summary>
internal static class TextDraw
{
    private const string Plain = "abcxyzABC019 _-.,/@+:";
    private static readonly string[] s_odd = ["\u00e9", "\u4e00", "\u0000", "\n", "\r", "\t", "\u2028", "\ufeff", "\u00a0", "\"", "\\", "\u0660", "\u0130", "\u200b", "e\u0301", "\u202e", "\u007f"];
    private static readonly string[] s_names = ["a", "b", "name", "__proto__", "constructor", "toString", "", "A", "\u00e9", "x-y", "$ref", "0", "a b", "length", "value", "hasOwnProperty"];

    public static string Any(Draw draw) => draw.Chance(15) ? draw.Of(Annotating.Words) : OfLength(draw, draw.Int(0, 8));

    public static string OfLength(Draw draw, int codePoints)
    {
        var text = new StringBuilder();
        bool isPlain = draw.Chance(85);
        for (int index = 0; index < codePoints; index++)
        {
            if (isPlain || draw.Chance(80))
            {
                text.Append(Plain[draw.Int(0, Plain.Length - 1)]);
            }
            else if (draw.PerMille(60))
            {
                text.Append("\U0001f600");
            }
            else
            {
                string odd = draw.Of(s_odd);
                text.Append(odd, 0, 1);
            }
        }

        return text.ToString();
    }

    /// <summary>A length within limits: often the limits themselves, rarely a long one.</summary>
    public static int Length(Draw draw, int least, int most) => draw.Int(0, 9) switch
    {
        0 or 1 => least,
        2 or 3 when most <= 40 => most,
        4 when most <= 5000 && draw.PerMille(12) => most,
        _ => draw.Int(least, Math.Max(least, Math.Min(most, least + 8))),
    };

    public static IEnumerable<string> Names(Draw draw, int count) => Enumerable.Range(0, count).Select(_ => draw.Chance(70) ? draw.Of(s_names) : OfLength(draw, draw.Int(0, 6))).Distinct();

    public static string Name(Draw draw) => draw.Of(s_names);
}
