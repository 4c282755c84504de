using System.Globalization;
using System.Text;
using System.Text.Json;

namespace McpGen.Benchmarks.Calls.ByHand;

/// <summary>Names that the caller made up: shown in ASCII, cut, and compared with the declared ones.</summary>
internal static class Names
{
    private const int Longest = 64;

    /// <summary>The name; the replacement character when it is ill-formed.</summary>
    public static string Decode(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>One reference token of a JSON Pointer.</summary>
    public static string ToSegment(string name) =>
        Show(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unknown(string name, ReadOnlySpan<string> declared)
    {
        string? closest = null;
        int least = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in name.Length <= Longest ? declared : [])
        {
            int distance = Distance(name, candidate);
            (closest, least) = distance < least ? (candidate, distance) : (closest, least);
        }

        return closest is null ? "unknown argument" : $"unknown argument; did you mean \"{closest}\"?";
    }

    private static string Show(string name)
    {
        var shown = new StringBuilder();
        foreach (Rune rune in name.EnumerateRunes())
        {
            string text = rune.ToString();
            if (rune.Value is < ' ' or > '~' or '"' or '\\')
            {
                text = string.Concat(text.Select(static unit => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}")));
            }

            if (shown.Length + text.Length > Longest)
            {
                return shown.Append("...").ToString();
            }

            shown.Append(text);
        }

        return shown.ToString();
    }

    /// <summary>Edit distance with transpositions, ignoring ASCII case.</summary>
    private static int Distance(string left, string right)
    {
        int width = right.Length + 1;
        Span<int> cells = stackalloc int[(left.Length + 1) * width];
        for (int line = 0; line <= left.Length; line++)
        {
            for (int column = 0; column <= right.Length; column++)
            {
                int at = (line * width) + column;
                if (line == 0 || column == 0)
                {
                    cells[at] = line + column;
                    continue;
                }

                int change = IsSame(left[line - 1], right[column - 1]) ? 0 : 1;
                cells[at] = Math.Min(Math.Min(cells[at - 1], cells[at - width]) + 1, cells[at - width - 1] + change);
                if (line > 1 && column > 1 && IsSame(left[line - 1], right[column - 2]) && IsSame(left[line - 2], right[column - 1]))
                {
                    cells[at] = Math.Min(cells[at], cells[at - (2 * width) - 2] + 1);
                }
            }
        }

        return cells[^1];
    }

    private static bool IsSame(char one, char other) => one == other || (char.IsAsciiLetter(one) && char.IsAsciiLetter(other) && (one | 0x20) == (other | 0x20));
}
