using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Strings: lengths in code points, well-formed text, patterns that hold for the whole of it.</summary>
public sealed class StringTests
{
    private const string Smile = "\U0001F600";

    private static readonly LoadedTools s_tools = EchoTools.Load(
        "",
        ("plain", "string value"),
        ("unlimited", "[MaxLength] string value"),
        ("two_or_three", "[StringLength(3, MinimumLength = 2)] string value"),
        ("min", "[MinLength(2)] string value"),
        ("max", "[MaxLength(2)] string value"),
        ("length", "[Length(2, 3)] string value"),
        ("tightest", "[StringLength(10), MaxLength(2)] string value"),
        ("word", "[RegularExpression(\"[a-z]+\")] string value"),
        ("maybe", "[RegularExpression(\"[a-z]*\")] string value"),
        ("either", "[RegularExpression(\"cat|dog\")] string value"),
        ("dot", "[RegularExpression(\"a.c\")] string value"),
        ("digits", "[RegularExpression(@\"^\\d+$\")] string value"),
        ("required", "[Required] string value"),
        ("required_word", "[Required, RegularExpression(\"[a-z ]*\")] string value"),
        ("email", "[EmailAddress] string value"),
        ("url", "[Url] string value"),
        ("base64", "[Base64String] string value"),
        ("allowed", "[AllowedValues(\"a\", \"b\")] string value"),
        ("denied", "[DeniedValues(\"root\")] string value"));

    [Theory]
    [InlineData("plain", "\"\"")]
    [InlineData("plain", "\" padded \"")]
    [InlineData("unlimited", "\"x\"")]
    [InlineData("two_or_three", "\"ab\"")]
    [InlineData("two_or_three", "\"abc\"")]
    [InlineData("min", "\"ab\"")]
    [InlineData("max", "\"\"")]
    [InlineData("length", "\"abc\"")]
    [InlineData("tightest", "\"ab\"")]
    [InlineData("word", "\"abc\"")]
    [InlineData("maybe", "\"\"")]
    [InlineData("either", "\"dog\"")]
    [InlineData("dot", "\"abc\"")]
    [InlineData("digits", "\"0123\"")]
    [InlineData("required", "\" x\"")]
    [InlineData("required_word", "\" a\"")]
    [InlineData("email", "\"a@b\"")]
    [InlineData("url", "\"https://example.org/a\"")]
    [InlineData("url", "\"FTP://x\"")]
    [InlineData("base64", "\"\"")]
    [InlineData("base64", "\"YQ==\"")]
    [InlineData("allowed", "\"b\"")]
    [InlineData("denied", "\"Root\"")]
    public async Task Text_within_its_limits_is_bound_verbatim(string tool, string json) => await s_tools.BindsAsync(tool, json, json);

    [Theory]
    [InlineData("two_or_three", "\"a\"", "must be a string of 2 to 3 characters")]
    [InlineData("two_or_three", "\"abcd\"", "must be a string of 2 to 3 characters")]
    [InlineData("min", "\"a\"", "must be a string of 2 to 4096 characters")]
    [InlineData("max", "\"abc\"", "must be a string of at most 2 characters")]
    [InlineData("length", "\"abcd\"", "must be a string of 2 to 3 characters")]
    [InlineData("tightest", "\"abc\"", "must be a string of at most 2 characters")]
    [InlineData("allowed", "\"A\"", "must be one of \"a\", \"b\"")]
    [InlineData("allowed", "\"a \"", "must be one of \"a\", \"b\"")]
    [InlineData("denied", "\"root\"", "must not be \"root\"")]
    [InlineData("denied", "\"r\\u006fot\"", "must not be \"root\"")]
    [InlineData("two_or_three", "12", "must be a string of 2 to 3 characters")]
    [InlineData("two_or_three", "null", "must be a string of 2 to 3 characters")]
    [InlineData("two_or_three", "[\"ab\"]", "must be a string of 2 to 3 characters")]
    [InlineData("two_or_three", "true", "must be a string of 2 to 3 characters")]
    public async Task Text_outside_its_limits_is_refused(string tool, string json, string expected) => await s_tools.RefusesAsync(tool, json, expected);

    [Theory]
    [InlineData("word", "\"\"")]
    [InlineData("word", "\"abc\\n\"")]
    [InlineData("word", "\"abc\\r\\n\"")]
    [InlineData("word", "\"\\nabc\"")]
    [InlineData("word", "\"abc\\u0000\"")]
    [InlineData("word", "\"abC\"")]
    [InlineData("either", "\"catdog\"")]
    [InlineData("either", "\"cats\"")]
    [InlineData("dot", "\"a\\nc\"")]
    [InlineData("dot", "\"a\\u2028c\"")]
    [InlineData("digits", "\"\\u0661\"")]
    [InlineData("digits", "\"1\\n\"")]
    [InlineData("required", "\"\"")]
    [InlineData("required", "\" \\t\\n\"")]
    [InlineData("required", "\"\\u00a0\\u2003\\ufeff\"")]
    [InlineData("required_word", "\"  \"")]
    [InlineData("required_word", "\"A\"")]
    public async Task A_pattern_holds_for_the_whole_text_in_its_ECMA_meaning(string tool, string json)
    {
        string answer = await s_tools.RefuseAsync(tool, $$"""{"value":{{json}}}""");

        Assert.Contains("\n  /value: must be a string of at most 4096 characters that matches ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email", "\"a\"", "an e-mail address as in RFC 5321, such as ada@example.com, of at most 4096 characters")]
    [InlineData("email", "\"a@b@c\"", "an e-mail address as in RFC 5321, such as ada@example.com, of at most 4096 characters")]
    [InlineData("email", "\"a@b\\n\"", "an e-mail address as in RFC 5321, such as ada@example.com, of at most 4096 characters")]
    [InlineData("email", "\"a@\"", "an e-mail address as in RFC 5321, such as ada@example.com, of at most 4096 characters")]
    [InlineData("url", "\"javascript:alert(1)\"", "a URI with a scheme as in RFC 3986, such as https://example.com/a, of at most 4096 characters that matches ^(?:[hH][tT][tT][pP][sS]?|[fF][tT][pP])://")]
    [InlineData("url", "\"file:///etc/passwd\"", "a URI with a scheme as in RFC 3986, such as https://example.com/a, of at most 4096 characters that matches ^(?:[hH][tT][tT][pP][sS]?|[fF][tT][pP])://")]
    [InlineData("url", "\"http://exa mple\"", "a URI with a scheme as in RFC 3986, such as https://example.com/a, of at most 4096 characters that matches ^(?:[hH][tT][tT][pP][sS]?|[fF][tT][pP])://")]
    [InlineData("base64", "\"YQ=\"", "base64 with padding as in RFC 4648, such as aGVsbG8=, of at most 4096 characters")]
    [InlineData("base64", "\"YQ==\\n\"", "base64 with padding as in RFC 4648, such as aGVsbG8=, of at most 4096 characters")]
    [InlineData("base64", "\"Y-_=\"", "base64 with padding as in RFC 4648, such as aGVsbG8=, of at most 4096 characters")]
    [InlineData("base64", "\"YR==\"", "base64 with padding as in RFC 4648, such as aGVsbG8=, of at most 4096 characters")]
    public async Task A_format_holds_for_the_whole_text(string tool, string json, string expected) => await s_tools.RefusesAsync(tool, json, "must be " + expected);

    [Fact]
    public async Task Lengths_count_code_points()
    {
        await s_tools.AcceptAsync("two_or_three", $$"""{"value":"{{Smile}}{{Smile}}{{Smile}}"}""");
        await s_tools.AcceptAsync("two_or_three", """{"value":"\ud83d\ude00\ud83d\ude00"}""");
        await s_tools.RefusesAsync("two_or_three", $"\"{Smile}\"", "must be a string of 2 to 3 characters");
        await s_tools.RefusesAsync("two_or_three", "\"\\ud83d\\ude00\"", "must be a string of 2 to 3 characters");
        await s_tools.RefusesAsync("max", $"\"{Smile}{Smile}{Smile}\"", "must be a string of at most 2 characters");
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00\\ud800\"")]
    [InlineData("\"a\\udfff\"")]
    public async Task A_lone_surrogate_is_refused_and_no_exception(string json) => await s_tools.RefusesAsync("plain", json, "must be well-formed Unicode text");

    [Fact]
    public async Task Escapes_are_decoded()
    {
        await s_tools.BindsAsync("plain", """ "\"\\\/\b\f\n\r\t\u0041" """, """ "\u0022\\/\b\f\n\r\tA" """.Trim());
        await s_tools.BindsAsync("plain", "\"a\\u0000b\"", "\"a\\u0000b\"");
    }

    [Fact]
    public async Task A_string_without_a_length_of_its_own_has_the_default_one()
    {
        await s_tools.AcceptAsync("plain", $$"""{"value":"{{new string('x', 4096)}}"}""");
        await s_tools.AcceptAsync("unlimited", $$"""{"value":"{{new string('x', 4097)}}"}""");
        await s_tools.RefusesAsync("plain", $"\"{new string('x', 4097)}\"", "must be a string of at most 4096 characters");
    }
}
