using System.Text;

namespace McpGen.Differential.Signatures;

/// <summary>A regular expression of what the documentation allows, with a way to make texts it matches.</summary>
internal sealed record RandomPattern(string Text, Func<Draw, string> Sample)
{
    private static readonly (string Text, string Characters)[] s_classes =
    [
        ("[a-z]", "abcxyz"), ("[A-Z]", "ABCXYZ"), ("[0-9]", "0189"), (@"\d", "0189"), (@"\w", "azAZ09_"), (@"\s", " \t\n\u00a0\ufeff\u2003"), ("[a-f0-9]", "abf09"),
        ("[^,]", "ab \u00e9\u4e00"), (@"\S", "ab\u00e9-"), (@"\D", "ab-\u0660"), (@"\W", " -\u00e9"), (".", "ab \u00e9"), (@"[\w.-]", "a9_.-"), ("[\u00e0-\u00ff]", "\u00e0\u00e9\u00ff"),
        ("[\\u4e00-\\u4eff]", "\u4e00\u4eff"), ("[a-c\\-]", "abc-"), (@"[^\s/]", "ab."), (@"\.", "."), ("-", "-"), ("x", "x"), ("/", "/"), (@"\+", "+"), ("@", "@"),
    ];

    private static readonly (string Text, int Least, int Most)[] s_counts = [("", 1, 1), ("", 1, 1), ("?", 0, 1), ("*", 0, 4), ("+", 1, 4), ("{2}", 2, 2), ("{1,3}", 1, 3), ("{2,}", 2, 5), ("+?", 1, 3)];

    public static RandomPattern Make(Draw draw, int depth = 2)
    {
        RandomPattern[] parts = [.. Enumerable.Range(0, draw.Int(1, 3)).Select(_ => Part(draw, depth))];
        return new RandomPattern(string.Concat(parts.Select(static part => part.Text)), sample => string.Concat(parts.Select(part => part.Sample(sample))));
    }

    private static RandomPattern Part(Draw draw, int depth)
    {
        RandomPattern single = depth > 0 && draw.Chance(25) ? Group(draw, depth) : Class(draw);
        (string count, int least, int most) = draw.Of(s_counts);
        return new RandomPattern(single.Text + count, sample =>
        {
            var text = new StringBuilder();
            for (int times = sample.Int(least, most); times > 0; times--)
            {
                text.Append(single.Sample(sample));
            }

            return text.ToString();
        });
    }

    private static RandomPattern Class(Draw draw)
    {
        (string text, string characters) = draw.Of(s_classes);
        return new RandomPattern(text, sample => characters[sample.Int(0, characters.Length - 1)].ToString());
    }

    private static RandomPattern Group(Draw draw, int depth)
    {
        RandomPattern[] alternatives = [.. Enumerable.Range(0, draw.Int(1, 3)).Select(_ => Make(draw, depth - 1))];
        string opening = draw.Of("(?:", "(", "(?<name" + draw.Int(1, 999999) + ">");
        return new RandomPattern(opening + string.Join("|", alternatives.Select(static alternative => alternative.Text)) + ")", sample => sample.Of<RandomPattern>(alternatives).Sample(sample));
    }
}
