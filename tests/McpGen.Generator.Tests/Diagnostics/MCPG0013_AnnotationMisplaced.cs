namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0013_AnnotationMisplaced
{
    private const string Id = "MCPG0013";

    private static readonly string s_broken = ToolSource.Taking("[[|Range(1, 5)|], MaxLength(9)] string value");

    private static string Message(string attribute, string what, string subject = "value") => $"[{attribute}] on '{subject}' {what}";

    [Theory]
    [InlineData("[[|Range(1, 5)|], MaxLength(9)] string value", "Range", "string")]
    [InlineData("[[|Range(typeof(string), \"a\", \"b\")|], MaxLength(9)] string value", "Range", "string")]
    [InlineData("[[|MultipleOf(2)|], MaxLength(9)] string value", "MultipleOf", "string")]
    [InlineData("[[|UniqueItems|], MaxLength(9)] string value", "UniqueItems", "string")]
    [InlineData("[[|Items(MaxLength = 2)|], MaxLength(9)] string value", "Items", "string")]
    [InlineData("[[|AnyJson|], MaxLength(9)] string value", "AnyJson", "string")]
    [InlineData("[[|StringLength(5)|]] int value", "StringLength", "int")]
    [InlineData("[[|MinLength(5)|]] int value", "MinLength", "int")]
    [InlineData("[[|MaxLength(5)|]] int? value = null", "MaxLength", "int")]
    [InlineData("[[|Length(1, 5)|]] double value", "Length", "double")]
    [InlineData("[[|RegularExpression(\"a\")|]] decimal value", "RegularExpression", "decimal")]
    [InlineData("[[|EmailAddress|]] int value", "EmailAddress", "int")]
    [InlineData("[[|Url|]] int value", "Url", "int")]
    [InlineData("[[|Base64String|]] int value", "Base64String", "int")]
    [InlineData("[[|UniqueItems|]] int value", "UniqueItems", "int")]
    [InlineData("[[|Items(Minimum = 1)|]] int value", "Items", "int")]
    [InlineData("[[|AnyJson|]] int value", "AnyJson", "int")]
    [InlineData("[[|Range(0, 1)|]] bool value", "Range", "bool")]
    [InlineData("[[|AllowedValues(true)|]] bool value", "AllowedValues", "bool")]
    [InlineData("[[|DeniedValues(true)|]] bool value", "DeniedValues", "bool")]
    [InlineData("[[|Range(0, 1)|]] DayOfWeek value", "Range", "System.DayOfWeek")]
    [InlineData("[[|MaxLength(9)|]] DayOfWeek value", "MaxLength", "System.DayOfWeek")]
    [InlineData("[[|MaxLength(9)|]] Filter value", "MaxLength", "Filter")]
    [InlineData("[[|UniqueItems|]] Filter value", "UniqueItems", "Filter")]
    [InlineData("[[|MaxLength(9)|], AnyJson] JsonElement value", "MaxLength", "System.Text.Json.JsonElement")]
    [InlineData("[[|Range(0, 1)|], MaxLength(9)] int[] value", "Range", "int[]")]
    [InlineData("[[|MultipleOf(2)|], MaxLength(9)] int[] value", "MultipleOf", "int[]")]
    [InlineData("[[|RegularExpression(\"a\")|], MaxLength(9)] int[] value", "RegularExpression", "int")]
    [InlineData("[[|EmailAddress|], MaxLength(9)] int[] value", "EmailAddress", "int")]
    [InlineData("[[|AllowedValues(true)|], MaxLength(9)] bool[] value", "AllowedValues", "bool")]
    [InlineData("[[|Items(MinLength = 3)|], MaxLength(9)] int[] value", "Items", "int")]
    [InlineData("[[|Items(Pattern = \"a\")|], MaxLength(9)] int[] value", "Items", "int")]
    [InlineData("[[|Items(Pattern = \"a\")|], MaxLength(9)] bool[] value", "Items", "bool")]
    [InlineData("[[|Items(Minimum = 1)|], MaxLength(9)] Filter[] value", "Items", "Filter")]
    [InlineData("[[|Items(Minimum = 1, MaxLength = 3)|], MaxLength(9)] int[][] value", "Items", "int[]")]
    [InlineData("[[|Items(MultipleOf = 2, MaxLength = 3)|], MaxLength(9)] int[][] value", "Items", "int[]")]
    [InlineData("[Items(MaxLength = 3), [|Items(Level = 3, Minimum = 1)|], MaxLength(9)] int[][] value", "Items", "int")]
    public void An_annotation_that_its_type_cannot_have_is_reported(string parameter, string attribute, string type) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter, "public sealed record Filter(int X);"), Message(attribute, $"does not fit the type '{type}'"));

    [Fact]
    public void An_annotation_on_items_of_text_that_only_numbers_can_have_is_reported() => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("[[|Items(Minimum = 1, MaxLength = 3)|], MaxLength(9)] string[] value"), Message("Items", "does not fit the type 'string'"));

    [Theory]
    [InlineData("public sealed record Filter([[|Range(1, 5)|]] bool Value);")]
    [InlineData("public sealed record Filter([property: [|Range(1, 5)|]] bool Value);")]
    [InlineData("public sealed class Filter { [[|Range(1, 5)|]] public bool Value { get; set; } }")]
    public void An_annotation_on_a_member_is_reported_where_it_stands(string type) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter filter", type), Message("Range", "does not fit the type 'bool'", "Value"));

    [Theory]
    [InlineData("[Range(double.NaN, 5)] int [|value|]", "has a bound that is no number")]
    [InlineData("[Range(typeof(int), \"a\", \"5\")] int [|value|]", "has a bound that is no number")]
    [InlineData("[Range(typeof(DateTime), \"2020-01-01\", \"2021-01-01\")] int [|value|]", "has a bound that is no number")]
    [InlineData("[Range(double.NaN, 5)] double [|value|]", "has a bound that the type cannot have")]
    [InlineData("[Range(1, double.NaN)] float [|value|]", "has a bound that the type cannot have")]
    [InlineData("[Range(double.PositiveInfinity, double.NegativeInfinity)] double [|value|]", "has a bound that the type cannot have")]
    [InlineData("[Range(1e30, double.MaxValue)] decimal [|value|]", "has a bound that the type cannot have")]
    [InlineData("[Range(typeof(decimal), \"0,1\", \"0,5x\")] decimal [|value|]", "has a bound that the type cannot have")]
    public void A_bound_that_is_none_is_reported(string parameter, string what) => DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message("Range", what));

    [Theory]
    [InlineData("[[|StringLength(-5)|]] string value", "StringLength")]
    [InlineData("[[|StringLength(5, MinimumLength = -1)|]] string value", "StringLength")]
    [InlineData("[[|MinLength(-1)|]] string value", "MinLength")]
    [InlineData("[[|MaxLength(-2)|]] string value", "MaxLength")]
    [InlineData("[[|Length(-1, 5)|]] string value", "Length")]
    [InlineData("[[|Length(1, -1)|]] string value", "Length")]
    [InlineData("[[|MinLength(-1)|]] int[] value", "MinLength")]
    [InlineData("[[|Items(MaxLength = -1)|], MaxLength(9)] string[] value", "Items")]
    [InlineData("[[|Items(MinLength = -1)|], MaxLength(9)] string[] value", "Items")]
    public void A_negative_length_is_reported(string parameter, string attribute) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message(attribute, "has a negative length"));

    [Theory]
    [InlineData("[AllowedValues(\"a\", 1), MaxLength(9)] string [|value|]", "AllowedValues", "lists a value that is no well-formed string")]
    [InlineData("[DeniedValues(1), MaxLength(9)] string [|value|]", "DeniedValues", "lists a value that is no well-formed string")]
    [InlineData("[AllowedValues(1, \"2\")] int [|value|]", "AllowedValues", "lists a value that the type cannot have")]
    [InlineData("[AllowedValues(1, 1.5)] int [|value|]", "AllowedValues", "lists a value that the type cannot have")]
    [InlineData("[AllowedValues(1, 256)] byte [|value|]", "AllowedValues", "lists a value that the type cannot have")]
    [InlineData("[DeniedValues(-1)] uint [|value|]", "DeniedValues", "lists a value that the type cannot have")]
    [InlineData("[AllowedValues(1.5, double.NaN)] double [|value|]", "AllowedValues", "lists a value that the type cannot have")]
    [InlineData("[AllowedValues(DayOfWeek.Monday, 1)] DayOfWeek [|value|]", "AllowedValues", "names 1, which is no member of 'System.DayOfWeek'")]
    [InlineData("[AllowedValues(DayOfWeek.Monday, (DayOfWeek)9)] DayOfWeek [|value|]", "AllowedValues", "names 9, which is no member of 'System.DayOfWeek'")]
    [InlineData("[DeniedValues(\"Monday\")] DayOfWeek [|value|]", "DeniedValues", "names \"Monday\", which is no member of 'System.DayOfWeek'")]
    public void A_listed_value_that_the_type_cannot_have_is_reported(string parameter, string attribute, string what) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message(attribute, what));

    [Theory]
    [InlineData("[MultipleOf(0)] int [|value|]")]
    [InlineData("[MultipleOf(-2)] int [|value|]")]
    [InlineData("[MultipleOf(double.NaN)] double [|value|]")]
    [InlineData("[MultipleOf(1e-20)] double [|value|]")]
    [InlineData("[MultipleOf(long.MaxValue)] long [|value|]")]
    [InlineData("[Items(MultipleOf = 0), MaxLength(9)] int[] [|value|]")]
    [InlineData("[Items(MultipleOf = \"two\"), MaxLength(9)] int[] [|value|]")]
    public void A_divisor_that_is_none_is_reported(string parameter) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message("MultipleOf", "must name a number greater than 0 of at most 18 digits"));

    [Theory]
    [InlineData("[UniqueItems, MaxLength(9)] Filter[] [|value|]")]
    [InlineData("[UniqueItems, MaxLength(9), Items(MaxLength = 2)] int[][] [|value|]")]
    [InlineData("[UniqueItems, MaxLength(9), AnyJson] JsonElement[] [|value|]")]
    public void Unique_items_that_are_no_scalars_are_reported(string parameter) => DiagnosticAssert.Reports(
        Id, ToolSource.Taking(parameter, "public sealed record Filter(int X);"), Message("UniqueItems", "compares scalars only; give the items a key and check it in the method"));

    [Theory]
    [InlineData("[[|Items(Level = 0, MaxLength = 3)|], MaxLength(9)] bool[] value")]
    [InlineData("[[|Items(Level = -1, MaxLength = 3)|], MaxLength(9)] bool[] value")]
    [InlineData("[Items(Minimum = 1), [|Items(Minimum = 2)|], MaxLength(9)] int[] value")]
    public void A_level_of_items_that_is_none_or_named_twice_is_reported(string parameter) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message("Items", "must name each level, from 1, at most once"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_class_that_is_left_out_without_a_reason_is_reported(string reason) => DiagnosticAssert.Reports(
        Id, $"[McpServerToolType, [|NotHardened(\"{reason}\")|]] public class Tools {{ [McpServerTool] public static string Run() => \"\"; }}", Message("NotHardened", "must say why", "Tools"));

    [Fact]
    public void An_unmarked_class_that_is_left_out_without_a_reason_is_reported() => DiagnosticAssert.Reports(
        Id, "[[|NotHardened(\"\")|]] public class Tools { [McpServerTool] public static string Run() => \"\"; }", Message("NotHardened", "must say why", "Tools"));

    [Theory]
    [InlineData("MaxStringLength = 0", "MaxStringLength", int.MaxValue)]
    [InlineData("MaxItems = -1", "MaxItems", int.MaxValue)]
    [InlineData("MaxDepth = 0", "MaxDepth", 61)]
    [InlineData("MaxDepth = 62", "MaxDepth", 61)]
    [InlineData("MaxArgumentBytes = 0", "MaxArgumentBytes", int.MaxValue)]
    [InlineData("MaxResultBytes = 0", "MaxResultBytes", int.MaxValue)]
    public void A_default_limit_out_of_range_is_reported(string setting, string property, int greatest)
    {
        string tool = $"[McpServerTool, Description(\"Runs.\"), [|ToolDefaults({setting})|]] public static string Run() => \"\";";
        DiagnosticAssert.Reports(Id, ToolSource.Holding(tool), Message("ToolDefaults", $"must set {property} to 1 to {greatest}", "Run"));
    }

    [Theory]
    [InlineData("[assembly: [|ToolDefaults(MaxItems = 0)|]]", "")]
    [InlineData("", ", [|ToolDefaults(MaxItems = 0)|]")]
    public void A_default_limit_out_of_range_is_reported_wherever_it_stands(string assembly, string ofClass) => DiagnosticAssert.Reports(Id, $$"""
        {{assembly}}
        [McpServerToolType, PublicTool{{ofClass}}]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static string Run() => "";
        }
        """, Message("ToolDefaults", $"must set MaxItems to 1 to {int.MaxValue}", "Run"));

    [Theory]
    [InlineData("[|IgnoreArguments(\"chatInput\", \"limit\")|]", "limit")]
    [InlineData("[|IgnoreArguments(\"\")|]", "")]
    public void An_ignored_name_that_the_tool_declares_is_reported(string attribute, string name) => DiagnosticAssert.Reports(
        Id, ToolSource.Holding($"[McpServerTool, Description(\"Runs.\"), {attribute}] public static string Run(int limit) => \"\";"),
        Message("IgnoreArguments", $"cannot ignore '{name}', which the tool declares", "Run"));

    [Theory]
    [InlineData("McpMeta(\"a\", JsonValue = \"{\")")]
    [InlineData("McpMeta(\"a\", JsonValue = \"1 2\")")]
    [InlineData("McpMeta(\"a\", double.NaN)")]
    public void Meta_that_is_no_json_is_reported(string attribute) => DiagnosticAssert.Reports(
        Id, ToolSource.Holding($"[McpServerTool, Description(\"Runs.\"), [|{attribute}|]] public static string Run() => \"\";"), Message("McpMeta", "must have a value that is JSON", "Run"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("[Range(1, 5)] int value", "\"minimum\": 1, \"maximum\": 5")]
    [InlineData("[StringLength(5)] string value", "\"maxLength\": 5")]
    [InlineData("[MaxLength, StringLength(5)] string value", "\"maxLength\": 5")]
    [InlineData("[StringLength(5), MaxLength] string value", "\"maxLength\": 5")]
    [InlineData("[Items(Minimum = 1), MaxLength(9)] long[] value", "\"minimum\": 1")]
    [InlineData("[Items(MaxLength = 3, Pattern = \"a\"), MaxLength(9)] string[] value", "\"maxLength\": 3, \"pattern\": \"^a$\"")]
    [InlineData("[Items(MaxLength = 3), Items(Level = 2, Minimum = 1), MaxLength(9)] int[][] value", "\"items\": { \"type\": \"array\", \"items\": { \"type\": \"integer\", \"minimum\": 1, \"maximum\": 2147483647 }, \"maxItems\": 3 }")]
    [InlineData("[AllowedValues(DayOfWeek.Monday, DayOfWeek.Friday)] DayOfWeek value", "\"enum\": [\"Monday\", \"Friday\"]")]
    [InlineData("[MultipleOf(0.01)] decimal value", "\"multipleOf\": 0.01")]
    [InlineData("[UniqueItems, MaxLength(9)] int[] value", "\"maxItems\": 9, \"uniqueItems\": true")]
    public void An_annotation_that_fits_is_in_the_schema(string parameter, string keywords) =>
        Assert.Contains(keywords, DiagnosticAssert.IsClean(ToolSource.Taking(parameter)).Wrappers, StringComparison.Ordinal);
}
