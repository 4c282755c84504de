using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0024_DefaultLimit
{
    private const string Id = "MCPG0024";

    private static readonly string s_broken = ToolSource.Taking("string [|query|]");

    private static string Length(string subject, int max) => $"'{subject}' has no length of its own; maxLength {max} applies and is advertised";

    private static string Count(string subject, int max) => $"'{subject}' has no number of items of its own; maxItems {max} applies and is advertised";

    [Fact]
    public void A_text_without_a_length_is_reported_and_wrapped() => DiagnosticAssert.Reports(Id, s_broken, Length("query", 4096));

    [Fact]
    public void A_minimum_is_no_limit() => DiagnosticAssert.Reports(Id, ToolSource.Taking("[MinLength(5000)] string [|query|]"), Length("query", 5000));

    [Fact]
    public void A_collection_without_a_count_is_reported() => DiagnosticAssert.Reports(Id, ToolSource.Taking("int[] [|ids|]"), Count("ids", 256));

    [Fact]
    public void The_items_of_a_collection_are_reported_too()
    {
        GeneratorRun run = DiagnosticAssert.IsClean(ToolSource.Taking("string[] tags"));

        Assert.Equal([Count("tags", 256), Length("tags", 4096)], run.Diagnostics.Select(static diagnostic => diagnostic.GetMessage(null)));
    }

    [Fact]
    public void A_member_is_reported_where_it_stands() =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter filter", "public sealed record Filter(string [|Name|]);"), Length("Name", 4096));

    [Theory]
    [InlineData("[assembly: ToolDefaults(MaxStringLength = 7)]", "", "")]
    [InlineData("[assembly: ToolDefaults(MaxStringLength = 9)]", ", ToolDefaults(MaxStringLength = 7)", "")]
    [InlineData("[assembly: ToolDefaults(MaxStringLength = 9)]", ", ToolDefaults(MaxStringLength = 8)", ", ToolDefaults(MaxStringLength = 7)")]
    public void The_nearest_default_is_told(string assembly, string ofClass, string ofMethod) => DiagnosticAssert.Reports(Id, $$"""
        {{assembly}}
        [McpServerToolType, PublicTool{{ofClass}}]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool{{ofMethod}}]
            public static string Run(string [|query|]) => "";
        }
        """, Length("query", 7));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void It_can_be_silenced(Silencer silencer) => DiagnosticAssert.IsSilencedBy(silencer, Id, s_broken);

    [Theory]
    [InlineData("[MaxLength(9)] string query")]
    [InlineData("[StringLength(9)] string query")]
    [InlineData("[AllowedValues(\"a\")] string query")]
    [InlineData("[MaxLength] string query")]
    [InlineData("[MaxLength(9), Items(MaxLength = 9)] string[] query")]
    [InlineData("[Length(1, 9)] int[] query")]
    public void A_stated_limit_is_clean(string parameter) => Assert.Empty(DiagnosticAssert.IsClean(ToolSource.Taking(parameter)).Diagnostics);
}
