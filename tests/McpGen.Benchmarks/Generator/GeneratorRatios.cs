using McpGen.Generator;

namespace McpGen.Benchmarks.Generator;

/// <summary>What the generator costs beside the floor with 1000 tools, and how that grows to 10,000; the times are told on stderr.</summary>
internal static class GeneratorRatios
{
    public static readonly string[] Names = ["generator.1000.first.vs_floor", "generator.1000.unrelated_edit.vs_floor", "generator.scaling"];

    private const int WarmUps = 8;

    private const int Rounds = 15;

    private const int LargeRounds = 3;

    public static IEnumerable<(string Name, double Value)> Measure()
    {
        var input = new GeneratorInput(1000);
        var floor = new GeneratorContestant(new FloorGenerator(), input);
        var mcpGen = new GeneratorContestant(new McpGenGenerator(), input);
        for (int round = 0; round < WarmUps; round++)
        {
            floor.Measure(GeneratorEdit.First);
            mcpGen.Measure(GeneratorEdit.First);
            mcpGen.Measure(GeneratorEdit.Unrelated);
        }

        yield return (Names[0], Compare(Rounds, ("McpGen, first run", () => mcpGen.Measure(GeneratorEdit.First)), ("floor, first run", () => floor.Measure(GeneratorEdit.First))));
        yield return (Names[1], Compare(Rounds, ("McpGen, unrelated edit", () => mcpGen.Measure(GeneratorEdit.Unrelated)), ("floor, unrelated edit", () => floor.Measure(GeneratorEdit.Unrelated))));

        var large = new GeneratorContestant(new McpGenGenerator(), new GeneratorInput(10_000));
        yield return (Names[2], Compare(LargeRounds, ("McpGen, 10,000 tools", () => large.Measure(GeneratorEdit.First)), ("McpGen, 1000 tools", () => mcpGen.Measure(GeneratorEdit.First))) / 10);
    }

    /// <summary>The median over the rounds of one time in the other: what disturbs the machine disturbs both in a round.</summary>
    private static double Compare(int rounds, (string Name, Func<double> Measure) one, (string Name, Func<double> Measure) other)
    {
        (double One, double Other)[] times = [.. Enumerable.Range(0, rounds).Select(_ => (one.Measure(), other.Measure()))];
        Console.Error.WriteLine(FormattableString.Invariant(
            $"{one.Name} {Median(times.Select(static pair => pair.One)):0} ms, {other.Name} {Median(times.Select(static pair => pair.Other)):0} ms, {rounds} rounds"));
        return Median(times.Select(static pair => pair.One / pair.Other));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
