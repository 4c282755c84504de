using McpGen.Generator.Tests.Harness;
using McpGen.Invocation;
using ModelContextProtocol.Protocol;
using NJsonSchema;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>
/// An independent validator reads every schema and agrees with the check. It knows older drafts only: it refuses 5.0 for an integer,
/// counts UTF-16 and lets a pattern end before a newline, so the table leaves those out.
/// </summary>
public sealed class SchemaAgreementTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        """
        public enum Color { Red, [JsonStringEnumMemberName("dark green")] Green }

        public sealed record Point([Range(0, 9)] int X, [Range(-1.5, 1.5, MaximumIsExclusive = true)] double Y = 1, Color? Color = null);
        """,
        ("int", "[Range(1, 100), MultipleOf(5)] int value"),
        ("byte", "byte value"),
        ("allowed", "[AllowedValues(1, 2)] int value"),
        ("denied", "[DeniedValues(1, 2)] int value"),
        ("double", "[Range(0.5, 2.5, MinimumIsExclusive = true)] double value"),
        ("bool", "bool value"),
        ("string", "[StringLength(3, MinimumLength = 1)] string value"),
        ("word", "[RegularExpression(\"[a-z]*\")] string value"),
        ("required", "[Required] string value"),
        ("letter", "[AllowedValues(\"a\", \"b\")] string value"),
        ("no_root", "[DeniedValues(\"root\")] string value"),
        ("color", "Color value"),
        ("array", "[Length(1, 3), UniqueItems, Items(MaxLength = 2)] string[] value"),
        ("jagged", "[Items(MaxLength = 1), Items(Level = 2, Minimum = 0)] int[][] value"),
        ("nullable_items", "int?[] value"),
        ("object", "Point value"),
        ("objects", "[MinLength(1)] Point[] value"),
        ("any", "[AnyJson] JsonElement value"),
        ("email", "[EmailAddress] string value"),
        ("base64", "[Base64String] string value"));

    private static readonly string[] s_instances =
    [
        "0", "1", "2", "5", "100", "105", "-1", "255", "256", "1.5", "0.5", "2.5", "2.51", "true", "false", "null",
        "\"\"", "\" \"", "\"a\"", "\"b\"", "\"abc\"", "\"abcd\"", "\"aB\"", "\"root\"", "\"Red\"", "\"red\"", "\"Green\"", "\"dark green\"", "\"5\"", "\"true\"", "\"null\"",
        "\"a@b.example\"", "\"YQ==\"", "\"YQ=\"", "[]", "[\"a\"]", "[\"a\",\"a\"]", "[\"a\",\"b\",\"c\"]", "[\"a\",\"b\",\"c\",\"d\"]", "[\"abc\"]", "[1]", "[null]", "[1,null,2]", "[[1]]", "[[-1]]", "[[1,2]]", "[[]]", "[[null]]",
        "{}", "{\"x\":1}", "{\"x\":10}", "{\"X\":1}", "{\"x\":1,\"y\":-1.5}", "{\"x\":1,\"y\":1.5}", "{\"x\":1,\"color\":\"Red\"}", "{\"x\":1,\"color\":\"Blue\"}", "{\"x\":1,\"z\":1}",
        "[{\"x\":1}]", "[{\"x\":1},{}]", "[{\"x\":1},{\"x\":1}]", "[{\"x\":\"1\"}]", "{\"value\":1}",
    ];

    public static TheoryData<string> Tools => [.. s_tools.All.Select(static tool => tool.Name)];

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task The_schema_and_the_check_accept_the_same_values(string tool)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(s_tools[tool].ProtocolTool.InputSchema.GetRawText());
        int accepted = 0;
        foreach (string instance in s_instances)
        {
            string arguments = $$"""{"value":{{instance}}}""";
            bool bySchema = schema.Validate(arguments).Count == 0;
            CallToolResult result = await s_tools.CallAsync(tool, arguments);

            Assert.True(bySchema == result.IsError is not true, $"{tool}: {instance} is {(bySchema ? "valid" : "invalid")} by its schema, but the check says {(result.IsError is true ? "no" : "yes")}.");
            accepted += bySchema ? 1 : 0;
        }

        Assert.InRange(accepted, 1, s_instances.Length - (tool == "any" ? 0 : 1));
    }

    [Theory]
    [MemberData(nameof(SchemaTests.Classes), MemberType = typeof(SchemaTests))]
    public async Task An_independent_reader_understands_every_schema(string testClass)
    {
        foreach (HardenedTool tool in SchemaTests.Load(testClass).All)
        {
            string text = tool.ProtocolTool.InputSchema.GetRawText();
            JsonSchema schema = await JsonSchema.FromJsonAsync(text);

            Assert.Equal(tool.ProtocolTool.InputSchema.GetProperty("properties").EnumerateObject().Select(static property => property.Name), schema.Properties.Keys);
            Assert.False(schema.AllowAdditionalProperties);
        }
    }
}
