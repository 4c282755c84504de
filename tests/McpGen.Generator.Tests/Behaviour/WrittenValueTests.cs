using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Scalars and collections as results: as text, and as structured content under a schema that allows it.</summary>
public sealed class WrittenValueTests
{
    private const string Types = """
        public enum Color { Red, [JsonStringEnumMemberName("dark green")] Green, Crimson = 0 }

        [Flags] public enum Rights { None = 0, Read = 1, Write = 2, Delete = 4, Change = Write | Delete, Look = Read | Delete }

        public sealed class Names : List<string>;

        public sealed class Odd : IEnumerable<int?>
        {
            public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
            IEnumerator<int?> IEnumerable<int?>.GetEnumerator() { yield return 1; yield return null; }
        }

        public sealed class Table : IEnumerable<KeyValuePair<string, int>>
        {
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
            public IEnumerator<KeyValuePair<string, int>> GetEnumerator() { yield return new("b", 2); yield return new("a", 1); }
        }

        """;

    private static readonly (string Name, string Type, string Code, string Json)[] s_cases =
    [
        ("bool", "bool", "false", "false"),
        ("byte", "byte", "255", "255"),
        ("long", "Task<long>", "Task.FromResult(long.MinValue)", "-9223372036854775808"),
        ("ulong", "ulong", "ulong.MaxValue", "18446744073709551615"),
        ("nint", "int?", "-5", "-5"),
        ("double", "double", "1e300", "1E+300"),
        ("least_double", "double", "double.MinValue", "-1.7976931348623157E+308"),
        ("zero_double", "double", "-0.0", "-0"),
        ("float", "float", "0.1f", "0.1"),
        ("greatest_float", "float", "float.MaxValue", "3.4028235E+38"),
        ("decimal", "decimal", "-1.50m", "-1.50"),
        ("least_decimal", "decimal", "decimal.MinValue", "-79228162514264337593543950335"),
        ("small_decimal", "decimal", "-0.0000000000000000000000000001m", "-0.0000000000000000000000000001"),
        ("enum", "Color", "Color.Green", "\"dark green\""),
        ("enum_alias", "Color?", "Color.Crimson", "\"Red\""),
        ("flags", "Rights", "Rights.Read | Rights.Write", "[\"Read\",\"Write\"]"),
        ("overlapping_flags", "Rights", "(Rights)7", "[\"Change\",\"Look\"]"),
        ("no_flags", "Rights", "Rights.None", "[]"),
        ("char", "char", "'x'", "\"x\""),
        ("guid", "Guid", "new Guid(\"0123ABCD-0123-0123-0123-0123456789AB\")", "\"0123abcd-0123-0123-0123-0123456789ab\""),
        ("offset", "DateTimeOffset", "new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(2)).AddMilliseconds(5)", "\"2026-01-31T12:00:00.005+02:00\""),
        ("instant", "DateTime", "new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc)", "\"2026-01-31T12:00:00Z\""),
        ("local", "DateTime", "new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc).ToLocalTime()", "\"2026-01-31T12:00:00Z\""),
        ("date", "DateOnly", "new DateOnly(2026, 1, 31)", "\"2026-01-31\""),
        ("time", "TimeOnly", "new TimeOnly(12, 30)", "\"12:30:00\""),
        ("duration", "TimeSpan", "TimeSpan.FromHours(26)", "\"P1DT2H\""),
        ("uri", "Uri", "new Uri(\"https://example.com/a?b#c\")", "\"https://example.com/a?b#c\""),
        ("escaped_uri", "Uri", "new Uri(\"https://example.com/\\u00e9 a\")", "\"https://example.com/%C3%A9%20a\""),
        ("bytes", "byte[]", "new byte[] { 251, 255, 1, 2 }", "\"+/8BAg==\""),
        ("no_bytes", "byte[]", "Array.Empty<byte>()", "\"\""),
        ("memory", "ReadOnlyMemory<byte>", "new byte[] { 1, 2, 3 }", "\"AQID\""),
        ("array", "int[]", "new[] { 1, 2 }", "[1,2]"),
        ("nested", "IReadOnlyList<string?[]>", "new[] { new[] { \"a\", null }, Array.Empty<string?>() }", "[[\"a\",null],[]]"),
        ("maybe_numbers", "double?[]", "new double?[] { 1.5, null }", "[1.5,null]"),
        ("lazy", "IEnumerable<Color>", "System.Linq.Enumerable.Repeat(Color.Red, 2)", "[\"Red\",\"Red\"]"),
        ("derived_list", "Names", "new Names { \"a\", \"b\" }", "[\"a\",\"b\"]"),
        ("own_enumerator", "Odd", "new Odd()", "[1,null]"),
        ("queue", "Queue<int>", "new Queue<int>(new[] { 1 })", "[1]"),
        ("set", "HashSet<string>", "new HashSet<string> { \"a\" }", "[\"a\"]"),
        ("set_of_arrays", "HashSet<int[]>", "new HashSet<int[]> { new[] { 1 }, new[] { 1 } }", "[[1],[1]]"),
        ("sorted_uris", "SortedSet<Uri>", "new SortedSet<Uri>()", "[]"),
        ("immutable", "System.Collections.Immutable.ImmutableArray<int>", "System.Collections.Immutable.ImmutableArray.Create(1)", "[1]"),
        ("durations", "List<TimeSpan>", "new List<TimeSpan> { TimeSpan.Zero }", "[\"PT0S\"]"),
    ];

    private static readonly (string Name, string Type, string Code, string Json)[] s_maps =
    [
        ("map", "Dictionary<string, int>", "new Dictionary<string, int> { [\"b/\\u00e9\"] = 1, [\"\"] = 2 }", "{\"b/\\u00E9\":1,\"\":2}"),
        ("contract_map", "IReadOnlyDictionary<string, int?>", "new Dictionary<string, int?> { [\"a\"] = null, [\"b\"] = 3 }", "{\"a\":null,\"b\":3}"),
        ("sorted_map", "SortedDictionary<string, string[]>", "new SortedDictionary<string, string[]> { [\"a\"] = new[] { \"x\" } }", "{\"a\":[\"x\"]}"),
        ("own_map", "Table", "new Table()", "{\"b\":2,\"a\":1}"),
        ("map_of_maps", "Dictionary<string, Dictionary<string, bool>>", "new() { [\"a\"] = new() { [\"a\"] = true } }", "{\"a\":{\"a\":true}}"),
    ];

    private static readonly LoadedTools s_tools = ResultTools.Load(Types, [.. s_cases.Concat(s_maps).Select(static one => (one.Name, one.Type, one.Code))]);

    public static TheoryData<string> Cases => [.. s_cases.Select(static one => one.Name)];

    public static TheoryData<string> Maps => [.. s_maps.Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_value_is_written_as_its_type_is_read(string name) => await s_tools.ReturnsAsync(name, s_cases.Single(one => one.Name == name).Json);

    [Theory]
    [MemberData(nameof(Maps))]
    public async Task A_dictionary_is_an_object_by_itself(string name) => await s_tools.ReturnsAsync(name, s_maps.Single(one => one.Name == name).Json, isObject: true);

    [Fact]
    public void Every_type_has_the_schema_that_it_has_as_an_argument_but_for_default_limits()
    {
        LoadedTools tools = LoadedTools.Of(Types + """
            [McpServerToolType, PublicTool]
            public static partial class BothWays
            {
                [McpServerTool(Name = "both", UseStructuredContent = true), Description("d")]
                [return: UniqueItems, Items(Minimum = 1, Maximum = 3, MultipleOf = 1)]
                public static int?[] Both([MaxLength, UniqueItems, Items(Minimum = 1, Maximum = 3, MultipleOf = 1)] int?[] result) => result;

                [McpServerTool(Name = "words", UseStructuredContent = true), Description("d")]
                [return: Format(StringFormat.Hostname), Pattern("^[a-z]+$")]
                public static string Words([MaxLength, Format(StringFormat.Hostname), Pattern("^[a-z]+$")] string result) => result;

                [McpServerTool(Name = "rights", UseStructuredContent = true), Description("d")]
                public static HashSet<Color> Rights(HashSet<Color> result) => result;

                [McpServerTool(Name = "unlimited", UseStructuredContent = true), Description("d")]
                [return: Keys(MaxLength = 2)]
                public static Dictionary<string, DateTime> Unlimited() => [];
            }
            """);

        foreach (string name in new[] { "both", "words" })
        {
            Assert.Equal(tools[name].ProtocolTool.InputSchema.GetRawText(), tools.OutputSchema(name).GetRawText());
        }

        Assert.Equal("""{"type":"array","items":{"type":"string","enum":["Red","dark green"]},"uniqueItems":true}""", Compact(tools, "rights").GetProperty("properties").GetProperty("result").GetRawText());
        Assert.Equal("""{"type":"object","additionalProperties":{"type":"string","format":"date-time"},"propertyNames":{"type":"string","maxLength":2}}""", Compact(tools, "unlimited").GetRawText());
    }

    [Fact]
    public async Task What_is_read_is_written_as_it_was()
    {
        LoadedTools tools = LoadedTools.Of(Types + """
            public sealed record All(
                bool Yes, sbyte Little, ulong Much, float Half, double Real, decimal Exact, string Text, char One, Color Color, Rights Rights, Guid Id, DateTimeOffset At, DateTime Instant,
                DateOnly Date, TimeOnly Time, TimeSpan Span, Uri Uri, byte[] Bytes, List<int?> Numbers, Dictionary<string, Color> Colors, All[] Inner, int? Maybe = null);

            [McpServerToolType, PublicTool]
            public static partial class Mirror
            {
                [McpServerTool(Name = "mirror", UseStructuredContent = true), Description("d")] public static All Run(All value) => value;
            }
            """);
        const string Json = """{"yes":true,"little":-1,"much":18446744073709551615,"half":0.5,"real":1E-05,"exact":0.10,"text":"a\u0022\u00E9","one":"x","color":"dark green","rights":["Read"],"id":"0123abcd-0123-0123-0123-0123456789ab","at":"2026-01-31T12:00:00+02:00","instant":"2026-01-31T12:00:00Z","date":"2026-01-31","time":"12:30:00.5","span":"-PT0.5S","uri":"urn:a","bytes":"AQID","numbers":[1,null],"colors":{"a":"Red"},"inner":[]}""";

        Assert.Equal(Json, await tools.AcceptAsync("mirror", $$"""{"value":{{Json}}}"""));
        Assert.Equal(Json.Replace("[]}", $"[{Json}]}}", StringComparison.Ordinal), await tools.AcceptAsync("mirror", $$"""{"value":{{Json.Replace("[]}", $"[{Json}]}}", StringComparison.Ordinal)}}}"""));
    }

    private static System.Text.Json.JsonElement Compact(LoadedTools tools, string name) =>
        System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(System.Text.Json.Nodes.JsonNode.Parse(tools.OutputSchema(name).GetRawText())!.ToJsonString());
}
