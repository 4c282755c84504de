using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>The tool that the promises are usually told with, called as a message would call it.</summary>
public sealed class SearchToolTests
{
    private const string Source = """
        public enum Sort { [JsonStringEnumMemberName("relevance")] Relevance, [JsonStringEnumMemberName("newest")] Newest }

        public enum Category { [JsonStringEnumMemberName("books")] Books, [JsonStringEnumMemberName("music")] Music }

        public sealed record Filter([Range(0, double.PositiveInfinity)] double? MinPrice = null, [Range(double.NegativeInfinity, 1e6)] double? MaxPrice = null, Category? Category = null);

        [McpServerToolType, PublicTool]
        public static partial class ShopTools
        {
            public static int Calls;

            /// <summary>Searches the shop.</summary>
            [McpServerTool]
            public static string Search(
                [StringLength(200, MinimumLength = 1), RegularExpression(@"^[a-zA-Z0-9 ,.\-]+$")] string query,
                [Range(1, 100)] int limit = 10,
                Sort sort = Sort.Relevance,
                [MaxLength(10), UniqueItems, Items(MaxLength = 32)] string[]? tags = null,
                Filter? filter = null)
            {
                Calls++;
                return $"{query} {limit} {sort} {tags?.Length} {filter?.MinPrice} {filter?.Category}";
            }
        }
        """;

    private static readonly LoadedTools s_tools = LoadedTools.Of(Source);

    private static int Calls => (int)s_tools.Assembly.GetType("ShopTools")!.GetField("Calls")!.GetValue(null)!;

    [Theory]
    [InlineData("""{"query":"abc"}""", "abc 10 Relevance   ")]
    [InlineData("""{"query":"abc","limit":5.0}""", "abc 5 Relevance   ")]
    [InlineData("""{"query":"abc","limit":1e1}""", "abc 10 Relevance   ")]
    [InlineData("""{"query":"abc","limit":null,"tags":null,"filter":null}""", "abc 10 Relevance   ")]
    [InlineData("""{"query":"abc","sort":"newest","tags":["a","b"],"filter":{"minPrice":0,"category":"music"}}""", "abc 10 Newest 2 0 Music")]
    public async Task What_the_schema_allows_reaches_the_method(string arguments, string expected) =>
        Assert.Equal(expected, await s_tools.AcceptAsync("search", arguments));

    [Theory]
    [InlineData("""{"query":"abc","other":1}""", "/other: unknown argument")]
    [InlineData("""{"query":"abc","Query":"abc"}""", "/Query: unknown argument; did you mean \"query\"?")]
    [InlineData("""{"query":"abc","limit":500}""", "/limit: must be an integer from 1 to 100")]
    [InlineData("""{"query":"abc","limit":-1}""", "/limit: must be an integer from 1 to 100")]
    [InlineData("""{"query":"abc\n"}""", "/query: must be a string of 1 to 200 characters that matches ")]
    [InlineData("""{"query":""}""", "/query: must be a string of 1 to 200 characters that matches ")]
    [InlineData("""{"query":"abc","sort":1}""", "/sort: must be one of \"relevance\", \"newest\"")]
    [InlineData("""{"query":"abc","sort":"newest, relevance"}""", "/sort: must be one of")]
    [InlineData("""{"query":"abc","sort":"NEWEST"}""", "/sort: must be one of")]
    [InlineData("""{"query":"abc","limit":"5"}""", "/limit: must be an integer")]
    [InlineData("""{"query":"abc","limit":"NaN"}""", "/limit: must be an integer")]
    [InlineData("""{"query":"abc","limit":true}""", "/limit: must be an integer")]
    [InlineData("""{"query":"abc","limit":5.5}""", "/limit: must be an integer")]
    [InlineData("""{"query":null}""", "/query: must be a string")]
    [InlineData("""{}""", "/query: is required")]
    [InlineData("""{"query":"abc","tags":["a","a"]}""", "/tags: must not hold an item twice")]
    [InlineData("""{"query":"abc","tags":["a",1]}""", "/tags/1: must be a string of at most 32 characters")]
    [InlineData("""{"query":"abc","query":"abd"}""", "/query: must not be repeated")]
    [InlineData("""{"query":"abc","\u0071uery":"abd"}""", "/query: must not be repeated")]
    [InlineData("""{"query":"abc","filter":{"minPrice":1,"minPrice":1}}""", "/filter/minPrice: must not be repeated")]
    [InlineData("""{"query":"abc","filter":{"minPrice":1,"min\u0050rice":1}}""", "/filter/minPrice: must not be repeated")]
    [InlineData("""{"query":"abc","filter":{"minPrice":-0.5}}""", "/filter/minPrice: must be a number, at least 0")]
    [InlineData("""{"query":"abc","filter":{"maxPrice":1e7}}""", "/filter/maxPrice: must be a number, at most 1000000")]
    [InlineData("""{"query":"abc","filter":{"maxPrice":-1e400}}""", "/filter/maxPrice: must be a finite number")]
    [InlineData("""{"query":"abc","filter":{"catgory":"books"}}""", "/filter/catgory: unknown argument; did you mean \"category\"?")]
    [InlineData("""{"query":"abc","filter":[]}""", "/filter: must be an object")]
    [InlineData("""{"query":"abc","limit":1e400}""", "/limit: must be an integer")]
    public async Task What_it_does_not_allow_is_refused_before_the_method(string arguments, string expected)
    {
        int before = Calls;

        string answer = await s_tools.RefuseAsync("search", arguments);

        Assert.Contains("\n  " + expected, answer, StringComparison.Ordinal);
        Assert.Contains(": 1 violation\n", answer, StringComparison.Ordinal);
        Assert.Equal(before, Calls);
    }

    [Fact]
    public async Task All_violations_are_reported_at_once()
    {
        string answer = await s_tools.RefuseAsync("search", """{"qurey":"a","limit":0,"tags":["x","x"],"filter":{"minPrice":"1","y":1}}""");

        Assert.Equal("""
            Invalid arguments for search: 6 violations
              /qurey: unknown argument; did you mean "query"?
              /limit: must be an integer from 1 to 100
              /tags: must not hold an item twice
              /filter/minPrice: must be a number, at least 0
              /filter/y: unknown argument
              /query: is required
            """, answer);
    }
}
