using McpGen.Differential.Deviations;
using McpGen.Differential.Mutations;

namespace McpGen.Differential.Tests;

public sealed class DeviationTests
{
    [Fact]
    public void There_are_at_most_ten_deviations_each_with_a_name_and_a_reason()
    {
        Assert.InRange(KnownDeviations.All.Count, 1, 10);
        Assert.Equal(KnownDeviations.All.Count, KnownDeviations.All.Select(static deviation => deviation.Name).Distinct().Count());
        Assert.All(KnownDeviations.All, static deviation => Assert.NotEmpty(deviation.Reason));
    }

    [Fact]
    public void Every_row_of_the_documentation_has_a_mutation_and_every_mutation_a_row() =>
        Assert.Equal(DocumentedRows.Read().Distinct().Order(), AllMutations.All.Select(static mutation => mutation.Row).Distinct().Order());
}
