using McpGen.Generator.Tests.Harness;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>A limit on what a method returns holds for the methods that override it.</summary>
public sealed class InheritedResultTests
{
    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        public abstract class Bases
        {
            [McpServerTool, Description("Text.")]
            [return: Pattern("^...$")]
            public virtual string Word() => "abc";

            [McpServerTool(UseStructuredContent = true), Description("Number.")]
            [return: MultipleOf(3)]
            public virtual int Number() => 3;
        }

        [McpServerToolType, PublicTool]
        public partial class Overrides : Bases
        {
            public override string Word() => "too long for it";

            public override int Number() => 100;
        }
        """);

    [Theory]
    [InlineData("word")]
    [InlineData("number")]
    public async Task What_breaks_it_ends_in_the_fixed_error(string tool)
    {
        CallToolResult result = await s_tools.CallAsync(tool, "{}");

        Assert.True(result.IsError);
        Assert.StartsWith(tool + " failed. ", ((TextContentBlock)result.Content.Single()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_says_it() => Assert.Contains("multipleOf", s_tools["number"].ProtocolTool.OutputSchema!.Value.GetRawText(), StringComparison.Ordinal);
}
