using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>
/// Keeps out the patterns on which even NonBacktracking is slow. Its time is linear in the input, but for a pattern such
/// as <c>(?:[ab]{0,40}a)*c</c> with a factor that takes seconds and gigabytes: every subset of the places
/// where the match could stand is a state of its own. Where those subsets are few, so is what the engine builds.
/// </summary>
public sealed class PatternAmbiguity
{
    public static int Spare = 64; public static int PerPlace = 4; public static long MaxSteps = 20_000_000;

    private readonly Automaton automaton;
    private readonly IReadOnlyList<int> alphabet;
    private readonly HashSet<string> seen = [];
    private readonly Queue<string> open = new();

    private PatternAmbiguity(Automaton automaton)
    {
        this.automaton = automaton;
        alphabet = AlphabetOf([.. automaton.States.Select(state => state.Set).OfType<CodePointSet>()]);
    }
    public static (int Places,int States) Count(PatternNode root, int limit)
    {
        var a = new Automaton(root);
        var p = new PatternAmbiguity(a); MaxList=0; SumList=0;
        return (a.States.Count(s=>s.Set!=null), p.Walk(limit));
    }
    long steps; public static int MaxList; public static long SumList;
    public int Walk(int limit)
    {
        IReadOnlyList<int> restart = Closure([automaton.Start], atStart: false);
        Visit(Closure([automaton.Start], atStart: true));
        while (open.Count > 0 && seen.Count <= limit)
        {
            string places = open.Dequeue();
            foreach (int codePoint in alphabet)
            {
                steps += places.Length;
                var next = places.Where(place => automaton.States[place].Set!.Contains(codePoint)).SelectMany(place => automaton.States[place].Next);
                Visit(Closure([.. next, .. restart], atStart: false));
            }
        }
        return seen.Count;
    }

    private void Visit(IReadOnlyList<int> closure)
    {
        if (closure.Contains(automaton.Accept)) return;
        string places = new([.. closure.Where(s => automaton.States[s].Set is not null).Select(s => (char)s)]);
        if (places.Length>MaxList) MaxList=places.Length;
        if (seen.Add(places)) { SumList+=places.Length;
            open.Enqueue(places); }
    }

    private IReadOnlyList<int> Closure(IEnumerable<int> from, bool atStart)
    {
        var reached = new List<int>();
        var seen = new HashSet<int>();
        var rest = new Stack<int>(from.Reverse());
        while (rest.Count > 0)
        {
            int state = rest.Pop();
            if (!seen.Add(state) ) continue;
            reached.Add(state);
            var s = automaton.States[state];
            if (s.Set is not null || s.Anchor == AnchorNode.End || (s.Anchor == AnchorNode.Start && !atStart)) continue;
            for (int i = s.Next.Count-1; i>=0; i--) rest.Push(s.Next[i]);
        }
        return reached;
    }

    /// <summary>One code point out of each group that no set of the pattern tells apart.</summary>
    private static IReadOnlyList<int> AlphabetOf(IReadOnlyList<CodePointSet> sets)
    {
        var distinct = sets.Select(s => string.Join(",", s.Ranges)).ToList();
        sets = sets.Where((s, i) => distinct.IndexOf(distinct[i]) == i).ToList();
        var byMembership = new Dictionary<string, int>();
        foreach (int boundary in sets.SelectMany(set => set.Ranges).SelectMany(range => new[] { range.First, range.Last + 1 }).Append(0).Distinct())
            byMembership[new string([.. sets.Select(set => set.Contains(boundary) ? '1' : '0')])] = boundary;

        return [.. byMembership.Values];
    }
}
