namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0009_InvalidName
{
    private const string Id = "MCPG0009";

    private const string Broken = """
        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool(Name = "run it")]
            public static string [|Run|]() => "";
        }
        """;

    private static readonly string s_64 = new('a', 64);
    private static readonly string s_128 = new('a', 128);

    private static string Message(string name, string kind, int longest) => $"'{name}' is not a valid {kind}; use 1 to {longest} of A-Z a-z 0-9 _ . -";

    private static string Named(string name) => Broken.Replace("run it", name, StringComparison.Ordinal);

    [Theory]
    [InlineData("run it")]
    [InlineData("")]
    [InlineData("run/it")]
    [InlineData("r\u00fcn")]
    [InlineData("run\\n")]
    public void A_tool_name_is_reported(string name) =>
        DiagnosticAssert.Reports(Id, Named(name), Message(name.Replace("\\n", "\n", StringComparison.Ordinal), "tool name", 128));

    [Fact]
    public void A_tool_name_that_is_too_long_is_reported() => DiagnosticAssert.Reports(Id, Named(s_128 + "a"), Message(s_128 + "a", "tool name", 128));

    [Fact]
    public void A_tool_name_made_from_the_method_is_reported() =>
        DiagnosticAssert.Reports(Id, ToolSource.Holding("[McpServerTool, Description(\"Runs.\")] public static string [|\u6d4b\u8bd5|]() => \"\";"), Message("\u6d4b\u8bd5", "tool name", 128));

    [Theory]
    [InlineData("gr\u00f6\u00dfe")]
    [InlineData("\u6d4b")]
    public void An_argument_name_is_reported(string name) => DiagnosticAssert.Reports(Id, ToolSource.Taking($"int [|{name}|]"), Message(name, "argument name", 64));

    [Fact]
    public void An_argument_name_that_is_too_long_is_reported() =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking($"int [|{s_64}a|]"), Message(s_64 + "a", "argument name", 64));

    [Theory]
    [InlineData("public sealed record Filter([property: JsonPropertyName(\"a b\")] int A);", "a b")]
    [InlineData("public sealed record Filter([property: JsonPropertyName(\"\")] int A);", "")]
    [InlineData("public sealed record Filter([property: JsonPropertyName(\"$ref\")] int A);", "$ref")]
    [InlineData("public sealed class Filter { public int Gr\u00f6\u00dfe { get; set; } }", "gr\u00f6\u00dfe")]
    public void A_property_name_is_reported(string type, string name) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter [|filter|]", type), Message(name, "property name", 64));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, Broken);

    [Fact]
    public void Names_up_to_the_limits_are_wrapped() => DiagnosticAssert.IsClean($$"""
        public sealed record Filter([property: JsonPropertyName("{{s_64}}")] int A, [property: JsonPropertyName("a-B.c_1")] int B);

        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool(Name = "{{s_128}}")]
            public static string Run(Filter filter, int {{s_64}}, int @class) => "";

            /// <summary>Walks.</summary>
            [McpServerTool(Name = "Walk.the-dog_1")]
            public static string Walk() => "";
        }
        """);
}
