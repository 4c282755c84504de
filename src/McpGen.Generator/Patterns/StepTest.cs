using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using McpGen.Generator.Emission;

namespace McpGen.Generator.Patterns;

/// <summary>Prints what is asked of a text, as expressions.</summary>
public sealed class StepTest(UnitSearch search)
{
    /// <summary>Alternatives beyond it are written one a line.</summary>
    private const int MaxLine = 100;

    /// <summary>That a text is the step from its first unit to its last; null where it takes statements to say so.</summary>
    public string? IsWhole(Step step, string text) => step switch
    {
        _ when Steps.IsEmpty(step) => $"{text}.IsEmpty",
        Words { Texts: var texts } => $"{text} is {Alternatives(texts)}",
        Take { IsOne: true, Unit: null, HasPairs: false } one => $"{text} is [{UnitTest.Of(one.Units)}]",
        _ when Steps.Literal(step) is { } literal => $"{text} is {CSharp.Literal(literal)}",
        Take take when UnitTest.Others(take.Units) is var others && (others.IsEmpty || UnitSearch.Exists(others)) => HoldsOnly(take, text, others),
        _ => null,
    };

    /// <summary>That <c>rest</c> begins with what a step begins with.</summary>
    public static string Begins(Step step) => $"rest is [{UnitTest.Of(step.First)}, ..]";

    public static string Starts(string text, string literal) => literal.Length == 1 ? $"{text} is [{UnitTest.Literal(literal[0])}, ..]" : $"{text}.Length >= {Number(literal.Length)} && {text}[..{Number(literal.Length)}] is {CSharp.Literal(literal)}";

    public static string DoesNotStart(string literal) => $"rest.Length < {Number(literal.Length)} || rest[..{Number(literal.Length)}] is not {CSharp.Literal(literal)}";

    /// <summary>That <c>run</c> is too short or too long; null when it cannot be.</summary>
    public static string? OutOfBounds(Take take, bool entered)
    {
        (int min, int? max) = (entered && take.Min == 1 ? 0 : take.Min, take.Max);
        string run = CountsCharacters(min, max, take.HasPairs) ? $"{KnownNames.Runtime.Pattern}.CountCharacters(rest[..run])" : "run";
        return (min, max) switch
        {
            (0, null) => null,
            (1, null) => "run == 0",
            (_, null) => $"{run} < {Number(min)}",
            (0, _) => $"{run} > {Number(max.Value)}",
            _ when min == max => $"{run} != {Number(min)}",
            _ => $"{run} is < {Number(min)} or > {Number(max.Value)}",
        };
    }

    /// <summary>The text that begins at an item: as many as are one unit each.</summary>
    public static string LiteralAt(IReadOnlyList<Step> items, int index) =>
        new([.. items.Skip(index).Select(item => (item as Take)?.Unit).TakeWhile(unit => unit is not null).OfType<char>()]);

    private string HoldsOnly(Take take, string text, CodePointSet others)
    {
        string? bounds = Bounds(take, text);
        string? holds = others.IsEmpty ? null : "!" + search.Contains(text, others);
        return (bounds, holds) switch
        {
            (null, null) => "true",
            (_, null) => bounds,
            (null, _) => holds,
            _ when CountsCharacters(take.Min, take.Max, take.HasPairs) => $"{holds} && {bounds}",
            _ => $"{bounds} && {holds}",
        };
    }

    private static string? Bounds(Take take, string text)
    {
        (int min, int? max) = (take.Min, take.Max);
        string length = CountsCharacters(min, max, take.HasPairs) ? $"{KnownNames.Runtime.Pattern}.CountCharacters({text})" : $"{text}.Length";
        return (min, max) switch
        {
            (0, null) => null,
            (1, null) => $"!{text}.IsEmpty",
            (_, null) => $"{length} >= {Number(min)}",
            (0, _) => $"{length} <= {Number(max.Value)}",
            _ when min == max => $"{length} == {Number(min)}",
            _ => $"{length} is >= {Number(min)} and <= {Number(max.Value)}",
        };
    }

    /// <summary>Whether it matters that two units can be one character.</summary>
    private static bool CountsCharacters(int min, int? max, bool hasPairs) => hasPairs && !(min <= 1 && max is null);

    private static string Alternatives(IReadOnlyList<string> texts)
    {
        string[] literals = [.. texts.Select(CSharp.Literal)];
        return string.Join(literals.Sum(literal => literal.Length + 4) > MaxLine ? "\n    or " : " or ", literals);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
