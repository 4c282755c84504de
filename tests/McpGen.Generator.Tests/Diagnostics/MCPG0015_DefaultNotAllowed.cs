namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0015_DefaultNotAllowed
{
    private const string Id = "MCPG0015";

    private const string NotOfType = "it is not of the type";
    private const string TextRefused = "the text is refused by them";
    private const string NoMember = "no allowed member has this value";

    private static readonly string s_broken = ToolSource.Taking("[Range(1, 5)] int [|value|] = 9");

    private static string Message(string why) => $"The default of 'value' is not one of the values its limits allow: {why}";

    [Theory]
    [InlineData("[Range(1, 5)] int [|value|] = 9", "9 is refused by them")]
    [InlineData("[Range(1, 5)] int? [|value|] = 9", "9 is refused by them")]
    [InlineData("[Range(1, 5)] int [|value|] = default", "0 is refused by them")]
    [InlineData("[Range(1, 5), DefaultValue(9)] int [|value|]", "9 is refused by them")]
    [InlineData("[MultipleOf(2)] int [|value|] = 3", "3 is refused by them")]
    [InlineData("[AllowedValues(1, 2)] int [|value|] = 3", "3 is refused by them")]
    [InlineData("[DeniedValues(3)] int [|value|] = 3", "3 is refused by them")]
    [InlineData("[Range(0.0, 1.0)] double [|value|] = 1.5", "1.5 is refused by them")]
    [InlineData("[Range(0.0, 1.0, MaximumIsExclusive = true)] float [|value|] = 1", "1 is refused by them")]
    [InlineData("[MultipleOf(0.5)] double [|value|] = 0.3", "0.3 is refused by them")]
    [InlineData("[Range(0.0, 1.0)] decimal [|value|] = 1.5m", "1.5 is refused by them")]
    [InlineData("double [|value|] = double.NaN", NotOfType)]
    [InlineData("float [|value|] = float.PositiveInfinity", NotOfType)]
    [InlineData("[MaxLength(3)] string [|value|] = \"abcd\"", TextRefused)]
    [InlineData("[MinLength(1), MaxLength(3)] string [|value|] = \"\"", TextRefused)]
    [InlineData("[RegularExpression(\"[a-z]+\"), MaxLength(3)] string [|value|] = \"A\"", TextRefused)]
    [InlineData("[AllowedValues(\"a\", \"b\")] string [|value|] = \"c\"", TextRefused)]
    [InlineData("[DeniedValues(\"a\"), MaxLength(3)] string [|value|] = \"a\"", TextRefused)]
    [InlineData("DayOfWeek [|value|] = (DayOfWeek)9", NoMember)]
    [InlineData("[AllowedValues(DayOfWeek.Monday)] DayOfWeek [|value|] = DayOfWeek.Friday", NoMember)]
    [InlineData("[DefaultValue(\"5\")] int [|value|]", NotOfType)]
    [InlineData("[DefaultValue(true)] int [|value|]", NotOfType)]
    [InlineData("[DefaultValue(\"5\")] decimal [|value|]", NotOfType)]
    [InlineData("[DefaultValue(5), MaxLength(3)] string [|value|]", NotOfType)]
    [InlineData("[DefaultValue(1)] bool [|value|]", NotOfType)]
    [InlineData("[DefaultValue(\"a\"), MaxLength(3)] int[] [|value|]", NotOfType)]
    public void A_default_that_a_caller_could_not_send_is_reported(string parameter, string why) => DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message(why));

    [Theory]
    [InlineData("[DefaultValue(1.5)] int [|value|]")]
    [InlineData("[DefaultValue(\"Monday\")] DayOfWeek [|value|]")]
    public void A_default_of_another_type_is_reported(string parameter) => DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter));

    [Theory]
    [InlineData("public sealed record Filter([Range(1, 5)] int [|Value|] = 9);")]
    [InlineData("public sealed class Filter { [Range(1, 5), DefaultValue(9)] public int [|Value|] { get; set; } }")]
    public void A_default_of_a_member_is_reported_where_it_stands(string type) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter filter", type), "The default of 'Value' is not one of the values its limits allow: 9 is refused by them");

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("[Range(1, 5)] int value = 5", "\"default\": 5")]
    [InlineData("[Range(0.0, 1.0)] double value = 0.5", "\"default\": 0.5")]
    [InlineData("decimal value = 1.50m", "\"default\": 1.50")]
    [InlineData("[StringLength(3, MinimumLength = 1)] string value = \"abc\"", "\"default\": \"abc\"")]
    [InlineData("[AllowedValues(DayOfWeek.Monday)] DayOfWeek value = DayOfWeek.Monday", "\"default\": \"Monday\"")]
    [InlineData("[DefaultValue(5), Range(1, 5)] long value", "\"default\": 5")]
    [InlineData("[Range(1, 5)] int? value = null", "\"minimum\": 1, \"maximum\": 5")]
    [InlineData("bool value = true", "\"default\": true")]
    public void A_default_within_the_limits_is_in_the_schema(string parameter, string keyword) =>
        Assert.Contains(keyword, DiagnosticAssert.IsClean(ToolSource.Taking(parameter)).Wrappers, StringComparison.Ordinal);
}
