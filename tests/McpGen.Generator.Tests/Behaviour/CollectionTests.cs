using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Arrays and the list types that stand for them, at every level.</summary>
public sealed class CollectionTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        "public enum Side { Left, Right }",
        ("array", "int[] value"),
        ("list", "List<int> value"),
        ("read_only_list", "IReadOnlyList<int> value"),
        ("read_only_collection", "IReadOnlyCollection<int> value"),
        ("enumerable", "IEnumerable<int> value"),
        ("ilist", "IList<int> value"),
        ("icollection", "ICollection<int> value"),
        ("jagged", "string[][] value"),
        ("deep", "List<IReadOnlyList<int[]>> value"),
        ("nullable_items", "int?[] value"),
        ("nullable_strings", "List<string?> value"),
        ("optional", "int[]? value = null"),
        ("counted", "[Length(1, 3)] int[] value"),
        ("min_count", "[MinLength(2)] List<string> value"),
        ("max_count", "[MaxLength(2)] IEnumerable<string> value"),
        ("string_length_counts", "[StringLength(2, MinimumLength = 1)] string[] value"),
        ("unique", "[UniqueItems] string[] value"),
        ("unique_ints", "[UniqueItems] List<int> value"),
        ("unique_doubles", "[UniqueItems] double[] value"),
        ("unique_decimals", "[UniqueItems] decimal[] value"),
        ("unique_enums", "[UniqueItems] Side[] value"),
        ("unique_nullable", "[UniqueItems] int?[] value"),
        ("items", "[Items(MinLength = 1, MaxLength = 3, Pattern = \"[a-z]+\")] string[] value"),
        ("items_numbers", "[Items(Minimum = 0, Maximum = 10, MultipleOf = 5)] int[] value"),
        ("items_decimals", "[Items(Minimum = \"0.01\", Maximum = \"0.99\")] decimal[] value"),
        ("levels", "[MaxLength(2), Items(MaxLength = 3), Items(Level = 2, MaxLength = 4)] string[][] value"),
        ("pattern_means_items", "[RegularExpression(\"[a-z]+\")] string[] value"),
        ("allowed_means_items", "[AllowedValues(1, 2)] int[] value"),
        ("email_means_items", "[EmailAddress] IReadOnlyList<string> value"));

    [Theory]
    [InlineData("array", "[1,2.0,3e0]", "[1,2,3]")]
    [InlineData("array", "[]", "[]")]
    [InlineData("list", "[1,1]", "[1,1]")]
    [InlineData("read_only_list", "[1]", "[1]")]
    [InlineData("read_only_collection", "[1]", "[1]")]
    [InlineData("enumerable", "[1]", "[1]")]
    [InlineData("ilist", "[1]", "[1]")]
    [InlineData("icollection", "[1]", "[1]")]
    [InlineData("jagged", "[[\"a\"],[],[\"b\",\"c\"]]", "[[\"a\"],[],[\"b\",\"c\"]]")]
    [InlineData("deep", "[[[1],[2]],[[]]]", "[[[1],[2]],[[]]]")]
    [InlineData("nullable_items", "[1,null]", "[1,null]")]
    [InlineData("nullable_strings", "[null,\"a\"]", "[null,\"a\"]")]
    [InlineData("optional", "null", "null")]
    [InlineData("optional", "[]", "[]")]
    [InlineData("counted", "[1,2,3]", "[1,2,3]")]
    [InlineData("string_length_counts", "[\"longer than two\"]", "[\"longer than two\"]")]
    [InlineData("unique", "[\"a\",\"A\"]", "[\"a\",\"A\"]")]
    [InlineData("unique_nullable", "[null,0]", "[null,0]")]
    [InlineData("items", "[\"abc\"]", "[\"abc\"]")]
    [InlineData("items_numbers", "[0,5,10]", "[0,5,10]")]
    [InlineData("items_decimals", "[0.01,0.99]", "[0.01,0.99]")]
    [InlineData("levels", "[[\"abcd\",\"\",\"a\"],[]]", "[[\"abcd\",\"\",\"a\"],[]]")]
    [InlineData("pattern_means_items", "[]", "[]")]
    [InlineData("allowed_means_items", "[1,2,1]", "[1,2,1]")]
    public async Task Collections_are_bound(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("array", "1", "", "must be an array of at most 256 items")]
    [InlineData("array", "\"[1]\"", "", "must be an array of at most 256 items")]
    [InlineData("array", "{\"0\":1}", "", "must be an array of at most 256 items")]
    [InlineData("array", "null", "", "must be an array of at most 256 items")]
    [InlineData("array", "[1,null]", "/1", "must be an integer from -2147483648 to 2147483647")]
    [InlineData("array", "[\"1\"]", "/0", "must be an integer from -2147483648 to 2147483647")]
    [InlineData("jagged", "[[\"a\"],\"b\"]", "/1", "must be an array of at most 256 items")]
    [InlineData("jagged", "[[\"a\"],[\"b\",1]]", "/1/1", "must be a string of at most 4096 characters")]
    [InlineData("jagged", "[[null]]", "/0/0", "must be a string of at most 4096 characters")]
    [InlineData("deep", "[[[1],[true]]]", "/0/1/0", "must be an integer from -2147483648 to 2147483647")]
    [InlineData("nullable_items", "[\"null\"]", "/0", "must be an integer from -2147483648 to 2147483647")]
    [InlineData("counted", "[]", "", "must be an array of 1 to 3 items")]
    [InlineData("counted", "[1,2,3,4]", "", "must be an array of 1 to 3 items")]
    [InlineData("min_count", "[\"a\"]", "", "must be an array of 2 to 256 items")]
    [InlineData("max_count", "[\"a\",\"b\",\"c\"]", "", "must be an array of at most 2 items")]
    [InlineData("string_length_counts", "[]", "", "must be an array of 1 to 2 items")]
    [InlineData("items", "[\"abc\",\"\"]", "/1", "must be a string of 1 to 3 characters that matches ^[a-z]+$")]
    [InlineData("items", "[\"a1\"]", "/0", "must be a string of 1 to 3 characters that matches ^[a-z]+$")]
    [InlineData("items_numbers", "[11]", "/0", "must be an integer from 0 to 10")]
    [InlineData("items_numbers", "[5,6]", "/1", "must be a multiple of 5")]
    [InlineData("items_decimals", "[1]", "/0", "must be a decimal number from 0.01 to 0.99")]
    [InlineData("levels", "[[],[],[]]", "", "must be an array of at most 2 items")]
    [InlineData("levels", "[[\"\",\"\",\"\",\"\"]]", "/0", "must be an array of at most 3 items")]
    [InlineData("levels", "[[\"abcde\"]]", "/0/0", "must be a string of at most 4 characters")]
    [InlineData("pattern_means_items", "[\"a\",\"B\"]", "/1", "must be a string of at most 4096 characters that matches ^[a-z]+$")]
    [InlineData("allowed_means_items", "[3]", "/0", "must be one of 1, 2")]
    public async Task What_a_collection_may_not_hold_is_refused_at_its_place(string tool, string json, string under, string expected) =>
        await s_tools.RefusesAsync(tool, json, expected, under);

    [Theory]
    [InlineData("unique", "[\"a\",\"b\",\"a\"]")]
    [InlineData("unique", "[\"a\",\"\\u0061\"]")]
    [InlineData("unique_ints", "[1,1.0]")]
    [InlineData("unique_ints", "[10,1e1]")]
    [InlineData("unique_doubles", "[0.0,-0.0]")]
    [InlineData("unique_doubles", "[0.5,5e-1]")]
    [InlineData("unique_decimals", "[1,1.00]")]
    [InlineData("unique_enums", "[\"Left\",\"\\u004ceft\"]")]
    [InlineData("unique_nullable", "[null,1,null]")]
    public async Task Items_that_are_equal_as_values_are_not_unique(string tool, string json) => await s_tools.RefusesAsync(tool, json, "must not hold an item twice");

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    public async Task Uniqueness_holds_for_few_items_and_for_many(int count)
    {
        string different = string.Join(",", Enumerable.Range(0, count));

        await s_tools.BindsAsync("unique_ints", $"[{different}]", $"[{different}]");
        await s_tools.RefusesAsync("unique_ints", $"[{different},{count - 1}]", "must not hold an item twice");
        await s_tools.RefusesAsync("unique_ints", $"[0,{different}]", "must not hold an item twice");
    }

    [Fact]
    public async Task A_collection_without_a_count_of_its_own_has_the_default_one()
    {
        string full = string.Join(",", Enumerable.Repeat("0", 256));

        await s_tools.AcceptAsync("array", $$"""{"value":[{{full}}]}""");
        await s_tools.RefusesAsync("array", $"[{full},0]", "must be an array of at most 256 items");
    }

    [Fact]
    public async Task Email_annotations_on_a_collection_mean_each_item()
    {
        await s_tools.AcceptAsync("email_means_items", """{"value":["a@b","c@d"]}""");
        Assert.Contains("\n  /value/1: must be ", await s_tools.RefuseAsync("email_means_items", """{"value":["a@b","c"]}"""), StringComparison.Ordinal);
    }
}
