using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Arguments that hosts add are dropped unread where the server says so, and only there.</summary>
public sealed class IgnoredArgumentsTests
{
    private const string Source = """
        [assembly: IgnoreArguments("fromAssembly")]

        public sealed record Filter(int Id);

        [McpServerToolType, PublicTool, IgnoreArguments("fromClass")]
        public static partial class HostedTools
        {
            [McpServerTool, Description("Ignores."), IgnoreArguments("fromMethod", "another")]
            public static string Ignores(int id, Filter? filter = null) => $"{id} {filter?.Id}";

            [McpServerTool, Description("Ignores less.")]
            public static string IgnoresLess(int id, string toolCallId = "none") => $"{id} {toolCallId}";

            [McpServerTool, Description("Takes nothing.")]
            public static string TakesNothing() => "nothing";
        }
        """;

    private static readonly LoadedTools s_tools = LoadedTools.From(GeneratorRun.Of(Source).AssertClean(), new HardeningOptions { IgnoredArguments = { "toolCallId", "chatInput" } });

    [Theory]
    [InlineData("ignores", """{"id":1,"fromMethod":1,"another":2,"fromClass":3,"fromAssembly":4,"toolCallId":5,"chatInput":6}""", "1 ")]
    [InlineData("ignores", """{"fromMethod":{"a":1,"a":"\ud800"},"id":1}""", "1 ")]
    [InlineData("ignores_less", """{"id":1,"fromClass":1,"fromAssembly":1}""", "1 none")]
    [InlineData("takes_nothing", """{"toolCallId":1}""", "nothing")]
    public async Task They_are_dropped_unread(string tool, string arguments, string expected) => Assert.Equal(expected, await s_tools.AcceptAsync(tool, arguments));

    [Fact]
    public async Task A_declared_name_is_never_dropped()
    {
        Assert.Equal("1 given", await s_tools.AcceptAsync("ignores_less", """{"id":1,"toolCallId":"given"}"""));
        Assert.Contains("/toolCallId: must be a string", await s_tools.RefuseAsync("ignores_less", """{"id":1,"toolCallId":1}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ignores_less", """{"id":1,"fromMethod":1}""", "/fromMethod: unknown argument")]
    [InlineData("ignores", """{"id":1,"FromMethod":1}""", "/FromMethod: unknown argument")]
    [InlineData("ignores", """{"id":1,"toolcallid":1}""", "/toolcallid: unknown argument")]
    [InlineData("ignores", """{"id":1,"filter":{"id":1,"fromMethod":1}}""", "/filter/fromMethod: unknown argument")]
    [InlineData("ignores", """{"id":1,"filter":{"id":1,"chatInput":1}}""", "/filter/chatInput: unknown argument")]
    [InlineData("ignores", """{"id":1,"fromMethod":1,"fromMethod":1}""", "/fromMethod: must not be repeated")]
    public async Task Nothing_else_is(string tool, string arguments, string expected) =>
        Assert.Contains("\n  " + expected, await s_tools.RefuseAsync(tool, arguments), StringComparison.Ordinal);
}
