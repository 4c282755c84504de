using System;
using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>Branches that begin alike share that beginning: "\d{3}|\d{6}" is "\d{3}(?:\d{3})?".</summary>
public static class PrefixFactoring
{
    public static IReadOnlyList<Step> Of(IEnumerable<Step> branches)
    {
        var groups = new List<List<IReadOnlyList<Step>>>();
        foreach (Step branch in branches)
        {
            IReadOnlyList<Step> items = Steps.ItemsOf(branch);
            if (groups.Find(group => Common(group[0][0], items[0]) is not null) is { } known)
                known.Add(items);
            else
                groups.Add([items]);
        }

        return [.. groups.Select(group => group.Count == 1 ? Steps.Series(group[0]) : Factored(group))];
    }

    /// <summary>Takes the whole common beginning at once: it can be long, and each fork of what is left nests.</summary>
    private static Step Factored(List<IReadOnlyList<Step>> branches)
    {
        var shared = new List<Step>();
        while (branches.TrueForAll(items => items.Count > 0))
        {
            Step? common = branches.Select(items => items[0]).Aggregate((Step?)branches[0][0], (sofar, head) => sofar is null ? null : Common(sofar, head));
            if (common is null)
                break;

            shared.Add(common);
            branches = [.. branches.Select(items => Without(common, items))];
        }

        return Steps.Series([.. shared, Steps.Fork(branches.Select(Steps.Series))]);
    }

    private static Step? Common(Step one, Step other)
    {
        if (one is Take first && other is Take second && Steps.AreAlike(first, second) && Math.Min(first.Min, second.Min) is > 0 and var count)
            return first with { Min = count, Max = count };

        return Steps.AreSame(one, other) ? one : null;
    }

    private static IReadOnlyList<Step> Without(Step common, IReadOnlyList<Step> items)
    {
        IEnumerable<Step> rest = items.Skip(1);
        if (items[0] is Take head && common is Take { IsFixed: true, Min: var count } && head.Max != count)
            rest = rest.Prepend(head with { Min = head.Min - count, Max = head.Max - count });

        return [.. rest];
    }
}
