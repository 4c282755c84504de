namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0014_NothingAllowed
{
    private const string Id = "MCPG0014";

    private const string NoInteger = "no integer is within the range";
    private const string NoNumber = "no number is within the range";

    private static readonly string s_broken = ToolSource.Taking("[Range(5, 1)] int [|value|]");

    private static string Message(string why) => $"The limits on 'value' exclude every value: {why}";

    [Theory]
    [InlineData("[Range(5, 1)] int [|value|]", NoInteger)]
    [InlineData("[Range(0.1, 0.9)] int [|value|]", NoInteger)]
    [InlineData("[Range(1, 2, MinimumIsExclusive = true, MaximumIsExclusive = true)] int [|value|]", NoInteger)]
    [InlineData("[Range(300, 400)] byte [|value|]", NoInteger)]
    [InlineData("[Range(-5, -1)] ulong [|value|]", NoInteger)]
    [InlineData("[Range(1e25, 1e30)] long [|value|]", NoInteger)]
    [InlineData("[Range(double.PositiveInfinity, double.NegativeInfinity)] int [|value|]", NoInteger)]
    [InlineData("[Items(Minimum = 5, Maximum = 1), MaxLength(9)] int[] [|value|]", NoInteger)]
    [InlineData("[MultipleOf(10), Range(1, 5)] int [|value|]", "no multiple of 10 is within the range")]
    [InlineData("[Range(2.0, 1.0)] double [|value|]", NoNumber)]
    [InlineData("[Range(1.0, 1.0, MaximumIsExclusive = true)] double [|value|]", NoNumber)]
    [InlineData("[Range(2.0, 1.0)] float [|value|]", NoNumber)]
    [InlineData("[Range(typeof(decimal), \"0.2\", \"0.1\")] decimal [|value|]", NoNumber)]
    [InlineData("[StringLength(1, MinimumLength = 2)] string [|value|]", "at least 2 and at most 1 characters")]
    [InlineData("[MinLength(5), MaxLength(2)] string [|value|]", "at least 5 and at most 2 characters")]
    [InlineData("[Length(5, 2)] int[] [|value|]", "at least 5 and at most 2 items")]
    [InlineData("[Items(MinLength = 5, MaxLength = 2), MaxLength(9)] string[] [|value|]", "at least 5 and at most 2 characters")]
    [InlineData("[AllowedValues(DayOfWeek.Monday), DeniedValues(DayOfWeek.Monday)] DayOfWeek [|value|]", "no member is left")]
    public void Limits_that_let_nothing_through_are_reported(string parameter, string why) => DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message(why));

    [Theory]
    [InlineData("[AllowedValues(\"a\"), DeniedValues(\"a\")] string [|value|]")]
    [InlineData("[AllowedValues(\"abc\"), MaxLength(2)] string [|value|]")]
    [InlineData("[AllowedValues(\"abc\"), RegularExpression(\"[0-9]+\")] string [|value|]")]
    [InlineData("[AllowedValues(1), DeniedValues(1)] int [|value|]")]
    [InlineData("[AllowedValues(7), Range(1, 5)] int [|value|]")]
    [InlineData("[AllowedValues(7.5), Range(1, 5)] double [|value|]")]
    public void A_list_that_the_other_limits_empty_is_reported(string parameter) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message("none of the allowed values is left"));

    [Theory]
    [InlineData("[AllowedValues(), MaxLength(9)] string [|value|]")]
    [InlineData("[AllowedValues()] int [|value|]")]
    [InlineData("[AllowedValues()] double [|value|]")]
    [InlineData("[AllowedValues()] DayOfWeek [|value|]")]
    [InlineData("[AllowedValues((string?)null), MaxLength(9)] string [|value|]")]
    [InlineData("[AllowedValues((object?)null)] int [|value|]")]
    public void A_list_that_allows_nothing_is_reported(string parameter) => DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("[Range(5, 5)] int value", "\"minimum\": 5, \"maximum\": 5")]
    [InlineData("[Range(0, 2, MinimumIsExclusive = true, MaximumIsExclusive = true)] int value", "\"minimum\": 1, \"maximum\": 1")]
    [InlineData("[Range(1, long.MaxValue)] long value", "\"minimum\": 1, \"maximum\": 9223372036854775807")]
    [InlineData("[Range(1, ulong.MaxValue)] ulong value", "\"minimum\": 1, \"maximum\": 18446744073709551615")]
    [InlineData("[Range(5, 1e25)] int value", "\"minimum\": 5, \"maximum\": 2147483647")]
    [InlineData("[Range(0.1, 0.3)] decimal value", "\"minimum\": 0.1, \"maximum\": 0.3")]
    [InlineData("[Range(double.NegativeInfinity, 0.5, MaximumIsExclusive = true)] double value", "\"exclusiveMaximum\": 0.5")]
    [InlineData("[Length(0, 0)] string value", "\"maxLength\": 0")]
    [InlineData("[AllowedValues(DayOfWeek.Monday, DayOfWeek.Friday), DeniedValues(DayOfWeek.Monday)] DayOfWeek value", "\"enum\": [\"Friday\"]")]
    public void Limits_that_let_something_through_are_in_the_schema(string parameter, string keywords) =>
        Assert.Contains(keywords, DiagnosticAssert.IsClean(ToolSource.Taking(parameter)).Wrappers, StringComparison.Ordinal);
}
