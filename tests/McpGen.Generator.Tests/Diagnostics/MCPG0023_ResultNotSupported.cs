namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0023_ResultNotSupported
{
    private const string Id = "MCPG0023";

    private const string CouldBeAnything = "it could be anything; use a record, or mark the tool [ReflectedResult]";
    private const string Framework = "the framework's types show more than a caller should see; use a record with the members you need";
    private const string Tuple = "a tuple's names are not part of its type; use a record";

    private const string Types = """
        public sealed record Answer(int X, object Any);
        public sealed record Outer(string Name, List<Answer> Answers);
        public sealed class Failure : Exception;
        public sealed class Flow : System.IO.MemoryStream;
        """;

    private static readonly string s_broken = ToolSource.Returning("object");

    private static string Message(string type, string advice) => $"'Run' returns '{type}', which cannot be written strictly; {advice}";

    [Theory]
    [InlineData("object", CouldBeAnything)]
    [InlineData("object?", CouldBeAnything)]
    [InlineData("dynamic", CouldBeAnything)]
    [InlineData("object[]", CouldBeAnything)]
    [InlineData("System.Threading.Tasks.Task<object>", CouldBeAnything)]
    [InlineData("System.Collections.Generic.Dictionary<string, object>", CouldBeAnything)]
    [InlineData("(int Number, string Text)", Tuple)]
    [InlineData("System.Collections.Generic.Dictionary<int, string>", "names in JSON are strings; use string as the key")]
    [InlineData("System.Collections.Generic.KeyValuePair<string, int>", Framework)]
    [InlineData("System.Threading.Tasks.Task<System.Threading.Tasks.Task<string>>", "JSON has no tasks; use the value itself")]
    [InlineData("System.Collections.IEnumerable", "say what it holds: use IReadOnlyList<T>")]
    [InlineData("System.Collections.ArrayList", "a collection of this kind is not supported; use an array, List<T> or IReadOnlyList<T>")]
    [InlineData("System.IO.Stream", "use a string")]
    [InlineData("Flow", "use a string")]
    [InlineData("System.Exception", Framework)]
    [InlineData("Failure", "it derives from 'System.Exception', whose members would be shown too; use a record with the members you need")]
    [InlineData("System.Type", "use a string")]
    [InlineData("System.Version", "use a string")]
    [InlineData("System.Half", "use double")]
    [InlineData("System.Func<int>", "JSON has no functions")]
    [InlineData("System.Globalization.CultureInfo", Framework)]
    [InlineData("System.Lazy<int>", Framework)]
    [InlineData("System.Text.Json.JsonDocument", "use JsonElement")]
    [InlineData("Answer", "its 'Any' is of type 'object': it could be anything; use a record, or mark the tool [ReflectedResult], or [JsonIgnore] it")]
    [InlineData("Outer[]", "its 'Answers.Any' is of type 'object': it could be anything; use a record, or mark the tool [ReflectedResult], or [JsonIgnore] it")]
    public void A_result_that_cannot_be_written_is_reported(string type, string advice) =>
        DiagnosticAssert.Reports(Id, ToolSource.Returning(type, Types), Message(type, advice));

    [Fact]
    public void A_member_out_of_reach_of_a_generic_type_is_reported() => DiagnosticAssert.Reports(
        Id,
        ToolSource.Returning("Box<int>", "public sealed class Box<T> { [JsonInclude] private T? Value => default; public T? Use() => Value; }"),
        Message("Box<int>", "its 'Value' is not accessible, which cannot be read off a generic type; make it internal"));

    [Fact]
    public void A_type_that_nests_without_end_is_reported() =>
        DiagnosticAssert.Reports(Id, ToolSource.Returning("Nest<int>", "public sealed class Nest<T> { public Nest<Nest<T>>? Inner { get; } }"));

    [Theory]
    [InlineData("dynamic", "declare it as object")]
    [InlineData("Span<int>", "it cannot leave the stack; use an array or a string")]
    public void What_no_serializer_could_take_is_reported_even_so(string type, string advice) => DiagnosticAssert.Reports(
        Id, ToolSource.Holding($"[McpServerTool, ReflectedResult, Description(\"Runs.\")] public static {type} [|Run|]() => throw new NotSupportedException();"),
        Message(type == "dynamic" ? type : "System.Span<int>", advice));

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
    [InlineData("System.IO.FileAccess")]
    [InlineData("char")]
    [InlineData("byte[]")]
    [InlineData("DateTime")]
    [InlineData("string[][]")]
    [InlineData("Dictionary<string, int>")]
    [InlineData("Good")]
    [InlineData("ValueTask<Good?>")]
    [InlineData("Good[]")]
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
    public void A_result_that_can_be_written_is_wrapped(string type) => DiagnosticAssert.IsClean(ToolSource.Returning(type, "public sealed record Good(int X);"));

    [Theory]
    [InlineData("object")]
    [InlineData("Task<object?>")]
    [InlineData("(int Number, string Text)")]
    [InlineData("Dictionary<int, object>")]
    [InlineData("int")]
    public void A_reflected_result_is_wrapped(string type) =>
        DiagnosticAssert.IsClean(ToolSource.Holding($"[McpServerTool, ReflectedResult, Description(\"Runs.\")] public static {type} Run() => throw new NotSupportedException();"));

    [Fact]
    public void What_only_text_is_made_of_is_not_advertised_and_so_not_advised_on() =>
        Assert.Empty(DiagnosticAssert.IsClean(ToolSource.Returning("List<Node?>", "public sealed class Node { public Node? Next { get; } }")).Diagnostics);

    [Fact]
    public void What_is_advertised_is_advised_on() => Assert.Equal(
        ["MCPG0025", "MCPG0027"],
        DiagnosticAssert.IsClean(ToolSource.Holding(
            "[McpServerTool(UseStructuredContent = true), Description(\"Runs.\")] public static List<Node?> Run() => [];", "public sealed class Node { public Node? Next { get; } }"))
            .Diagnostics.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
}
