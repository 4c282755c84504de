using System.Collections.Generic;

namespace McpGen.Generator.Patterns;

/// <summary>
/// The pattern as a nondeterministic automaton, with its counts written out. What a state prefers comes first, as an
/// engine that simulates backtracking tries it.
/// </summary>
public sealed class Automaton
{
    public Automaton(PatternNode root) => Start = Build(root, Accept);

    public AutomatonState Start { get; }

    public AutomatonState Accept { get; } = new();

    /// <summary>The states that take a code point.</summary>
    public List<AutomatonState> Places { get; } = [];

    /// <summary>Builds from the end to the start: what matches <paramref name="node"/>, then goes on to <paramref name="next"/>.</summary>
    private AutomatonState Build(PatternNode node, AutomatonState next)
    {
        switch (node)
        {
            case SetNode { Set: var set }:
                var place = new AutomatonState(next) { Set = set, Place = Places.Count };
                Places.Add(place);
                return place;
            case AnchorNode anchor:
                return new AutomatonState(next) { Anchor = anchor };
            case SequenceNode { Items: var items }:
                for (int i = items.Count - 1; i >= 0; i--)
                    next = Build(items[i], next);
                return next;
            case ChoiceNode { Branches: var branches }:
                var choice = new AutomatonState();
                foreach (PatternNode branch in branches)
                    choice.Next.Add(Build(branch, next));
                return choice;
            case GroupNode { Inner: var inner }:
                return Build(inner, next);
            default:
                return BuildRepeat((RepeatNode)node, next);
        }
    }

    private AutomatonState BuildRepeat(RepeatNode repeat, AutomatonState next)
    {
        (int min, int? max) = repeat.Count;
        AutomatonState entry = next;

        if (max is null)
        {
            entry = new AutomatonState(next);
            entry.Next.Insert(0, Build(repeat.Inner, entry));
        }

        for (int optional = min; optional < max; optional++)
            entry = new AutomatonState(Build(repeat.Inner, entry), next);

        for (int required = 0; required < min; required++)
            entry = Build(repeat.Inner, entry);

        return entry;
    }
}
