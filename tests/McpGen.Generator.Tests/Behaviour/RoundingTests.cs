using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>A number that becomes a float must not be rounded onto a value that its limits exclude.</summary>
public sealed class RoundingTests
{
    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        [McpServerToolType, PublicTool]
        public static partial class Floats
        {
            [McpServerTool, Description("d")] public static string Inside([Range(0d, 1d, MinimumIsExclusive = true, MaximumIsExclusive = true)] float x) => $"{x:R}";
            [McpServerTool, Description("d")] public static string NotTenth([DeniedValues(0.1f)] float x) => $"{x:R}";
            [McpServerTool, Description("d")] public static string Many([UniqueItems, MaxLength(1000)] long[] x) => $"{x.Length}";
        }
        """);

    [Theory]
    [InlineData("inside", "1e-46")]
    [InlineData("inside", "0.99999999999")]
    [InlineData("not_tenth", "0.100000001")]
    public async Task A_value_that_rounds_onto_an_excluded_one_is_refused(string tool, string number) =>
        await s_tools.RefuseAsync(tool, $$"""{"x":{{number}}}""");

    [Theory]
    [InlineData("inside", "0.5", "0.5")]
    [InlineData("inside", "1e-45", "1E-45")]
    [InlineData("not_tenth", "0.2", "0.2")]
    public async Task A_value_that_does_not_is_accepted(string tool, string number, string bound) =>
        Assert.Equal(bound, await s_tools.AcceptAsync(tool, $$"""{"x":{{number}}}"""));

    [Fact]
    public async Task Numbers_that_hash_alike_are_still_told_apart()
    {
        string colliding = string.Join(",", Enumerable.Range(1, 1000).Select(static number => ((long)number << 32) | (uint)number));

        Assert.Equal("1000", await s_tools.AcceptAsync("many", $$"""{"x":[{{colliding}}]}"""));
        Assert.Contains("/x: must not hold an item twice", await s_tools.RefuseAsync("many", $$"""{"x":[{{colliding[..^14]}},4294967297]}"""), StringComparison.Ordinal);
    }
}
