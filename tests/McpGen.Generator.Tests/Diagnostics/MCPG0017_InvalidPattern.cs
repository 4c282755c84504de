namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>Each construct that is refused has its test beside the pattern parser; here is what a developer gets to see of it.</summary>
public sealed class MCPG0017_InvalidPattern
{
    private const string Id = "MCPG0017";

    private static readonly string s_broken = Taking("a(?=b)");

    private static string Taking(string pattern) => ToolSource.Taking($"[[|RegularExpression(@\"{pattern}\")|], MaxLength(9)] string value");

    private static string Message(int position, string why, string subject = "value") => $"The pattern of '{subject}' is not usable at position {position}: {why}";

    [Theory]
    [InlineData("a(?=b)", 1, "the look-ahead '(?=' has no exact equivalent")]
    [InlineData("(?<!a)b", 0, "the look-behind '(?<!' has no exact equivalent")]
    [InlineData(@"(a)\1", 3, @"the back-reference '\1' has no exact equivalent")]
    [InlineData(@".\bword", 1, @"the word boundary '\b' cannot be decided here: what stands on one side of it can be a word character as well as none; put it between parts that are always one or the other")]
    [InlineData("(?i)word", 0, "the inline option '(?i' has no exact equivalent")]
    [InlineData("ab(c", 2, "the group is not closed")]
    [InlineData("ab)c", 2, "the ')' closes no group")]
    [InlineData("*a", 0, "the quantifier has nothing to repeat")]
    public void A_pattern_that_one_dialect_lacks_is_reported_with_the_construct(string pattern, int position, string why) =>
        DiagnosticAssert.Reports(Id, Taking(pattern), Message(position, why));

    [Theory]
    [InlineData("[[|Items(Pattern = \"a(?=b)\", MaxLength = 3)|], MaxLength(9)] string[] value")]
    [InlineData("[[|RegularExpression(\"a(?=b)\")|], Items(MaxLength = 3), MaxLength(9)] string[] value")]
    public void A_pattern_of_items_is_reported(string parameter) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message(1, "the look-ahead '(?=' has no exact equivalent"));

    [Fact]
    public void A_pattern_of_a_member_is_reported_where_it_stands() => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Filter filter", "public sealed record Filter([[|RegularExpression(\"a(?=b)\")|], MaxLength(9)] string Name);"),
        Message(1, "the look-ahead '(?=' has no exact equivalent", "Name"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("^[a-z0-9 ,.-]+$")]
    [InlineData("(?:ab|cd){2,3}")]
    [InlineData("")]
    public void A_pattern_that_both_dialects_know_is_wrapped(string pattern) => DiagnosticAssert.IsClean(Taking(pattern));
}
