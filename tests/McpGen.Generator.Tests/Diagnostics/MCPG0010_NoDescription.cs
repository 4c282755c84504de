namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0010_NoDescription
{
    private const string Id = "MCPG0010";

    private const string Broken = """
        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            [McpServerTool]
            public static string [|SearchIssues|](int x) => "";
        }
        """;

    private const string Message = "'search_issues' has no description, so a model must guess what it does; add a <summary> or [Description]";

    private static string With(string description) => Broken.Replace("    [McpServerTool]", $"    {description}\n    [McpServerTool]", StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("// Searches.")]
    [InlineData("/// <summary> </summary>")]
    [InlineData("/// <param name=\"x\">Something.</param>")]
    [InlineData("[Description(\" \")]")]
    [InlineData("[System.ComponentModel.DisplayName(\"Search\")]")]
    public void A_tool_without_a_description_is_reported_and_wrapped(string description) => DiagnosticAssert.Reports(Id, With(description), Message);

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void It_can_be_silenced(Silencer silencer) => DiagnosticAssert.IsSilencedBy(silencer, Id, Broken);

    [Theory]
    [InlineData("/// <summary>Searches.</summary>")]
    [InlineData("/** <summary>Searches.</summary> */")]
    [InlineData("/// <returns>What was found.</returns>")]
    [InlineData("[Description(\"Searches.\")]")]
    public void A_tool_with_a_description_is_clean(string description) => DiagnosticAssert.IsClean(With(description));
}
