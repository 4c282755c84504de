using McpGen.Differential.Oracles;
using McpGen.Differential.Report;

namespace McpGen.Differential.Tests;

/// <summary>A slice of the run, small enough for every build: the same seed, so the same pairs each time.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private static readonly RunOptions s_slice = new(Pairs: 30_000, Seed: 1, PairsPerTool: 100);

    [Fact]
    public void The_check_accepts_what_the_schema_accepts_says_ajv()
    {
        Assert.SkipWhen(AjvOracle.Missing() is not null, AjvOracle.Missing() ?? "");
        using AjvOracle ajv = AjvOracle.Start();

        Tally tally = AssertAgreed(s_slice, ajv);

        Assert.Empty(tally.Thin(1));
    }

    /// <summary>Holds without Node too: by the exact evaluator and NJsonSchema, on other pairs.</summary>
    [Fact]
    public void The_check_accepts_what_the_schema_accepts_says_everyone_else() => AssertAgreed(s_slice with { Pairs = 10_000, Seed = 2 }, null);

    private Tally AssertAgreed(RunOptions options, AjvOracle? ajv)
    {
        using var found = new StringWriter();
        Tally tally = new DifferentialRun(options, ajv, found).Run();

        output.WriteLine(tally.ToString());
        Assert.True(tally.Disagreements == 0, found.ToString());
        Assert.Equal(options.Pairs, tally.Pairs);
        Assert.Empty(tally.RefusedDeclarations);
        Assert.True(tally.Deviations <= options.Pairs / 50, $"{tally.Deviations} deviations are more than 2% of the pairs");
        return tally;
    }
}
