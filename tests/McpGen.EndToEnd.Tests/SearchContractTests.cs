using System.Text.Json;
using McpGen.EndToEnd.Tests.Harness;
using McpGen.EndToEnd.Tests.Tools;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace McpGen.EndToEnd.Tests;

/// <summary>
/// The contract in one tool: <c>query: string 1..200 ^[a-zA-Z0-9 ,.\-]+$, limit: 1..100 = 10, sort: enum, tags: at most 10 unique strings
/// of at most 32, filter: { minPrice >= 0, maxPrice &lt;= 1e6, category: enum }</c>. Answers are compared whole, so that nothing of the
/// caller's can be in one.
/// </summary>
public sealed class SearchContractTests : IAsyncDisposable
{
    private const string Query = @"/query: must be a string of 1 to 200 characters that matches ^[a-zA-Z0-9 ,.\-]+$";
    private const string Limit = "/limit: must be an integer from 1 to 100";
    private const string Sort = """/sort: must be one of "relevance", "newest" """;
    private const string Tags = "/tags: must be an array of at most 10 items";
    private const string MinPrice = "/filter/minPrice: must be a number, at least 0";
    private const string FinitePrice = "/filter/minPrice: must be a finite number, at least 0";
    private const string MaxPrice = "/filter/maxPrice: must be a number, at most 1000000";
    private const string Category = """/filter/category: must be one of "books", "music" """;

    private static readonly Dictionary<string, (string Arguments, string[] Violations)> s_refused = new()
    {
        ["an unknown name"] = ("""{"query":"lamp","colour":"red"}""", ["/colour: unknown argument"]),
        ["a misspelt name"] = ("""{"qurey":"lamp"}""", ["""/qurey: unknown argument; did you mean "query"?""", "/query: is required"]),
        ["a name in another case"] = ("""{"Query":"lamp"}""", ["""/Query: unknown argument; did you mean "query"?""", "/query: is required"]),
        ["a name in upper case"] = ("""{"query":"lamp","LIMIT":5}""", ["""/LIMIT: unknown argument; did you mean "limit"?"""]),
        ["a name with a space"] = ("""{"query":"lamp","limit ":5}""", ["""/limit : unknown argument; did you mean "limit"?"""]),
        ["a name with NUL"] = ("""{"query":"lamp","limit\u0000":5}""", ["""/limit\u0000: unknown argument; did you mean "limit"?"""]),
        ["a name with a long s"] = ("""{"query":"lamp","\u017Fort":"newest"}""", ["""/\u017Fort: unknown argument; did you mean "sort"?"""]),
        ["an empty name"] = ("""{"query":"lamp","":5}""", ["/: unknown argument"]),
        ["a path of names"] = ("""{"query":"lamp","filter.minPrice":5,"filter/minPrice":5}""", ["/filter.minPrice: unknown argument", "/filter~1minPrice: unknown argument"]),
        ["the name of the class"] = ("""{"query":"lamp","entered":5,"__proto__":{},"_meta":{}}""", ["/entered: unknown argument", "/__proto__: unknown argument", "/_meta: unknown argument"]),

        ["nothing"] = ("{}", ["/query: is required"]),
        ["null for query"] = ("""{"query":null}""", [Query]),
        ["an empty query"] = ("""{"query":""}""", [Query]),
        ["201 characters"] = ($$"""{"query":"{{Letters(201)}}"}""", [Query]),
        ["a newline at the end"] = ("""{"query":"abc\n"}""", [Query]),
        ["a newline in the middle"] = ("""{"query":"a\nb"}""", [Query]),
        ["a letter beyond ASCII"] = ("""{"query":"caf\u00e9"}""", [Query]),
        ["a digit beyond ASCII"] = ("""{"query":"\u0663"}""", [Query]),
        ["a Kelvin sign"] = ("""{"query":"\u212A"}""", [Query]),
        ["the text of an escape"] = ("""{"query":"a\\u0062"}""", [Query]),
        ["NUL in a query"] = ("""{"query":"a\u0000"}""", [Query]),
        ["a number for query"] = ("""{"query":5}""", [Query]),
        ["an array for query"] = ("""{"query":["lamp"]}""", [Query]),

        ["500"] = ("""{"query":"lamp","limit":500}""", [Limit]),
        ["101"] = ("""{"query":"lamp","limit":101}""", [Limit]),
        ["0"] = ("""{"query":"lamp","limit":0}""", [Limit]),
        ["-1"] = ("""{"query":"lamp","limit":-1}""", [Limit]),
        ["text of 5"] = ("""{"query":"lamp","limit":"5"}""", [Limit]),
        ["text of NaN"] = ("""{"query":"lamp","limit":"NaN"}""", [Limit]),
        ["true"] = ("""{"query":"lamp","limit":true}""", [Limit]),
        ["5.5"] = ("""{"query":"lamp","limit":5.5}""", [Limit]),
        ["5.0000000000000000000000000001"] = ("""{"query":"lamp","limit":5.0000000000000000000000000001}""", [Limit]),
        ["100.1"] = ("""{"query":"lamp","limit":100.1}""", [Limit]),
        ["1e400"] = ("""{"query":"lamp","limit":1e400}""", [Limit]),
        ["1e-400"] = ("""{"query":"lamp","limit":1e-400}""", [Limit]),
        ["one more than an int holds and comes around to 1"] = ("""{"query":"lamp","limit":4294967297}""", [Limit]),
        ["an array for limit"] = ("""{"query":"lamp","limit":[5]}""", [Limit]),

        ["a number for sort"] = ("""{"query":"lamp","sort":1}""", [Sort]),
        ["the text of a number for sort"] = ("""{"query":"lamp","sort":"1"}""", [Sort]),
        ["two names for sort"] = ("""{"query":"lamp","sort":"newest, relevance"}""", [Sort]),
        ["a name in upper case for sort"] = ("""{"query":"lamp","sort":"NEWEST"}""", [Sort]),
        ["the C# name for sort"] = ("""{"query":"lamp","sort":"Newest"}""", [Sort]),
        ["an empty sort"] = ("""{"query":"lamp","sort":""}""", [Sort]),

        ["a tag twice"] = ("""{"query":"lamp","tags":["red","blue","red"]}""", ["/tags: must not hold an item twice"]),
        ["a tag twice, once escaped"] = ("""{"query":"lamp","tags":["red","r\u0065d"]}""", ["/tags: must not hold an item twice"]),
        ["11 tags"] = ("""{"query":"lamp","tags":["a","b","c","d","e","f","g","h","i","j","k"]}""", [Tags]),
        ["33 characters in a tag"] = ($$"""{"query":"lamp","tags":["red","{{Letters(33)}}"]}""", ["/tags/1: must be a string of at most 32 characters"]),
        ["null for a tag"] = ("""{"query":"lamp","tags":[null]}""", ["/tags/0: must be a string of at most 32 characters"]),
        ["a number for a tag"] = ("""{"query":"lamp","tags":["red",5]}""", ["/tags/1: must be a string of at most 32 characters"]),
        ["text for tags"] = ("""{"query":"lamp","tags":"red"}""", [Tags]),
        ["an object for tags"] = ("""{"query":"lamp","tags":{"0":"red","length":1}}""", [Tags]),

        ["a negative price"] = ("""{"query":"lamp","filter":{"minPrice":-0.01}}""", [MinPrice]),
        ["a negative price below every double"] = ("""{"query":"lamp","filter":{"minPrice":-1e400}}""", [FinitePrice]),
        ["a price above every double"] = ("""{"query":"lamp","filter":{"minPrice":1e400}}""", [FinitePrice]),
        ["a price too high"] = ("""{"query":"lamp","filter":{"maxPrice":1000000.01}}""", [MaxPrice]),
        ["a price as text"] = ("""{"query":"lamp","filter":{"maxPrice":"5"}}""", [MaxPrice]),
        ["NaN for a price"] = ("""{"query":"lamp","filter":{"maxPrice":"NaN"}}""", [MaxPrice]),
        ["a category in another case"] = ("""{"query":"lamp","filter":{"category":"Books"}}""", [Category]),
        ["a number for a category"] = ("""{"query":"lamp","filter":{"category":0}}""", [Category]),
        ["an unknown member"] = ("""{"query":"lamp","filter":{"minprice":5}}""", ["""/filter/minprice: unknown argument; did you mean "minPrice"?"""]),
        ["an array for filter"] = ("""{"query":"lamp","filter":[]}""", ["/filter: must be an object"]),
        ["text for filter"] = ("""{"query":"lamp","filter":"{}"}""", ["/filter: must be an object"]),

        ["an argument twice"] = ("""{"query":"lamp","query":"lamp"}""", ["/query: must not be repeated"]),
        ["an argument twice, once escaped"] = ("""{"limit":5,"query":"lamp","l\u0069mit":5}""", ["/limit: must not be repeated"]),
        ["an argument twice, once null"] = ("""{"query":"lamp","sort":null,"sort":"newest"}""", ["/sort: must not be repeated"]),
        ["a member twice"] = ("""{"query":"lamp","filter":{"minPrice":5,"maxPrice":6,"minPrice":5}}""", ["/filter/minPrice: must not be repeated"]),
        ["a member twice, once escaped"] = ("""{"query":"lamp","filter":{"minPrice":5,"m\u0069nPrice":5}}""", ["/filter/minPrice: must not be repeated"]),

        ["everything at once"] = ("""{"query":"a_b","limit":"5","sort":"NEWEST","tags":["red","red"],"filter":{"minPrice":-1,"maxPrice":1e7,"category":"x"},"more":1}""",
            [Query, Limit, Sort, "/tags: must not hold an item twice", MinPrice, MaxPrice, Category, "/more: unknown argument"]),
    };

    private static readonly Dictionary<string, (string Arguments, string Bound)> s_accepted = new()
    {
        ["only what is required"] = ("""{"query":"lamp"}""", "query lamp; limit 10; sort Relevance; tags none; filter none"),
        ["everything"] = ("""{"query":"red lamp, No. 5-a","limit":100,"sort":"newest","tags":["red","blue"],"filter":{"minPrice":0.5,"maxPrice":1e6,"category":"music"}}""",
            "query red lamp, No. 5-a; limit 100; sort Newest; tags red+blue; filter 0.5 to 1000000 of Music"),
        ["arguments in another order"] = ("""{"filter":{"category":"books"},"limit":1,"query":"lamp"}""", "query lamp; limit 1; sort Relevance; tags none; filter  to  of Books"),
        ["5.0"] = ("""{"query":"lamp","limit":5.0}""", "query lamp; limit 5; sort Relevance; tags none; filter none"),
        ["1e1"] = ("""{"query":"lamp","limit":1e1}""", "query lamp; limit 10; sort Relevance; tags none; filter none"),
        ["500e-1"] = ("""{"query":"lamp","limit":500e-1}""", "query lamp; limit 50; sort Relevance; tags none; filter none"),
        ["null for what is optional"] = ("""{"query":"lamp","limit":null,"sort":null,"tags":null,"filter":null}""", "query lamp; limit 10; sort Relevance; tags none; filter none"),
        ["null for what is optional in an object"] = ("""{"query":"lamp","filter":{"minPrice":null,"maxPrice":null,"category":null}}""", "query lamp; limit 10; sort Relevance; tags none; filter  to  of "),
        ["empty ones"] = ("""{"query":" ","tags":[],"filter":{}}""", "query  ; limit 10; sort Relevance; tags ; filter  to  of "),
        ["200 characters"] = ($$"""{"query":"{{Letters(200)}}"}""", $"query {Letters(200)}; limit 10; sort Relevance; tags none; filter none"),
        ["escaped letters"] = ("""{"qu\u0065ry":"l\u0061mp","sort":"n\u0065west"}""", "query lamp; limit 10; sort Newest; tags none; filter none"),
        ["32 code points beyond the basic plane"] = ($$"""{"query":"lamp","tags":["{{Lamps(32)}}"]}""", $"query lamp; limit 10; sort Relevance; tags {Lamps(32)}; filter none"),
        ["tags that differ in case"] = ("""{"query":"lamp","tags":["a","A"]}""", "query lamp; limit 10; sort Relevance; tags a+A; filter none"),
        ["the bounds of a price"] = ("""{"query":"lamp","filter":{"minPrice":0,"maxPrice":1000000.0}}""", "query lamp; limit 10; sort Relevance; tags none; filter 0 to 1000000 of "),
    };

    private readonly LocalServer _server = new(static builder => builder.WithHardenedTools<SearchTools>());

    public static TheoryData<string, string> Refused => [.. s_refused.Keys.SelectMany(static name => new[] { (name, Protocol.WithHandshake), (name, Protocol.Stateless) })];

    public static TheoryData<string> RefusedFromAClient => [.. s_refused.Where(static pair => CanBeSent(pair.Value.Arguments)).Select(static pair => pair.Key)];

    public static TheoryData<string> Accepted => [.. s_accepted.Keys];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(Refused))]
    public async Task A_bad_value_is_refused_with_what_is_expected_and_the_method_is_not_entered(string name, string version)
    {
        (string arguments, string[] violations) = s_refused[name];
        Wire wire = await _server.OpenAsync(version);

        Assert.Equal(Refusal(violations), (await wire.CallAsync("search", arguments)).Refused());
        Assert.Equal(0, _server.Entered.Count);
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(RefusedFromAClient))]
    public async Task A_bad_value_is_refused_to_the_official_client_too(string name)
    {
        (string arguments, string[] violations) = s_refused[name];
        await using McpClient client = await _server.ConnectAsync();

        CallToolResult result = await client.CallToolAsync("search", JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments));

        Assert.True(result.IsError);
        Assert.Equal(Refusal(violations), Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        Assert.Equal(0, _server.Entered.Count);
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(Accepted))]
    public async Task A_good_value_arrives_as_it_is_meant(string name)
    {
        (string arguments, string bound) = s_accepted[name];
        Wire wire = await _server.OpenAsync();

        Assert.Equal(bound, (await wire.CallAsync("search", arguments)).Accepted());
        Assert.Equal(1, _server.Entered.Count);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_schema_says_what_is_accepted()
    {
        Wire wire = await _server.OpenAsync();

        JsonElement tool = Assert.Single((await wire.RequestAsync("tools/list", "{}")).Result.GetProperty("tools").EnumerateArray());

        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse("""
                {
                  "type": "object",
                  "properties": {
                    "query": { "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[a-zA-Z0-9 ,.\\-]+$", "description": "Words to look for." },
                    "limit": { "type": "integer", "minimum": 1, "maximum": 100, "default": 10, "description": "How many articles to return." },
                    "sort": { "type": "string", "enum": ["relevance", "newest"], "default": "relevance", "description": "In which order." },
                    "tags": { "type": "array", "items": { "type": "string", "maxLength": 32 }, "maxItems": 10, "uniqueItems": true, "description": "Tags that every article has." },
                    "filter": {
                      "type": "object",
                      "properties": {
                        "minPrice": { "type": "number", "minimum": 0, "description": "The lowest price." },
                        "maxPrice": { "type": "number", "maximum": 1000000, "description": "The highest price." },
                        "category": { "type": "string", "enum": ["books", "music"], "description": "The category." }
                      },
                      "additionalProperties": false,
                      "description": "What to look at."
                    }
                  },
                  "required": ["query"],
                  "additionalProperties": false
                }
                """),
            tool.GetProperty("inputSchema")), tool.GetRawText());
    }

    /// <summary>Whether the client's dictionary can hold the arguments: one that is there twice it cannot.</summary>
    private static bool CanBeSent(string arguments) =>
        JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!.Count == JsonElement.Parse(arguments).GetPropertyCount();

    private static string Refusal(string[] violations) =>
        $"Invalid arguments for search: {violations.Length} {(violations.Length == 1 ? "violation" : "violations")}\n{string.Join('\n', violations.Select(static violation => "  " + violation.TrimEnd()))}";

    private static string Letters(int count) => new('a', count);

    private static string Lamps(int count) => string.Concat(Enumerable.Repeat("\U0001F4A1", count));
}
