using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>What is left of a step where a search does not need all of it, and how long it is.</summary>
public static class StepShape
{
    /// <summary>The shortest beginnings: where anything may follow, "ab*" is found wherever "a" is.</summary>
    public static Step WithoutTail(Step step) => step.CanBeEmpty ? Steps.Empty : step switch
    {
        Take take => take with { Max = take.Min },
        Series { Items: var items } => WithoutTail(items),
        Fork { Branches: var branches } => Steps.Fork(branches.Select(WithoutTail)),
        Words { Factored: var factored } => WithoutTail(factored),
        Loop { Min: 1, Body: var body } => WithoutTail(body),
        Loop loop => Steps.Loop(loop.Body, loop.Min, loop.Min),
        _ => step,
    };

    public static Step WithoutHead(Step step) => step.CanBeEmpty ? Steps.Empty : step switch
    {
        Take take => take with { Max = take.Min },
        Series { Items: var items } => WithoutHead(items),
        Loop { Min: 1, Body: var body } => WithoutHead(body),
        Loop loop => Steps.Loop(loop.Body, loop.Min, loop.Min),
        _ => step,
    };

    /// <summary>The number of units it always takes; null when that varies.</summary>
    public static int? FixedLength(Step step) => step switch
    {
        Take { IsFixed: true, HasPairs: false, Min: var count } => count,
        Series { Items: var items } => items.Select(FixedLength).Aggregate((int?)0, (sum, length) => sum + length),
        Fork { Branches: var branches } => branches.Select(FixedLength).Aggregate((common, length) => common == length ? common : null),
        Words { Factored: var factored } => FixedLength(factored),
        _ => null,
    };

    private static Step WithoutTail(IReadOnlyList<Step> items)
    {
        int count = items.Count;
        while (items[count - 1].CanBeEmpty)
            count--;

        return Steps.Series([.. items.Take(count - 1), WithoutTail(items[count - 1])]);
    }

    private static Step WithoutHead(IReadOnlyList<Step> items)
    {
        int first = items.TakeWhile(item => item.CanBeEmpty).Count();
        return Steps.Series([WithoutHead(items[first]), .. items.Skip(first + 1)]);
    }
}
