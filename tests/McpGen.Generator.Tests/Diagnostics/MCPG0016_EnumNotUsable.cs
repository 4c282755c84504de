namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0016_EnumNotUsable
{
    private const string Id = "MCPG0016";

    private static readonly string s_broken = ToolSource.Taking("Sort [|sort|]", "public enum Sort;");

    private static string Unusable(string member) => $"has a member '{member}' whose JSON name is empty, or begins or ends with white space, or holds control characters or half a surrogate pair";

    [Fact]
    public void An_enum_without_members_is_reported() => DiagnosticAssert.Reports(Id, s_broken, "The enum 'Sort' has no members");

    [Theory]
    [InlineData("A, [JsonStringEnumMemberName(\"A\")] B", "A")]
    [InlineData("[JsonStringEnumMemberName(\"x\")] A, [JsonStringEnumMemberName(\"x\")] B, C", "x")]
    public void Two_members_of_one_name_are_reported(string members, string name) => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Sort [|sort|]", $"public enum Sort {{ {members} }}"), $"The enum 'Sort' has two members that are named '{name}' in JSON");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a\\nb")]
    public void A_name_that_cannot_be_seen_is_reported(string name) => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Sort [|sort|]", $"public enum Sort {{ [JsonStringEnumMemberName(\"{name}\")] A, B }}"), $"The enum 'Sort' {Unusable("A")}");

    [Fact]
    public void An_enum_of_items_is_reported() => DiagnosticAssert.Reports(Id, ToolSource.Taking("[MaxLength(3)] Sort[] [|sort|]", "public enum Sort;"), "The enum 'Sort' has no members");

    [Fact]
    public void An_enum_of_a_member_is_reported_where_it_stands() =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter filter", "public enum Sort; public sealed record Filter(Sort [|Sort|]);"), "The enum 'Sort' has no members");

    [Fact]
    public void An_enum_that_is_returned_is_reported() => DiagnosticAssert.Reports(Id, ToolSource.Returning("Sort", "public enum Sort;"), "The enum 'Sort' has no members");

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("public enum Sort { A, B }", "[\"A\", \"B\"]")]
    [InlineData("public enum Sort { A = 1, B = 1, a = 2 }", "[\"A\", \"B\", \"a\"]")]
    [InlineData("public enum Sort : ulong { [JsonStringEnumMemberName(\"to be or not\")] A = ulong.MaxValue, B = 0 }", "[\"to be or not\", \"B\"]")]
    [InlineData("public enum Sort : sbyte { [JsonStringEnumMemberName(\"B\")] A = -1, [JsonStringEnumMemberName(\"A\")] B }", "[\"B\", \"A\"]")]
    public void Different_names_are_in_the_schema(string type, string names) =>
        Assert.Contains($"\"sort\": {{ \"type\": \"string\", \"enum\": {names}", DiagnosticAssert.IsClean(ToolSource.Taking("Sort sort", type)).Wrappers, StringComparison.Ordinal);
}
