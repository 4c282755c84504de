namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0032_ResumedWithoutAccess
{
    private const string Id = "MCPG0032";

    private static readonly string s_broken = On("", "McpServer [|server|]");

    private static string On(string hints, string parameters, string access = "RequireScopes(\"a\")") => $$"""
        [McpServerToolType]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool({{hints}}), {{access}}]
            public string Run({{parameters}}) => "";
        }
        """;

    [Theory]
    [InlineData("", "McpServer [|server|]", "McpServer")]
    [InlineData("Destructive = true", "McpServer [|server|]", "McpServer")]
    [InlineData("ReadOnly = false", "int x, McpServer [|server|]", "McpServer")]
    [InlineData("", "RequestContext<CallToolRequestParams> [|request|]", "RequestContext<CallToolRequestParams>")]
    public void A_tool_that_may_ask_the_user_and_change_something_is_reported(string hints, string parameters, string type) => DiagnosticAssert.Reports(
        Id, On(hints, parameters), $"'run' takes '{type}' and may change something: a call that waits for the user in ElicitAsync is resumed without deciding access again, so decide it again in the method before the change");

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void It_can_be_silenced(Silencer silencer) => DiagnosticAssert.IsSilencedBy(silencer, Id, s_broken);

    [Theory]
    [InlineData("ReadOnly = true", "McpServer server", "RequireScopes(\"a\")")]
    [InlineData("Destructive = false", "McpServer server", "RequireScopes(\"a\")")]
    [InlineData("", "McpServer server", "PublicTool(AllowAnonymous = true)")]
    [InlineData("", "IServiceProvider services, CancellationToken cancellation", "RequireScopes(\"a\")")]
    public void A_tool_without_access_or_harm_to_lose_is_clean(string hints, string parameters, string access) =>
        Assert.Empty(DiagnosticAssert.IsClean(On(hints, parameters, access)).Diagnostics);
}
