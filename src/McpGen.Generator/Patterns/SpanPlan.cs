using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>One way for a text to match: the step, and whether it begins where the text does and ends where the text does.</summary>
public sealed record SpanPlan(bool AtStart, bool AtEnd, Step Step)
{
    /// <summary>Each of them goes over the text once.</summary>
    private const int MaxPlans = 8;

    /// <summary>The plans of which one must hold; null when a single pass cannot decide each.</summary>
    public static IReadOnlyList<SpanPlan>? Of(PatternNode root)
    {
        IReadOnlyList<SpanPlan>? plans = Of(root, atStart: false, atEnd: false);
        return plans?.Count <= MaxPlans ? plans : null;
    }

    private static IReadOnlyList<SpanPlan>? Of(PatternNode node, bool atStart, bool atEnd)
    {
        IReadOnlyList<PatternNode> items = node is SequenceNode { Items: var parts } ? parts : [node];
        atStart |= items.Count > 0 && items[0] == AnchorNode.Start;
        atEnd |= items.Count > 0 && items[items.Count - 1] == AnchorNode.End;

        if (StepBuilder.Build(node, atStart, atEnd) is { } step && new SpanPlan(atStart, atEnd, step).Decided() is { } plan)
            return [plan];

        // A choice that a single unit cannot make is made by trying each branch, where nothing else is left.
        PatternNode[] inner = [.. items.SkipWhile(item => item == AnchorNode.Start).Reverse().SkipWhile(item => item == AnchorNode.End)];
        return inner.Length != 1 ? null : inner[0] switch
        {
            GroupNode { Inner: var nested } => Of(nested, atStart, atEnd),
            ChoiceNode { Branches: var branches } => All(branches.Select(branch => Of(branch, atStart, atEnd))),
            _ => null,
        };
    }

    private static List<SpanPlan>? All(IEnumerable<IReadOnlyList<SpanPlan>?> branches)
    {
        var all = new List<SpanPlan>();
        foreach (IReadOnlyList<SpanPlan>? plans in branches)
        {
            if (plans is null || all.Count > MaxPlans)
                return null;
            all.AddRange(plans);
        }

        return all;
    }

    /// <summary>The plan reduced to what has to be looked at; null when that takes more than a pass.</summary>
    private SpanPlan? Decided()
    {
        Step step = AtEnd ? Step : StepShape.WithoutTail(Step);
        if (!AtStart)
            step = StepShape.WithoutHead(step);

        bool isDecided = Steps.IsNever(step) || (AtStart, AtEnd) switch
        {
            (true, true) => Lookahead.Decides(step, Lookahead.End),
            (true, false) => Lookahead.Decides(step, Lookahead.Anything),
            (false, true) => Lookahead.Decides(step, Lookahead.End) && (step is Take { IsOne: true } || StepShape.FixedLength(step) is not null),
            (false, false) => Steps.Literal(step) is not null || (step is Take { IsOne: true, Units: var units } && UnitSearch.Exists(units)),
        };

        return isDecided ? this with { Step = step } : null;
    }
}
