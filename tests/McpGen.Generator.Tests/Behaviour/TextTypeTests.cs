using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Types that are written as text: read in exactly one form, whatever the culture.</summary>
public sealed class TextTypeTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        "",
        ("char", "char value"),
        ("vowel", "[AllowedValues('a', 'e', 'o')] char value = 'e'"),
        ("guid", "Guid value"),
        ("instant", "DateTimeOffset value"),
        ("utc", "DateTime value"),
        ("date", "DateOnly value"),
        ("time", "TimeOnly value"),
        ("duration", "TimeSpan value"),
        ("uri", "Uri value"),
        ("short_uri", "[StringLength(20), RegularExpression(\"https:.*\")] Uri value"),
        ("listed_uri", "[AllowedValues(\"https://a.example/\", \"https://b.example/\")] Uri value"),
        ("bytes", "byte[] value"),
        ("four_to_five", "[Length(4, 5)] byte[] value"),
        ("six", "[MaxLength(6)] ReadOnlyMemory<byte> value"),
        ("memory", "Memory<byte>? value = null"),
        ("dates", "[UniqueItems, MaxLength(3)] DateOnly[] value"),
        ("nullable", "TimeSpan? value"));

    [Theory]
    [InlineData("char", "\"x\"", "\"x\"")]
    [InlineData("char", "\"\\u00e4\"", "\"\\u00E4\"")]
    [InlineData("vowel", "\"a\"", "\"a\"")]
    [InlineData("listed_uri", "\"https://b.example/\"", "\"https://b.example/\"")]
    [InlineData("guid", "\"6F9619FF-8B86-D011-B42D-00CF4FC964FF\"", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"")]
    [InlineData("guid", "\"6f9619ff-8b86-d011-b42d-00cf4fc964f\\u0066\"", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"")]
    [InlineData("instant", "\"2026-01-31T12:00:00+02:00\"", "\"2026-01-31T12:00:00+02:00\"")]
    [InlineData("instant", "\"2024-02-29t23:59:59.1234567z\"", "\"2024-02-29T23:59:59.1234567+00:00\"")]
    [InlineData("utc", "\"2026-01-31T12:00:00+02:00\"", "\"2026-01-31T10:00:00Z\"")]
    [InlineData("date", "\"2024-02-29\"", "\"2024-02-29\"")]
    [InlineData("time", "\"23:59:59.5\"", "\"23:59:59.5000000\"")]
    [InlineData("duration", "\"P1DT2H\"", "\"1.02:00:00\"")]
    [InlineData("duration", "\"-PT0.5S\"", "\"-00:00:00.5000000\"")]
    [InlineData("duration", "\"P2W\"", "\"14.00:00:00\"")]
    [InlineData("uri", "\"https://example.com/a?b#c\"", "\"https://example.com/a?b#c\"")]
    [InlineData("uri", "\"urn:isbn:0451450523\"", "\"urn:isbn:0451450523\"")]
    [InlineData("short_uri", "\"https://a.example/\"", "\"https://a.example/\"")]
    [InlineData("bytes", "\"\"", "\"\"")]
    [InlineData("bytes", "\"AAEC/w==\"", "\"AAEC/w==\"")]
    [InlineData("four_to_five", "\"AAECAw==\"", "\"AAECAw==\"")]
    [InlineData("four_to_five", "\"AAECAwQ=\"", "\"AAECAwQ=\"")]
    [InlineData("six", "\"AAECAwQF\"", "\"AAECAwQF\"")]
    [InlineData("memory", "\"AA==\"", "\"AA==\"")]
    [InlineData("memory", "null", "null")]
    [InlineData("dates", "[\"2024-02-29\",\"2024-03-01\"]", "[\"2024-02-29\",\"2024-03-01\"]")]
    [InlineData("nullable", "null", "null")]
    public async Task A_text_in_its_form_is_bound(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("char", "\"\"")]
    [InlineData("char", "\"xy\"")]
    [InlineData("char", "\"\\ud83d\\ude00\"")]
    [InlineData("char", "\"\\ud83d\"")]
    [InlineData("char", "5")]
    [InlineData("vowel", "\"i\"")]
    [InlineData("guid", "\"{6f9619ff-8b86-d011-b42d-00cf4fc964ff}\"")]
    [InlineData("guid", "\"6f9619ff8b86d011b42d00cf4fc964ff\"")]
    [InlineData("guid", "\"urn:uuid:6f9619ff-8b86-d011-b42d-00cf4fc964ff\"")]
    [InlineData("instant", "\"2026-01-31T12:00:00\"")]
    [InlineData("instant", "\"2026-01-31 12:00:00Z\"")]
    [InlineData("instant", "\"2023-02-29T12:00:00Z\"")]
    [InlineData("instant", "\"1998-12-31T23:59:60Z\"")]
    [InlineData("instant", "\"2026-01-31T12:00:00.12345678Z\"")]
    [InlineData("utc", "\"2026-01-31\"")]
    [InlineData("date", "\"2026-1-31\"")]
    [InlineData("date", "\"31.01.2026\"")]
    [InlineData("time", "\"24:00:00\"")]
    [InlineData("time", "\"12:00:00Z\"")]
    [InlineData("duration", "\"P1Y\"")]
    [InlineData("duration", "\"PT\"")]
    [InlineData("duration", "\"01:00:00\"")]
    [InlineData("duration", "\"P99999999999D\"")]
    [InlineData("uri", "\"/relative\"")]
    [InlineData("uri", "\"https://exa mple.com\"")]
    [InlineData("uri", "\"https://example.com/\\u00e4\"")]
    [InlineData("short_uri", "\"https://a.example/too/long\"")]
    [InlineData("short_uri", "\"http://a.example/\"")]
    [InlineData("listed_uri", "\"https://c.example/\"")]
    [InlineData("listed_uri", "\"HTTPS://a.example/\"")]
    [InlineData("bytes", "\"AAE\"")]
    [InlineData("bytes", "\"AA-_\"")]
    [InlineData("bytes", "\"AB==\"")]
    [InlineData("bytes", "[0,1]")]
    [InlineData("four_to_five", "\"AAEC\"")]
    [InlineData("four_to_five", "\"AAECAwQF\"")]
    [InlineData("six", "\"AAECAwQFBg==\"")]
    [InlineData("dates", "[\"2024-02-29\",\"2024-02-29\"]")]
    public async Task Anything_else_is_refused_with_one_violation(string tool, string json)
    {
        string answer = await s_tools.RefuseAsync(tool, $$"""{"value":{{json}}}""");

        Assert.StartsWith($"Invalid arguments for {tool}: 1 violation\n  /value", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("char", """{"type":"string","minLength":1,"maxLength":1,"pattern":"^[\\u0000-\\uffff]$"}""")]
    [InlineData("vowel", """{"type":"string","minLength":1,"maxLength":1,"pattern":"^[\\u0000-\\uffff]$","enum":["a","e","o"],"default":"e"}""")]
    [InlineData("guid", """{"type":"string","format":"uuid"}""")]
    [InlineData("instant", """{"type":"string","format":"date-time"}""")]
    [InlineData("utc", """{"type":"string","format":"date-time"}""")]
    [InlineData("date", """{"type":"string","format":"date"}""")]
    [InlineData("uri", """{"type":"string","maxLength":4096,"format":"uri"}""")]
    [InlineData("listed_uri", """{"type":"string","format":"uri","enum":["https://a.example/","https://b.example/"]}""")]
    [InlineData("short_uri", """{"type":"string","maxLength":20,"format":"uri","pattern":"^https:.*$"}""")]
    [InlineData("six", """{"type":"string","maxLength":8,"contentEncoding":"base64","pattern":"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?$"}""")]
    public void The_schema_says_the_form(string tool, string schema) => SchemaAssert.IsArgument(s_tools, tool, schema);

    [Fact]
    public async Task A_default_holds_when_the_argument_is_absent() => Assert.Equal("\"e\"", await s_tools.AcceptAsync("vowel", "{}"));
}
