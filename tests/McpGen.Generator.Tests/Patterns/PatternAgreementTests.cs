using System.Globalization;
using System.Text;
using McpGen.Generator.Patterns;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>
/// Random patterns on random strings: .NET's engine on the printed text gives the verdict that walking the parsed tree
/// gives code point by code point. It is how errors of the printers, and of .NET's optimizer, were found.
/// </summary>
public sealed class PatternAgreementTests
{
    private const int Patterns = 3_000;

    private static readonly string[] Characters = ["a", "b", "Z", "9", "_", "-", "]", " ", "\n", "\u00e9", "\u0667", "\u2028", "\uffff", "\U0001f600", "\U0001f601", "\U00010000"];
    private static readonly string[] Sets = [".", @"\d", @"\w", @"\s", @"\D", @"\W", @"\S", "[^a]", "[a-c]", @"[\d\-]", "[^\U0001f600]", "[\ue000-\U0001f600]", "[--a]", @"[^\W_]"];
    private static readonly string[] Quantifiers = ["", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "*?", "+?"];

    private readonly Random random = new(20_241);

    [Fact]
    public void The_engine_and_the_tree_agree()
    {
        int pairs = 0;
        for (int i = 0; i < Patterns; i++)
        {
            string pattern = Choice(depth: 2);
            if (PatternCompiler.Compile(pattern, whole: false).Pattern is not { } model)
                continue;

            Assert.True(model.Ecma.Concat(model.DotNet).All(c => c is >= ' ' and <= '~'), $"{pattern} is not printed in ASCII");
            if (!model.Ecma.Contains(@"\u{"))
                Assert.Equal(model, Compiled.Model(model.Ecma));

            var engine = Compiled.Engine(model);
            var automaton = new Automaton(BoundaryResolver.Resolve(PatternParser.Parse(pattern)));
            for (int j = 0; j < 8; j++, pairs++)
            {
                string input = Repeat(random.Next(6), () => Pick(Characters));
                Assert.True(engine.IsMatch(input) == Matches(automaton, input), $"{Shown(pattern)} on {Shown(input)}: the engine says {engine.IsMatch(input)}");
            }
        }

        Assert.True(pairs > Patterns, $"only {pairs} pairs ran");
        TestContext.Current.TestOutputHelper!.WriteLine($"{pairs} pairs agree.");
    }

    private static bool Matches(Automaton automaton, string input)
    {
        Rune[] runes = [.. input.EnumerateRunes()];
        HashSet<AutomatonState> current = [];
        for (int i = 0; ; i++)
        {
            current.Add(automaton.Start);
            HashSet<AutomatonState> reached = [];
            foreach (AutomatonState state in current)
                Reach(state, atStart: i == 0, atEnd: i == runes.Length, reached);

            if (reached.Contains(automaton.Accept))
                return true;
            if (i == runes.Length)
                return false;

            current = [.. reached.Where(state => state.Set?.Contains(runes[i].Value) == true).SelectMany(state => state.Next)];
        }
    }

    private static void Reach(AutomatonState state, bool atStart, bool atEnd, HashSet<AutomatonState> reached)
    {
        bool holds = state.Anchor is null || (state.Anchor == AnchorNode.Start ? atStart : atEnd);
        if (!holds || !reached.Add(state) || state.Set is not null)
            return;

        foreach (AutomatonState next in state.Next)
            Reach(next, atStart, atEnd, reached);
    }

    private string Choice(int depth) => random.Next(3) == 0 ? Sequence(depth) + "|" + Sequence(depth) : Sequence(depth);

    private string Sequence(int depth) => Repeat(random.Next(4), () => random.Next(10) == 0 ? Pick("^", "$") : Atom(depth) + Pick(Quantifiers));

    private string Atom(int depth) => random.Next(depth > 0 ? 5 : 3) switch
    {
        0 => Pick(Sets),
        < 3 => Pick(Characters),
        _ => Pick("(", "(?:", "(?<n>") + Choice(depth - 1) + ")",
    };

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private static string Repeat(int count, Func<string> part) => string.Concat(Enumerable.Range(0, count).Select(_ => part()));

    private static string Shown(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : @"\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)));
}
