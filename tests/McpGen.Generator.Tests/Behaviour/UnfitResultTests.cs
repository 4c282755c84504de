using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>A result that is not what its tool declares ends in the fixed error; only the log is told where and why, and nobody the value.</summary>
public sealed class UnfitResultTests
{
    private const string Types = """
        public enum Color { Red, Green }

        [Flags] public enum Rights { Read = 1, Write = 2 }

        public sealed class Limited
        {
            [Range(1, 10)] public int Count { get; init; } = 1;
            [Range(0.5, 1.5, MaximumIsExclusive = true)] public double Ratio { get; init; } = 1;
            [Range(0.1, 0.5)] public float Part { get; init; } = 0.5f;
            [Range(typeof(decimal), "0", "9.99"), MultipleOf(0.01)] public decimal Price { get; init; }
            [StringLength(3, MinimumLength = 1)] public string Name { get; init; } = "abc";
            [RegularExpression("[a-z]*")] public string Word { get; init; } = "";
            [EmailAddress] public string? Mail { get; init; }
            [AllowedValues("a", "b")] public string Letter { get; init; } = "a";
            [DeniedValues(0, 13)] public long Number { get; init; } = 1;
            [AllowedValues(Color.Red)] public Color Color { get; init; }
            [Required] public string? Text { get; init; } = "x";
            [Required] public int? There { get; init; } = 1;
            [Length(1, 2)] public List<int> Items { get; init; } = [1];
            [UniqueItems] public string[] Tags { get; init; } = [];
            [MaxLength(1), Keys(MaxLength = 2), Values(Minimum = 0)] public Dictionary<string, int> Map { get; init; } = [];
            [Length(1, 3)] public byte[] Bytes { get; init; } = [1];
            [DeniedValues('x')] public char Sign { get; init; } = 'y';
            [MaxLength(9)] public Uri Link { get; init; } = new("urn:a");
        }

        public sealed record Names(string First, Names? Next = null);

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "circle")]
        public record Shape;

        public record Circle : Shape;

        public sealed record Ring : Circle;

        public sealed class Pairs(params string[] names) : IEnumerable<KeyValuePair<string, int>>
        {
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
            public IEnumerator<KeyValuePair<string, int>> GetEnumerator() { foreach (string name in names) yield return new(name, 1); }
        }

        public sealed record Any(JsonElement Element, JsonNode? Node = null);

        public static class Deep
        {
            public static Names Of(int depth) => depth == 1 ? new("last") : new("a", Of(depth - 1));
            public static JsonNode Node(int depth) => depth == 0 ? JsonValue.Create(1) : new JsonArray(Node(depth - 1));
        }

        public sealed class Loop { public Loop? Self => this; }
        """;

    private const string NotNull = "must not be null";
    private const string Unicode = "must be well-formed Unicode text";
    private const string Instant = "must be an instant: use DateTimeOffset, or DateTime.SpecifyKind to say that a DateTime is UTC or local";
    private const string Named = "must be a value that its enum names";
    private const string Depth = "must not nest deeper than 32 levels in all";

    private static readonly (string Name, string Type, string Code, string Under, string Expected)[] s_cases =
    [
        ("nan", "double", "double.NaN", "", "must be a finite number"),
        ("infinite", "float[]", "new[] { 1, float.NegativeInfinity }", "/1", "must be a finite number"),
        ("undefined_enum", "Color", "(Color)99", "", Named),
        ("undefined_bits", "Rights", "(Rights)5", "/1", Named),
        ("unspecified", "DateTime", "new DateTime(2026, 1, 1)", "", Instant),
        ("unspecified_inside", "List<DateTime?>", "new List<DateTime?> { null, default(DateTime) }", "/1", Instant),
        ("half_pair", "char", "'\\ud800'", "", "must be one character from U+0000 to U+FFFF"),
        ("half_text", "string[]", "new[] { \"a\", \"\\ud800\" }", "/1", Unicode),
        ("half_text_end", "string[]", "new[] { \"\\ud83d\\ude00\\udc00\" }", "/0", Unicode),
        ("half_key", "Dictionary<string, int>", "new() { [\"\\udc00a\"] = 1 }", "/\\uFFFDa", Unicode),
        ("relative_uri", "Uri", "new Uri(\"a/b\", UriKind.Relative)", "", "must be a URI with a scheme as in RFC 3986, such as https://example.com/a"),
        ("null_record", "Names", "null!", "", NotNull),
        ("null_array", "int[]", "null!", "", NotNull),
        ("null_item", "List<string>", "new List<string> { \"a\", null! }", "/1", NotNull),
        ("null_record_item", "Names[]", "new Names[] { null! }", "/0", NotNull),
        ("null_member", "Names", "new Names(\"a\", new Names(null!))", "/next/first", NotNull),
        ("null_value", "Dictionary<string, string>", "new() { [\"a/b~\"] = null! }", "/a~1b~0", NotNull),
        ("null_name", "Pairs", "new Pairs(new string[] { null! })", "", NotNull),
        ("repeated_name", "Pairs", "new Pairs(\"a\", \"a\")", "/a", "must not be repeated"),
        ("no_immutable", "System.Collections.Immutable.ImmutableArray<int>", "default", "", NotNull),
        ("null_case", "Shape[]", "new Shape[] { null! }", "/0", NotNull),
        ("unlisted", "Shape[]", "new Shape[] { new Circle(), new Ring() }", "/1", "must be of one of the types that its base lists"),
        ("unlisted_base", "Shape", "new Shape()", "", "must be of one of the types that its base lists"),
        ("deep_element", "Any", "new Any(JsonSerializer.SerializeToElement(Deep.Node(32)))", "/element", Depth),
        ("undefined_element", "Any", "new Any(default)", "/element", "must be a JSON value"),
        ("repeated_element", "Any", "new Any(JsonDocument.Parse(\"{\\\"a\\\":1,\\\"a\\\":2}\").RootElement)", "/element", "must not hold a name twice"),
        ("half_node", "Any", "new Any(JsonDocument.Parse(\"1\").RootElement, new JsonArray(\"\\ud800\"))", "/node/0", Unicode),
        ("half_node_name", "Any", "new Any(JsonDocument.Parse(\"1\").RootElement, new JsonObject { [\"\\ud800\"] = 1 })", "/node", "must be JSON with well-formed Unicode text"),
        ("range", "Limited", "new Limited { Count = 11 }", "/count", "must be an integer from 1 to 10"),
        ("exclusive", "Limited", "new Limited { Ratio = 1.5 }", "/ratio", "must be a number, at least 0.5 and less than 1.5"),
        ("single", "Limited", "new Limited { Part = 0.50001f }", "/part", "must be a number from 0.1 to 0.5"),
        ("decimal", "Limited", "new Limited { Price = 10m }", "/price", "must be a decimal number from 0 to 9.99"),
        ("multiple", "Limited", "new Limited { Price = 0.001m }", "/price", "must be a multiple of 0.01"),
        ("length", "Limited", "new Limited { Name = \"abcd\" }", "/name", "must be a string of 1 to 3 characters"),
        ("pattern", "Limited", "new Limited { Word = \"A\" }", "/word", "must be a string that matches ^[a-z]*$"),
        ("format", "Limited", "new Limited { Mail = \"a\" }", "/mail", "must be an e-mail address as in RFC 5321, such as ada@example.com"),
        ("allowed", "Limited", "new Limited { Letter = \"c\" }", "/letter", "must be one of \"a\", \"b\""),
        ("denied", "Limited", "new Limited { Number = 13 }", "/number", "must not be one of 0, 13"),
        ("allowed_enum", "Limited", "new Limited { Color = Color.Green }", "/color", Named),
        ("blank", "Limited", "new Limited { Text = \" \" }", "/text", "must be a string that matches \\S"),
        ("required_null", "Limited", "new Limited { Text = null }", "/text", NotNull),
        ("required_number", "Limited", "new Limited { There = null }", "/there", NotNull),
        ("few_items", "Limited", "new Limited { Items = [] }", "/items", "must be an array of 1 to 2 items"),
        ("many_items", "Limited", "new Limited { Items = [1, 2, 3] }", "/items", "must be an array of 1 to 2 items"),
        ("repeated_items", "Limited", "new Limited { Tags = [\"a\", \"b\", \"a\"] }", "/tags", "must not hold an item twice"),
        ("many_entries", "Limited", "new Limited { Map = new() { [\"a\"] = 1, [\"b\"] = 1 } }", "/map", "must be an object of at most 1 entry"),
        ("long_key", "Limited", "new Limited { Map = new() { [\"abc\"] = 1 } }", "/map/abc", "its name must be a string of at most 2 characters"),
        ("entry", "Limited", "new Limited { Map = new() { [\"ab\"] = -1 } }", "/map/ab", "must be an integer from 0 to 2147483647"),
        ("many_bytes", "Limited", "new Limited { Bytes = [1, 2, 3, 4] }", "/bytes", "must be base64 with padding as in RFC 4648, such as aGVsbG8=, of 1 to 3 bytes"),
        ("denied_char", "Limited", "new Limited { Sign = 'x' }", "/sign", "must not be \"x\""),
        ("long_uri", "Limited", "new Limited { Link = new(\"urn:abcdefg\") }", "/link", "must be a URI with a scheme as in RFC 3986, such as https://example.com/a, of at most 9 characters"),
        ("returned", "[return: MultipleOf(3)] int", "4", "", "must be a multiple of 3"),
        ("returned_items", "[return: Items(MaxLength = 2)] string[]", "new[] { \"abc\" }", "/0", "must be a string of at most 2 characters"),
        ("returned_text", "[return: Format(StringFormat.IPv4)] string", "\"abcd\"", "", "must be an IPv4 address, such as 192.0.2.1"),
        ("returned_null", "[return: Pattern(\"a\")] string", "null!", "", NotNull),
    ];

    private static readonly LoadedTools s_tools = ResultTools.Load(
        Types,
        [.. s_cases.Select(static one => (one.Name, one.Type, one.Code)), ("deep", "Names", "Deep.Of(33)"), ("cycle", "Loop", "new Loop()"),
         ("good", "Limited", "new Limited()"), ("deepest", "Names", "Deep.Of(32)"), ("deep_node", "Any[]", "new[] { new Any(JsonDocument.Parse(\"1\").RootElement, Deep.Node(31)) }")]);

    public static TheoryData<string> Cases => [.. s_cases.Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_ends_in_the_fixed_error(string name)
    {
        (_, _, _, string under, string expected) = s_cases.Single(one => one.Name == name);

        await s_tools.FailsAsync(name, under, expected);
    }

    [Theory]
    [InlineData("deep", "next")]
    [InlineData("cycle", "self")]
    public async Task What_nests_too_deep_or_in_itself_ends_too(string name, string member) =>
        await s_tools.FailsAsync(name, string.Concat(Enumerable.Repeat("/" + member, 32)), Depth);

    [Fact]
    public async Task What_nests_too_deep_in_a_node_ends_too()
    {
        await s_tools.FailsOnceAsync("deep_node", $"/0/node{string.Concat(Enumerable.Repeat("/0", 30))} of the result {Depth}.");

        // The object that holds it is a level too.
        await s_tools.FailsOnceAsync("deep_node_structured", $"/result/0/node{string.Concat(Enumerable.Repeat("/0", 29))} of the result {Depth}.");
    }

    [Fact]
    public async Task What_is_within_its_limits_is_returned()
    {
        await s_tools.ReturnsAsync(
            "good", """{"count":1,"ratio":1,"part":0.5,"price":0,"name":"abc","word":"","letter":"a","number":1,"color":"Red","text":"x","there":1,"items":[1],"tags":[],"map":{},"bytes":"AQ==","sign":"y","link":"urn:a"}""", isObject: true);
        Assert.Contains("last", await s_tools.AcceptAsync("deepest", "{}"), StringComparison.Ordinal);
    }
}
