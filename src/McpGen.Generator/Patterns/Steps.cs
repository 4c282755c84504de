using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>Makes steps, rewriting on the way what another spelling of the same texts decides without looking ahead.</summary>
public static class Steps
{
    /// <summary>Products of counts stay below it, and so their sums below what an int holds.</summary>
    public const int Countless = QuantifierParser.Countless;

    public static readonly Step Empty = new Series([]);

    public static readonly Step Never = new Fork([]);

    private static readonly CodePointRange Surrogates = new(0xD800, 0xDFFF);

    /// <summary>One character: a unit, or a pair.</summary>
    public static Step One(CodePointSet set)
    {
        var split = new Utf16Set(set);
        var units = new CodePointSet(split.Units);
        if (split.Pairs.Count == 1 && split.Pairs[0].High.Last - split.Pairs[0].High.First == 0x3FF)
            return new Take(units.Union(new CodePointSet([Surrogates])), 1, 1, HasPairs: true);

        if (split.Pairs.Count == 0)
            return units.IsEmpty ? Never : new Take(units, 1, 1, HasPairs: false);

        IEnumerable<Step> pairs = split.Pairs.Select(pair => Series([Unit(pair.High), Unit(pair.Low)]));
        return Fork(units.IsEmpty ? pairs : pairs.Prepend(new Take(units, 1, 1, HasPairs: false)));
    }

    public static Step Series(IEnumerable<Step> steps)
    {
        var items = new List<Step>();
        foreach (Step item in steps.SelectMany(ItemsOf))
        {
            if (IsNever(item))
                return Never;

            // "\d?\d" is "\d{1,2}"; the characters of a word stay apart.
            if (items.Count > 0 && items[items.Count - 1] is Take last && item is Take next && AreAlike(last, next) && (last.Unit is null || next.Unit is null))
                items[items.Count - 1] = last with { Min = last.Min + next.Min, Max = last.Max + next.Max };
            else
                items.Add(item);
        }

        return items.Count == 1 ? items[0] : new Series(items);
    }

    public static Step Fork(IEnumerable<Step> steps)
    {
        List<Step> branches = Distinct(steps.SelectMany(BranchesOf).Where(branch => !IsNever(branch)));
        bool isOptional = branches.Exists(IsEmpty);
        string?[] texts = [.. branches.Select(Literal)];

        List<Step> factored = WithOneSet(PrefixFactoring.Of(branches.Where(branch => !IsEmpty(branch))));
        Step fork = factored.Count switch
        {
            0 => isOptional ? Empty : Never,
            1 => factored[0],
            _ => new Fork(factored),
        };

        if (isOptional)
            fork = Loop(fork, 0, 1);

        return branches.Count > 1 && fork is not Take && texts.All(text => text is not null) ? new Words([.. texts.OfType<string>()], fork) : fork;
    }

    public static Step Loop(Step body, int min, int? max)
    {
        body = body is Words words ? words.Factored : body;
        if (max == 0 || IsEmpty(body) || (IsNever(body) && min == 0))
            return Empty;
        if (IsNever(body) || (min == 1 && max == 1))
            return body;

        // What repeats without end may as well give up repeating itself: "(a*b?)+" is "[ab]*".
        if (max is null && min <= 1)
        {
            min = body.CanBeEmpty ? 0 : min;
            body = Unrepeated(body);
        }

        if (max == 1 && body.CanBeEmpty)
            return body;
        if (body is Take take && Product(take, min, max) is { } product)
            return product;

        // "(a+)?" is "a*", "(a{1,3}){2,}" is "a{2,}".
        return body is Loop { Min: 1 } inner && (max == 1 || (inner.Max is null && max is null)) ? Loop(inner.Body, min, inner.Max) : new Loop(body, min, max);
    }

    /// <summary>The text that a step is; null when there is a choice.</summary>
    public static string? Literal(Step step)
    {
        char?[] units = [.. ItemsOf(step).Select(item => (item as Take)?.Unit)];
        return units.All(unit => unit is not null) ? new string([.. units.OfType<char>()]) : null;
    }

    public static IReadOnlyList<Step> ItemsOf(Step step) => step is Series { Items: var items } ? items : [step];

    public static bool IsEmpty(Step step) => step is Series { Items.Count: 0 };

    public static bool IsNever(Step step) => step is Fork { Branches.Count: 0 };

    public static bool AreAlike(Take one, Take other) => one.HasPairs == other.HasPairs && one.Units.IsSameAs(other.Units);

    public static bool AreSame(Step one, Step other) => (one, other) switch
    {
        (Take a, Take b) => a.Min == b.Min && a.Max == b.Max && AreAlike(a, b),
        (Series a, Series b) => AreSame(a.Items, b.Items),
        (Fork a, Fork b) => AreSame(a.Branches, b.Branches),
        (Words a, Words b) => a.Texts.SequenceEqual(b.Texts),
        (Loop a, Loop b) => a.Min == b.Min && a.Max == b.Max && AreSame(a.Body, b.Body),
        _ => false,
    };

    private static bool AreSame(IReadOnlyList<Step> some, IReadOnlyList<Step> others) =>
        some.Count == others.Count && some.Zip(others, AreSame).All(isSame => isSame);

    private static IEnumerable<Step> BranchesOf(Step step) => step switch
    {
        Fork { Branches: var branches } => branches,
        Words { Texts: var texts } => texts.Select(text => Series(text.Select(unit => Unit(new(unit, unit))))),
        _ => [step],
    };

    private static Take Unit(CodePointRange units) => new(new CodePointSet([units]), 1, 1, HasPairs: false);

    private static List<Step> Distinct(IEnumerable<Step> steps)
    {
        var distinct = new List<Step>();
        foreach (Step step in steps)
        {
            if (!distinct.Exists(known => AreSame(known, step)))
                distinct.Add(step);
        }

        return distinct;
    }

    /// <summary>The branches with those that take one character made one.</summary>
    private static List<Step> WithOneSet(IReadOnlyList<Step> branches)
    {
        Take[] ones = [.. branches.OfType<Take>().Where(take => take.IsOne)];
        if (ones.Length < 2)
            return [.. branches];

        var union = new Take(new CodePointSet(ones.SelectMany(one => one.Units.Ranges)), 1, 1, ones.Any(one => one.HasPairs));
        return [union, .. branches.Where(branch => branch is not Take { IsOne: true })];
    }

    /// <summary>What repeats to the same texts without repeating itself (the star normal form).</summary>
    private static Step Unrepeated(Step step) => step switch
    {
        Take { Min: <= 1 } take => take with { Min = 1, Max = 1 },
        Loop { Min: <= 1 } loop => Unrepeated(loop.Body),
        Words { Factored: var factored } => Unrepeated(factored),
        Fork { Branches: var branches } => Fork(branches.Select(Unrepeated)),
        Series { CanBeEmpty: true, Items: var items } => Fork(items.Select(Unrepeated)),
        _ => step,
    };

    /// <summary>A repeated repetition of one set, where the counts leave no gap: "(a{1,3}){2}" is "a{2,6}", "(a{2})?" is none.</summary>
    private static Take? Product(Take take, int min, int? max)
    {
        bool hasNoGap = take.Min <= 1 || (take.IsFixed && min == max);
        long least = (long)take.Min * min;
        long? most = (long?)take.Max * max;
        return hasNoGap && least < Countless && !(most >= Countless) ? take with { Min = (int)least, Max = (int?)most } : null;
    }
}
