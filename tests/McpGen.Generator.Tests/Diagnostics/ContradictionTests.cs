using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>Declarations that contradict themselves, or that no JSON could carry, are errors and never a weaker check.</summary>
public sealed class ContradictionTests
{
    [Theory]
    [InlineData("[Required] string? [|x|] = null", "MCPG0015")]
    [InlineData("[Required, AnyJson] JsonElement [|x|]", "MCPG0013")]
    [InlineData("[DeniedValues(null, \"a\"), MaxLength(9)] string? [|x|] = \"b\"", "MCPG0013")]
    [InlineData("[AllowedValues(\"\\ud800\", \"a\")] string [|x|]", "MCPG0013")]
    [InlineData("[MaxLength(9)] string [|x|] = \"\\ud800\"", "MCPG0015")]
    public void A_contradiction_is_reported(string parameter, string id) => DiagnosticAssert.Reports(id, ToolSource.Taking(parameter));

    [Theory]
    [InlineData("[MultipleOf(1e-10)] long x")]
    [InlineData("[MultipleOf(0.5)] ulong x")]
    [InlineData("[Description(\"half \\ud800\"), MaxLength(9)] string x")]
    public void What_is_no_contradiction_is_wrapped(string parameter) => DiagnosticAssert.IsClean(ToolSource.Taking(parameter));

    [Fact]
    public void An_argument_may_be_named_like_a_local_of_the_wrapper() => GeneratorRun.Of("""
        [McpServerToolType, PublicTool]
        public sealed partial class Tools : IAsyncDisposable
        {
            public ValueTask DisposeAsync() => default;

            /// <summary>Runs.</summary>
            [McpServerTool]
            public string Run([MaxLength(9)] string disposal) => disposal;

            /// <summary>Runs.</summary>
            [McpServerTool]
            public string mcpGenHardened() => "";
        }
        """).AssertClean();
}
