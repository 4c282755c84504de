using McpGen.Generator;

namespace McpGen.Benchmarks.Generator;

/// <summary>What the generator costs beside the floor with 1000 tools, and how that grows to 10,000; times and memory are told on stderr.</summary>
internal static class GeneratorRatios
{
    public static readonly string[] Names = ["generator.1000.first.vs_floor", "generator.1000.unrelated_edit.vs_floor", "generator.scaling"];

    private const int Rounds = 11;

    private const int LargeRounds = 3;

    /// <summary>Runs with 1000 tools before and after one with 10,000: a long run meets good and bad moments of the machine alike, a short one does not.</summary>
    private const int SmallRuns = 3;

    public static IEnumerable<(string Name, double Value)> Measure()
    {
        var input = new GeneratorInput(1000);
        var floor = new GeneratorContestant(new FloorGenerator(), input);
        var mcpGen = new GeneratorContestant(new McpGenGenerator(), input);
        floor.WarmUp();
        mcpGen.WarmUp();
        yield return (Names[0], Compare("first run", mcpGen, floor, GeneratorEdit.First));
        yield return (Names[1], Compare("unrelated edit", mcpGen, floor, GeneratorEdit.Unrelated));
        yield return (Names[2], Scale(mcpGen, new GeneratorContestant(new McpGenGenerator(), new GeneratorInput(10_000))));
        Console.Error.WriteLine(GeneratorMemory.Describe(input, 1000));
    }

    private static double Compare(string what, GeneratorContestant mcpGen, GeneratorContestant floor, GeneratorEdit edit) =>
        Ratio([.. Enumerable.Range(0, Rounds).Select(_ => (mcpGen.Measure(edit), floor.Measure(edit)))], $"{what}, McpGen", $"{what}, floor");

    /// <summary>The time for one of 10,000 tools over the time for one of 1000.</summary>
    private static double Scale(GeneratorContestant thousand, GeneratorContestant tenThousand)
    {
        var times = new List<(double Large, double Small)>();
        double before = Small();
        for (int round = 0; round < LargeRounds; round++)
        {
            double large = tenThousand.Measure(GeneratorEdit.First);
            double after = Small();
            times.Add((large, (before + after) / 2));
            before = after;
        }

        return Ratio([.. times], "10,000 tools", "1000 tools") / 10;

        double Small() => Enumerable.Range(0, SmallRuns).Average(_ => thousand.Measure(GeneratorEdit.First));
    }

    /// <summary>The median over the rounds of one time in the other: what disturbs the machine disturbs both in a round.</summary>
    private static double Ratio((double One, double Other)[] rounds, string one, string other)
    {
        Console.Error.WriteLine(FormattableString.Invariant(
            $"{one} {Median(rounds.Select(static times => times.One)):0} ms, {other} {Median(rounds.Select(static times => times.Other)):0} ms, {rounds.Length} rounds"));
        return Median(rounds.Select(static times => times.One / times.Other));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
