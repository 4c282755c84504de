using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0031_ScopeCircle
{
    private const string Id = "MCPG0031";

    private const string Broken = "[assembly: [|ScopeImplies(\"a\", \"a\")|]]\n" + Tools;

    private const string Tools = """
        [McpServerToolType]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, RequireScopes("a")]
            public string Run() => "";
        }
        """;

    [Theory]
    [InlineData("[assembly: [|ScopeImplies(\"a\", \"a\")|]]", "a -> a")]
    [InlineData("[assembly: ScopeImplies(\"a\", \"b\")]\n[assembly: [|ScopeImplies(\"b\", \"a\")|]]", "b -> a -> b")]
    [InlineData("[assembly: ScopeImplies(\"a\", \"b\"), ScopeImplies(\"b\", \"c\"), [|ScopeImplies(\"c\", \"a\")|]]", "c -> a -> b -> c")]
    [InlineData("[assembly: ScopeImplies(\"x\", \"a\"), ScopeImplies(\"b\", \"y\"), ScopeImplies(\"a\", \"b\"), [|ScopeImplies(\"b\", \"x\")|]]", "b -> x -> a -> b")]
    public void Scopes_that_imply_themselves_are_reported(string implications, string circle) => DiagnosticAssert.Reports(
        Id, implications + "\n" + Tools, $"The scopes imply each other in a circle: {circle}; whoever has one of them has all, so declare one scope");

    [Fact]
    public void A_circle_far_from_every_tool_is_reported() =>
        DiagnosticAssert.Reports(Id, "[assembly: ScopeImplies(\"x\", \"y\"), [|ScopeImplies(\"y\", \"x\")|]]\n" + Tools.Replace("RequireScopes(\"a\")", "PublicTool", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, Broken);

    [Theory]
    [InlineData("[assembly: ScopeImplies(\"b\", \"a\")]", "\"b\"")]
    [InlineData("[assembly: ScopeImplies(\"c\", \"b\"), ScopeImplies(\"b\", \"a\")]", "\"b\", \"c\"")]
    [InlineData("[assembly: ScopeImplies(\"b\", \"a\"), ScopeImplies(\"b\", \"a\")]", "\"b\"")]
    [InlineData("[assembly: ScopeImplies(\"c\", \"a\"), ScopeImplies(\"b\", \"a\"), ScopeImplies(\"d\", \"b\"), ScopeImplies(\"d\", \"c\")]", "\"b\", \"c\", \"d\"")]
    [InlineData("[assembly: ScopeImplies(\"A\", \"a\")]", "\"A\"")]
    public void Implications_that_end_are_followed(string implications, string impliedBy)
    {
        GeneratorRun run = DiagnosticAssert.IsClean(implications + "\n" + Tools);

        Assert.Contains($"[new(\"a\", impliedBy: [{impliedBy}])]", run.Wrappers, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_scope_implies_itself_does_not_grant_it() =>
        Assert.Contains("[new(\"a\")]", DiagnosticAssert.IsClean("[assembly: ScopeImplies(\"a\", \"b\")]\n" + Tools).Wrappers, StringComparison.Ordinal);
}
