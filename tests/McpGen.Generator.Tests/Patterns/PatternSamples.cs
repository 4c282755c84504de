using System.Text;
using McpGen.Generator.Patterns;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>Random patterns, most of them such as a single pass decides, and for each the texts that are most likely to tell two readings apart.</summary>
internal sealed class PatternSamples(int seed)
{
    private static readonly string[] Characters = ["a", "b", "c", "Z", "9", "0", "_", "-", @"\.", "/", " ", @"\n", "\u00e9", "\u2028", "\uffff", "\U0001f600", "\U0001f601", "\U00010000", "\U0010ffff"];
    private static readonly string[] Sets =
    [
        ".", @"\d", @"\w", @"\s", @"\D", @"\W", @"\S", "[^a]", "[a-c]", "[abc9]", "[^-/]", "[a-z0-9]", "[A-Za-z0-9_-]", @"[\d\-]", "[^\U0001f600]", "[\ue000-\U0001f600]",
        "[--a]", @"[^\W_]", "[0-9a-f]", "[\U0001f600-\U0001f64f]", "[a\U0001f600\U0001f602]", @"[\s\S]", "[\u00c0-\u024fa-z]", @"[^\s\S]", @"\p{ASCII}", @"\P{Cc}", @"[^\p{Pattern_Syntax}]", @"\p{NChar}",
    ];

    private static readonly string[] Quantifiers = ["", "", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,3}", "{2,}", "{3}", "*?"];
    private static readonly string[] Words = ["ab", "abc", "a-b", "foo", "for", "bar", "b", "9", "a\U0001f600"];
    private static readonly int[] Hostile = ['a', 'b', 'Z', '5', '_', '-', '.', '/', ' ', '\n', '\r', '\0', 0x7f, 0x85, 0xe9, 0x2028, 0xfeff, 0xffff, 0xfdd0, 0x1f600, 0x1f601, 0x10000, 0x10ffff];

    private readonly Random random = new(seed);

    public string Pattern()
    {
        string inner = random.Next(4) == 0 ? Boundaries(depth: 2) : Choice(depth: 2);
        return random.Next(8) switch
        {
            0 => inner,
            1 => "^" + inner,
            2 => inner + "$",
            _ => "^(?:" + inner + ")$",
        };
    }

    /// <summary>Texts that the pattern was walked for, each of them also a little off, and some that have nothing to do with it.</summary>
    public IReadOnlyList<string> Texts(string pattern, int count)
    {
        PatternNode root = PatternParser.Parse(pattern);
        var texts = new List<string> { "", "\n", "a" };
        while (texts.Count < count)
        {
            var text = new StringBuilder();
            Walk(root, text);
            if (text.Length > 300)
                text.Length = 0;
            texts.Add(text.ToString());
            texts.Add(Mutated(text.ToString()));
            texts.Add(Mutated(Mutated(text.ToString())));
            texts.Add(random.Next(6) switch { 0 => text + "\n", 1 => "x" + text, 2 => text + "x", 3 => text.ToString() + text, 4 => "-" + text + "-", _ => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Any())) });
        }

        return [.. texts.Select(WellFormed)];
    }

    private string Choice(int depth) => random.Next(6) switch
    {
        0 => Sequence(depth) + "|" + Sequence(depth),
        1 => string.Join("|", Enumerable.Range(0, random.Next(2, 5)).Select(_ => Pick(Words))),
        _ => Sequence(depth),
    };

    private string Boundaries(int depth) => Pick(@"\b", @"\B", "") + Choice(depth) + Pick(@"\b", @"\B", "") + Choice(depth) + Pick(@"\b", @"\B", "");

    private string Sequence(int depth) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(25) == 0 ? Pick("^", "$") : Atom(depth) + Pick(Quantifiers)));

    private string Atom(int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => Pick(Sets),
        < 3 => Pick(Characters),
        3 => Pick(Sets),
        4 => "(?:" + Pick(Characters) + Pick(Sets) + Pick(Quantifiers) + ")",
        _ => Pick("(", "(?:") + Choice(depth - 1) + ")",
    };

    private void Walk(PatternNode node, StringBuilder text)
    {
        switch (node)
        {
            case SetNode { Set.Ranges: { Count: > 0 } ranges }:
                CodePointRange range = ranges[random.Next(ranges.Count)];
                int character = random.Next(3) switch { 0 => range.First, 1 => range.Last, _ => random.Next(range.First, Math.Min(range.Last, range.First + 60) + 1) };
                _ = text.Append(char.IsSurrogate((char)character) && character <= char.MaxValue ? "x" : char.ConvertFromUtf32(character));
                break;
            case ChoiceNode { Branches: var branches }:
                Walk(branches[random.Next(branches.Count)], text);
                break;
            case RepeatNode { Count: var counts } repeat:
                int times = random.Next(3) switch { 0 => counts.Min, 1 => counts.Max ?? counts.Min + 3, _ => random.Next(counts.Min, (counts.Max ?? counts.Min + 3) + 1) } + (random.Next(12) - 1) / 10;
                for (int i = 0; i < times; i++)
                    Walk(repeat.Inner, text);
                break;
            default:
                foreach (PatternNode child in node.Children)
                    Walk(child, text);
                break;
        }
    }

    private string Mutated(string text)
    {
        Rune[] runes = [.. WellFormed(text).EnumerateRunes()];
        int at = random.Next(runes.Length + 1);
        Rune[] after = runes[at..];
        string tail = string.Concat(random.Next(3) == 0 || after.Length == 0 ? after : after[1..]);
        return string.Concat(runes[..at]) + (random.Next(3) == 0 ? "" : Any()) + (random.Next(5) == 0 && at > 0 ? runes[at - 1].ToString() : "") + tail;
    }

    private string Any() => char.ConvertFromUtf32(Hostile[random.Next(Hostile.Length)]);

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
