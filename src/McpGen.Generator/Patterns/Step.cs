using System;
using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>
/// A part of a pattern as span code takes it, in UTF-16 units. Made by <see cref="Steps"/> alone, which keeps it in the shape that most
/// often needs no look-ahead beyond one unit.
/// </summary>
public abstract record Step
{
    /// <summary>What follows the last unit; it stands among the units of a set.</summary>
    public const int End = char.MaxValue + 1;

    /// <summary>The units that can come first.</summary>
    public abstract CodePointSet First { get; }

    public abstract bool CanBeEmpty { get; }
}

/// <summary>Takes characters out of one set.</summary>
/// <param name="HasPairs">The set holds every character beyond U+FFFF, so every surrogate stands in it; a pair counts as one.</param>
public sealed record Take(CodePointSet Units, int Min, int? Max, bool HasPairs) : Step
{
    public override CodePointSet First => Units;

    public override bool CanBeEmpty => Min == 0;

    public bool IsFixed => Min == Max;

    public bool IsOne => Min == 1 && Max == 1;

    /// <summary>The only unit it takes; null when there is a choice.</summary>
    public char? Unit => IsOne && Units.Ranges.Count == 1 && Units.Ranges[0].IsSingle ? (char)Units.Ranges[0].First : null;
}

/// <summary>One after the other; none at all is the empty text.</summary>
public sealed record Series(IReadOnlyList<Step> Items) : Step
{
    public override CodePointSet First { get; } = FirstOf(Items);

    public override bool CanBeEmpty { get; } = Items.All(item => item.CanBeEmpty);

    private static CodePointSet FirstOf(IReadOnlyList<Step> items) =>
        new(items.Take(items.TakeWhile(item => item.CanBeEmpty).Count() + 1).SelectMany(item => item.First.Ranges));
}

/// <summary>One of several; of none, nothing matches.</summary>
public sealed record Fork(IReadOnlyList<Step> Branches) : Step
{
    public override CodePointSet First { get; } = new(Branches.SelectMany(branch => branch.First.Ranges));

    public override bool CanBeEmpty { get; } = Branches.Any(branch => branch.CanBeEmpty);
}

/// <summary>One of several texts.</summary>
/// <param name="Factored">The same, decided by a unit after the other.</param>
public sealed record Words(IReadOnlyList<string> Texts, Step Factored) : Step
{
    /// <summary>No text begins with another, so that at most one of them can stand anywhere.</summary>
    public bool ArePrefixFree { get; } = !Texts.Any(text => Texts.Any(other => other.Length > text.Length && other.StartsWith(text, StringComparison.Ordinal)));

    public override CodePointSet First => Factored.First;

    public override bool CanBeEmpty => Factored.CanBeEmpty;
}

public sealed record Loop(Step Body, int Min, int? Max) : Step
{
    public override CodePointSet First => Body.First;

    public override bool CanBeEmpty => Min == 0 || Body.CanBeEmpty;
}
