namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0023_ResultNotSupported
{
    private const string Id = "MCPG0023";

    private const string CouldBeAnything = "an object could be anything; return a string, a content block or CallToolResult";
    private const string UseAnother = "records are not supported as results yet; return a string, a number, a content block, JsonNode or CallToolResult";

    private static readonly string s_broken = ToolSource.Returning("object");

    private static string Message(string type, string advice) => $"'Run' returns '{type}', which cannot be written strictly; {advice}";

    [Theory]
    [InlineData("object", CouldBeAnything)]
    [InlineData("object?", CouldBeAnything)]
    [InlineData("System.Threading.Tasks.Task<object>", CouldBeAnything)]
    [InlineData("Answer", UseAnother)]
    [InlineData("System.Threading.Tasks.ValueTask<Answer>", UseAnother)]
    [InlineData("Answer[]", UseAnother)]
    [InlineData("object[]", UseAnother)]
    [InlineData("byte[]", UseAnother)]
    [InlineData("string[][]", UseAnother)]
    [InlineData("System.Collections.Generic.Dictionary<string, int>", UseAnother)]
    [InlineData("(int Number, string Text)", UseAnother)]
    [InlineData("System.DateTime", UseAnother)]
    [InlineData("char", UseAnother)]
    [InlineData("System.IO.FileAccess", UseAnother)]
    [InlineData("System.Threading.Tasks.Task<System.Threading.Tasks.Task<string>>", UseAnother)]
    [InlineData("System.Collections.IEnumerable", UseAnother)]
    [InlineData("System.IO.Stream", UseAnother)]
    public void A_result_that_cannot_be_written_is_reported(string type, string advice) =>
        DiagnosticAssert.Reports(Id, ToolSource.Returning(type, "public sealed record Answer(int X);"), Message(type, advice));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("void")]
    [InlineData("string")]
    [InlineData("string?")]
    [InlineData("int")]
    [InlineData("decimal?")]
    [InlineData("bool")]
    [InlineData("DayOfWeek")]
    [InlineData("Task")]
    [InlineData("ValueTask<string>")]
    [InlineData("ContentBlock")]
    [InlineData("Task<TextContentBlock>")]
    [InlineData("ContentBlock[]")]
    [InlineData("IEnumerable<string>")]
    [InlineData("List<int?>")]
    [InlineData("CallToolResult")]
    [InlineData("JsonElement")]
    [InlineData("JsonNode?")]
    [InlineData("JsonObject")]
    public void A_result_that_can_be_written_is_wrapped(string type) => DiagnosticAssert.IsClean(ToolSource.Returning(type));
}
