using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Dictionaries: names are data, limited and read once; values are checked like any other.</summary>
public sealed class MapTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        "public sealed record Point(int X);",
        ("plain", "Dictionary<string, int> value"),
        ("limited", "[Length(1, 2), Keys(MinLength = 2, MaxLength = 3, Pattern = \"[a-z]+\"), Values(Minimum = 0, Maximum = 9)] IReadOnlyDictionary<string, int> value"),
        ("texts", "[Values(MaxLength = 2)] IDictionary<string, string> value"),
        ("nullable", "Dictionary<string, int?> value"),
        ("nested", "[Values(MaxLength = 1), Items(Level = 2, Minimum = 5)] Dictionary<string, int[]> value"),
        ("maps", "[Keys(Level = 2, MaxLength = 1), Values(Level = 2, Maximum = 5)] Dictionary<string, int>[] value"),
        ("objects", "System.Collections.Frozen.FrozenDictionary<string, Point> value"),
        ("sorted", "SortedDictionary<string, bool> value"),
        ("immutable", "System.Collections.Immutable.IImmutableDictionary<string, double> value"),
        ("immutable_sorted", "System.Collections.Immutable.ImmutableSortedDictionary<string, int>? value = null"),
        ("hosts", "[Keys(Format = StringFormat.Hostname)] Dictionary<string, int> value"));

    [Theory]
    [InlineData("plain", "{}", "{}")]
    [InlineData("plain", "{\"b\":1,\"\":2,\"__proto__\":3,\"A/~\":4}", "{\"b\":1,\"\":2,\"__proto__\":3,\"A/~\":4}")]
    [InlineData("plain", "{\"a\\u0000\":1}", "{\"a\\u0000\":1}")]
    [InlineData("limited", "{\"ab\":0,\"abc\":9}", "{\"ab\":0,\"abc\":9}")]
    [InlineData("texts", "{\"a\":\"xy\"}", "{\"a\":\"xy\"}")]
    [InlineData("nullable", "{\"a\":null}", "{\"a\":null}")]
    [InlineData("nested", "{\"a\":[5],\"b\":[]}", "{\"a\":[5],\"b\":[]}")]
    [InlineData("maps", "[{\"a\":5},{}]", "[{\"a\":5},{}]")]
    [InlineData("objects", "{\"p\":{\"x\":1}}", "{\"p\":{\"X\":1}}")]
    [InlineData("sorted", "{\"b\":true,\"B\":false}", "{\"B\":false,\"b\":true}")]
    [InlineData("immutable", "{\"a\":0.5}", "{\"a\":0.5}")]
    [InlineData("immutable_sorted", "{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}")]
    [InlineData("immutable_sorted", "null", "null")]
    [InlineData("hosts", "{\"a.example\":1}", "{\"a.example\":1}")]
    public async Task Entries_become_the_declared_dictionary(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("plain", "[]", "", "must be an object of at most 256 entries")]
    [InlineData("plain", "\"{}\"", "", "must be an object of at most 256 entries")]
    [InlineData("plain", "{\"a\":1,\"\\u0061\":2}", "/a", "must not be repeated")]
    [InlineData("plain", "{\"a\":\"1\"}", "/a", "must be an integer from -2147483648 to 2147483647")]
    [InlineData("plain", "{\"a\":null}", "/a", "must be an integer from -2147483648 to 2147483647")]
    [InlineData("limited", "{}", "", "must be an object of 1 to 2 entries")]
    [InlineData("limited", "{\"aa\":1,\"bb\":2,\"cc\":3}", "", "must be an object of 1 to 2 entries")]
    [InlineData("limited", "{\"a\":1}", "/a", "its name must be a string of 2 to 3 characters that matches ^[a-z]+$")]
    [InlineData("limited", "{\"abcd\":1}", "/abcd", "its name must be a string of 2 to 3 characters that matches ^[a-z]+$")]
    [InlineData("limited", "{\"AB\":1}", "/AB", "its name must be a string of 2 to 3 characters that matches ^[a-z]+$")]
    [InlineData("limited", "{\"ab\":10}", "/ab", "must be an integer from 0 to 9")]
    [InlineData("texts", "{\"a\":\"xyz\"}", "/a", "must be a string of at most 2 characters")]
    [InlineData("nested", "{\"a\":[4]}", "/a/0", "must be an integer from 5 to 2147483647")]
    [InlineData("nested", "{\"a\":[5,5]}", "/a", "must be an array of at most 1 item")]
    [InlineData("maps", "[{\"ab\":5}]", "/0/ab", "its name must be a string of at most 1 character")]
    [InlineData("maps", "[{\"a\":6}]", "/0/a", "must be an integer from -2147483648 to 5")]
    [InlineData("objects", "{\"p\":{\"y\":1,\"x\":1}}", "/p/y", "unknown argument; did you mean \"x\"?")]
    public async Task An_entry_out_of_its_limits_is_refused(string tool, string json, string under, string expected) => await s_tools.RefusesAsync(tool, json, expected, under);

    [Fact]
    public async Task A_name_that_is_no_text_is_refused()
    {
        await s_tools.RefusesAsync("plain", "{\"\\ud800\":1}", "must be well-formed Unicode text", "/\\uFFFD");
        await s_tools.RefusesAsync("hosts", "{\"-a\":1}", "its name must be a host name as in RFC 1123, such as api.example.com, of at most 4096 characters", "/-a");
    }

    [Theory]
    [InlineData("limited", """{"type":"object","additionalProperties":{"type":"integer","minimum":0,"maximum":9},"propertyNames":{"type":"string","minLength":2,"maxLength":3,"pattern":"^[a-z]+$"},"minProperties":1,"maxProperties":2}""")]
    [InlineData("hosts", """{"type":"object","additionalProperties":{"type":"integer","minimum":-2147483648,"maximum":2147483647},"propertyNames":{"type":"string","maxLength":4096,"format":"hostname"},"maxProperties":256}""")]
    public void The_schema_says_the_limits(string tool, string schema) => SchemaAssert.IsArgument(s_tools, tool, schema);
}
