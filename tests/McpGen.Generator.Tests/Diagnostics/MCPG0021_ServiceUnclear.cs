namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0021_ServiceUnclear
{
    private const string Id = "MCPG0021";

    private const string Both = "marked as an argument and as a service";
    private const string NeverOne = "marked as a service, but such a value is never one; take an options class";
    private const string OnlyServices = "a constructor parameter of the tool class, which only services can fill; take a service or options class";

    private static readonly string s_broken = ToolSource.Taking("[Argument, Service] Settings [|value|]", "public sealed record Settings(int X);");

    private static string Message(string type, string why) => $"'value' of type '{type}' is {why}";

    [Theory]
    [InlineData("[Argument, Service] Settings [|value|]", "Settings", Both)]
    [InlineData("[Argument, FromKeyedServices(\"a\")] Settings [|value|]", "Settings", Both)]
    [InlineData("[Service] int [|value|]", "int", NeverOne)]
    [InlineData("[Service] int? [|value|] = null", "int", NeverOne)]
    [InlineData("[Service] string [|value|]", "string", NeverOne)]
    [InlineData("[FromKeyedServices(\"a\")] string [|value|]", "string", NeverOne)]
    public void A_parameter_that_is_neither_or_both_is_reported(string parameter, string type, string why) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter, "public sealed record Settings(int X);"), Message(type, why));

    [Theory]
    [InlineData("int [|value|]", "int")]
    [InlineData("int? [|value|] = null", "int")]
    [InlineData("string [|value|]", "string")]
    [InlineData("ref Settings [|value|]", "Settings")]
    public void A_constructor_parameter_that_no_service_can_fill_is_reported(string parameter, string type) => DiagnosticAssert.Reports(Id, $$"""
        public sealed record Settings(int X);

        [McpServerToolType, PublicTool]
        public partial class Tools
        {
            public Tools({{parameter}}) { }

            /// <summary>Runs.</summary>
            [McpServerTool]
            public string Run() => "";
        }
        """, Message(type, OnlyServices));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("Settings value")]
    [InlineData("[Argument] Settings value")]
    [InlineData("[Service] Settings value")]
    [InlineData("[FromKeyedServices(\"a\")] Settings value")]
    [InlineData("IServiceProvider a, CancellationToken b, System.Net.Http.HttpClient c")]
    public void A_parameter_that_is_one_or_the_other_is_wrapped(string parameter) =>
        DiagnosticAssert.IsClean(ToolSource.Taking(parameter, "public sealed record Settings(int X);"));
}
