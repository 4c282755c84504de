namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0025_NullInSchema
{
    private const string Id = "MCPG0025";

    private static readonly string s_broken = ToolSource.Taking("[MaxLength(9)] int?[] [|values|]");

    private static string Message(string subject) => $"'{subject}' advertises null as a value, which some clients cannot read; make it optional or not nullable where that is what you mean";

    [Theory]
    [InlineData("[MaxLength(9)] int?[] [|values|]")]
    [InlineData("[MaxLength(9), Items(MaxLength = 9)] string?[] [|values|]")]
    [InlineData("[MaxLength(9)] List<DayOfWeek?> [|values|]")]
    [InlineData("[MaxLength(9), Items(MaxLength = 9)] int[]?[] [|values|]")]
    public void A_nullable_item_is_reported_and_wrapped(string parameter) => DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message("values"));

    [Theory]
    [InlineData("public sealed class Filter { public required int? [|Value|] { get; set; } }")]
    [InlineData("public sealed class Filter { [JsonRequired] public int? [|Value|] { get; set; } }")]
    public void A_nullable_member_that_must_be_there_is_reported_where_it_stands(string type) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter filter", type), Message("Value"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void It_can_be_silenced(Silencer silencer) => DiagnosticAssert.IsSilencedBy(silencer, Id, s_broken);

    [Theory]
    [InlineData("int? value")]
    [InlineData("int? value = null")]
    [InlineData("[Required] int? value")]
    [InlineData("[MaxLength(9)] int[] value")]
    [InlineData("[MaxLength(9), AnyJson] JsonElement?[] value")]
    public void A_null_that_counts_as_absent_or_is_none_is_clean(string parameter) => Assert.Empty(DiagnosticAssert.IsClean(ToolSource.Taking(parameter)).Diagnostics);
}
