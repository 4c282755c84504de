using System.Collections.Generic;

namespace McpGen.Generator.Patterns;

/// <summary>
/// The pattern as a nondeterministic automaton, with its counts written out. A state either takes one code point
/// out of a set, or goes on to other states for free.
/// </summary>
public sealed class Automaton
{
    private readonly List<State> states = [];

    public Automaton(PatternNode root)
    {
        Accept = Add(new State(Set: null));
        Start = Build(root, Accept);
    }

    public IReadOnlyList<State> States => states;

    public int Start { get; }

    public int Accept { get; }

    /// <summary>Builds from the end to the start: what <paramref name="node"/> matches, then goes on to <paramref name="next"/>.</summary>
    private int Build(PatternNode node, int next)
    {
        switch (node)
        {
            case CharacterNode { CodePoint: var only }:
                return Add(new State(new CodePointSet([new(only, only)]), next));
            case SetNode { Set: var set }:
                return Add(new State(set, next));
            case AnchorNode anchor:
                return Add(new State(Set: null, next) { Anchor = anchor });
            case SequenceNode { Items: var items }:
                for (int i = items.Count - 1; i >= 0; i--)
                    next = Build(items[i], next);
                return next;
            case ChoiceNode { Branches: var branches }:
                var choice = new State(Set: null);
                foreach (PatternNode branch in branches)
                    choice.Next.Add(Build(branch, next));
                return Add(choice);
            case GroupNode { Inner: var inner }:
                return Build(inner, next);
            default:
                return BuildRepeat((RepeatNode)node, next);
        }
    }

    private int BuildRepeat(RepeatNode repeat, int next)
    {
        (int min, int? max) = repeat.Count;
        int entry = next;

        if (max is null)
        {
            var loop = new State(Set: null, next);
            entry = Add(loop);
            loop.Next.Insert(0, Build(repeat.Inner, entry));
        }

        for (int optional = min; optional < max; optional++)
            entry = Add(new State(Set: null, Build(repeat.Inner, entry), next));

        for (int required = 0; required < min; required++)
            entry = Build(repeat.Inner, entry);

        return entry;
    }

    private int Add(State state)
    {
        states.Add(state);
        return states.Count - 1;
    }

    /// <param name="Set">What it takes; null when it takes nothing.</param>
    public sealed record State(CodePointSet? Set, params int[] First)
    {
        public List<int> Next { get; } = [.. First];

        public AnchorNode? Anchor { get; init; }
    }
}
