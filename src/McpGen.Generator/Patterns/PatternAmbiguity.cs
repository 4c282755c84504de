using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>
/// Keeps out the patterns on which even NonBacktracking is slow. Its time is linear in the length of the input, but with
/// a factor that takes <c>(?:[ab]{0,40}a)*c</c> seconds and gigabytes for 10,000 characters: where several parts of a
/// pattern can take the same text, it makes a state of every order in which they can be under way. So those are counted
/// here, each with the places it holds. The budgets come from measuring random patterns: of 12,000 that they admit, one in
/// a thousand takes more than 30 ms for the first 50,000 characters it ever sees, the worst of them half a second.
/// </summary>
public sealed class PatternAmbiguity
{
    private const int Budget = 20_000;

    /// <summary>A repetition within another multiplies what the engine keeps; there is less of it to spend.</summary>
    private const int NestedBudget = 100;
    private const int NestedBudgetPerPlace = 5;

    private const string TooAmbiguous =
        "too many parts of the pattern can take the same text for a check in bounded time; " +
        "begin it with ^, or end each repetition with a character that it does not itself hold";

    private const string EmptyCount = "what is repeated by count can be empty, which makes the count ambiguous";

    private readonly Automaton automaton;
    private readonly int letterCount;
    private readonly bool[][] takes;
    private readonly HashSet<string> seen = [];
    private readonly Queue<string> open = new();
    private readonly HashSet<AutomatonState> reached = [];
    private readonly Stack<AutomatonState> rest = new();
    private readonly List<char> places = [];
    private int spent;

    private PatternAmbiguity(Automaton automaton)
    {
        CodePointSet[] sets = [.. automaton.Places.Select(place => place.Set!).Distinct()];
        IReadOnlyList<int> letters = Alphabet.Of(sets);
        Dictionary<CodePointSet, bool[]> byLetter = sets.ToDictionary(set => set, set => letters.Select(set.Contains).ToArray());

        this.automaton = automaton;
        letterCount = letters.Count;
        takes = [.. automaton.Places.Select(place => byLetter[place.Set!])];
    }

    public static void CheckCounts(PatternNode root)
    {
        foreach (RepeatNode repeat in RepetitionsIn(root))
        {
            if ((repeat.Count.Max ?? repeat.Count.Min) > 1 && PatternShape.CanBeEmpty(repeat.Inner))
                throw new PatternRefusedException(repeat.Position, EmptyCount);
        }
    }

    /// <summary>The counts are written out here, so <see cref="PatternSize"/> comes first.</summary>
    public static void Check(PatternNode root)
    {
        bool isNested = RepetitionsIn(root).Any(repeat => repeat.Count.Max != 1 && PatternShape.FixedLength(repeat.Inner) is null);
        var automaton = new Automaton(root);
        int budget = isNested ? NestedBudget + (NestedBudgetPerPlace * automaton.Places.Count) : Budget;
        if (!new PatternAmbiguity(automaton).IsWithin(budget))
            throw new PatternRefusedException(0, TooAmbiguous);
    }

    private static IEnumerable<RepeatNode> RepetitionsIn(PatternNode node)
    {
        IEnumerable<RepeatNode> below = node.Children.SelectMany(RepetitionsIn);
        return node is RepeatNode repeat ? below.Append(repeat) : below;
    }

    private bool IsWithin(int budget)
    {
        Enter(automaton.Start, atStart: true);
        Close();
        while (open.Count > 0 && spent <= budget)
        {
            string current = open.Dequeue();
            for (int letter = 0; letter < letterCount; letter++)
            {
                foreach (char place in current)
                {
                    if (takes[place][letter])
                        Enter(automaton.Places[place].Next[0], atStart: false);
                }

                // A search can begin anew after every character.
                Enter(automaton.Start, atStart: false);
                Close();
            }
        }

        return spent <= budget;
    }

    /// <summary>Adds the places that can be reached from <paramref name="state"/> for free, the preferred ones first.</summary>
    private void Enter(AutomatonState state, bool atStart)
    {
        rest.Push(state);
        while (rest.Count > 0)
        {
            AutomatonState next = rest.Pop();
            if (!reached.Add(next) || next.Anchor == AnchorNode.End || (next.Anchor == AnchorNode.Start && !atStart))
                continue;

            if (next.Set is not null)
            {
                places.Add((char)next.Place);
                continue;
            }

            for (int i = next.Next.Count - 1; i >= 0; i--)
                rest.Push(next.Next[i]);
        }
    }

    /// <summary>Notes the state that is complete, unless it is a match already: there the engine stops.</summary>
    private void Close()
    {
        string state = new([.. places]);
        if (!reached.Contains(automaton.Accept) && seen.Add(state))
        {
            open.Enqueue(state);
            spent += state.Length;
        }

        reached.Clear();
        places.Clear();
    }
}
