using System.Text.Json;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>[CommandArgument], [Identifier] and [PlainText]: what each promises, character by character, alone and beside other limits.</summary>
public sealed class TextGuardTests
{
    private const string Operand = "an operand and not an option: not empty, no hyphen or @ first, no control characters, no line breaks";
    private const string Name = "an identifier: ASCII letters, digits and underscores, not a digit first";
    private const string Line = "one line of plain text: no control, bidirectional or invisible characters, normalization form C";
    private const string Lines = "plain text: no control characters but tab and line feed, no bidirectional or invisible ones, normalization form C";

    private static readonly LoadedTools s_tools = EchoTools.Load(
        "public sealed record Query([Identifier(MaxLength = 3)] string Table, [CommandArgument, MaxLength(5)] string? File = null) { [PlainText, MaxLength(5)] public string? Title { get; init; } }",
        ("argument", "[CommandArgument, MaxLength(9)] string value"),
        ("identifier", "[Identifier] string value"),
        ("short_identifier", "[Identifier(MaxLength = 3)] string value"),
        ("line", "[PlainText, MaxLength(9)] string value"),
        ("lines", "[PlainText(Multiline = true), MaxLength(9)] string value"),
        ("maybe", "[Identifier] string? value = null"),
        ("arguments", "[CommandArgument, MaxLength(3), Items(MaxLength = 4)] string[] value"),
        ("identifiers", "[Identifier(MaxLength = 3), MaxLength(4)] List<string> value"),
        ("set", "[Identifier(MaxLength = 3), MaxLength(4)] HashSet<string> value"),
        ("nullable_items", "[PlainText, MaxLength(3), Items(MaxLength = 4)] IReadOnlyList<string?> value"),
        ("jagged", "[Identifier(MaxLength = 3), MaxLength(2), Items(MaxLength = 2)] string[][] value"),
        ("map_of_lists", "[MaxLength(3)] Dictionary<string, Query> value"),
        ("member", "Query value"),
        ("argument_length", "[CommandArgument, StringLength(4, MinimumLength = 2)] string value"),
        ("identifier_length", "[Identifier, StringLength(4, MinimumLength = 2)] string value"),
        ("identifier_unlimited", "[Identifier, MaxLength] string value"),
        ("identifier_pattern", "[Identifier(MaxLength = 5), RegularExpression(\"[a-c_]*\")] string value"),
        ("identifier_listed", "[Identifier, AllowedValues(\"a\", \"b\")] string value"),
        ("identifier_denied", "[Identifier(MaxLength = 5), DeniedValues(\"user\")] string value"),
        ("line_required", "[PlainText, Required, MaxLength(9)] string value"),
        ("all", "[CommandArgument, PlainText, Identifier(MaxLength = 9)] string value"));

    [Theory]
    [InlineData("argument", "a")]
    [InlineData("argument", " ")]
    [InlineData("argument", "a-b")]
    [InlineData("argument", "a@b")]
    [InlineData("argument", "a -rf /")]
    [InlineData("argument", "/c")]
    [InlineData("argument", "$(x);`y`")]
    [InlineData("argument", "\"a\\\"")]
    [InlineData("argument", "\u00e9\u202e")]
    [InlineData("argument", "\U0001f600-")]
    [InlineData("argument", "+")]
    [InlineData("argument", "~")]
    [InlineData("identifier", "a")]
    [InlineData("identifier", "_")]
    [InlineData("identifier", "Orders_2024")]
    [InlineData("identifier", "select")]
    [InlineData("identifier", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk")]
    [InlineData("short_identifier", "abc")]
    [InlineData("line", "")]
    [InlineData("line", "caf\u00e9")]
    [InlineData("line", "\u0442\u0435\u043a\u0441\u0442")]
    [InlineData("line", "\u05d0\u05d1")]
    [InlineData("line", "\u0915\u093c")]
    [InlineData("line", "\U0001f600")]
    [InlineData("line", "\u2764\ufe0f")]
    [InlineData("line", "\u2764\ufe0e")]
    [InlineData("line", "1\ufe0f\u20e3")]
    [InlineData("line", "\U0001f1e9\U0001f1ea")]
    [InlineData("line", "\U0001f44b\U0001f3fd")]
    [InlineData("line", "\u00a0\u3000")]
    [InlineData("line", "-@\"\\<b>&")]
    [InlineData("lines", "a\tb\nc\n")]
    [InlineData("lines", "")]
    public async Task Text_that_is_meant_is_bound_verbatim(string tool, string text) => await s_tools.BindsAsync(tool, JsonSerializer.Serialize(text), JsonSerializer.Serialize(text));

    [Theory]
    [InlineData("argument", "")]
    [InlineData("argument", "-v")]
    [InlineData("argument", "--output=x")]
    [InlineData("argument", "-")]
    [InlineData("argument", "@x")]
    [InlineData("argument", "a\nb")]
    [InlineData("argument", "a\0")]
    [InlineData("identifier", "")]
    [InlineData("identifier", "1a")]
    [InlineData("identifier", "a-b")]
    [InlineData("identifier", "a b")]
    [InlineData("identifier", "a;--")]
    [InlineData("identifier", "a\"")]
    [InlineData("identifier", "a.b")]
    [InlineData("identifier", "a$")]
    [InlineData("identifier", "a\n")]
    [InlineData("identifier", "caf\u00e9")]
    [InlineData("identifier", "\u0430")]
    [InlineData("identifier", "a\uff11")]
    [InlineData("identifier", "\u0131d")]
    [InlineData("identifier", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl")]
    [InlineData("short_identifier", "abcd")]
    [InlineData("line", "a\tb")]
    [InlineData("line", "a\nb")]
    [InlineData("line", "e\u0301")]
    [InlineData("line", "\u212b")]
    [InlineData("line", "\u2126")]
    [InlineData("line", "\u0958")]
    [InlineData("line", "\u1100\u1161")]
    [InlineData("line", "\U0001f468\u200d\U0001f469")]
    [InlineData("line", "\U0001f3f4\U000e0067\U000e007f")]
    [InlineData("line", "g\u030c\u0323")]
    [InlineData("line", "\ufe0f")]
    [InlineData("line", "\ufe0ea")]
    [InlineData("line", "a\ufe0f\ufe0f")]
    [InlineData("line", "a\ufe0e\ufe0f\ufe0e")]
    [InlineData("lines", "a\rb")]
    [InlineData("lines", "a\u000bb")]
    [InlineData("lines", "a\u2028b")]
    [InlineData("lines", "e\u0301")]
    public async Task Text_that_is_not_is_refused_in_words(string tool, string text)
    {
        (int length, string meaning) = tool switch
        {
            "argument" => (9, Operand),
            "identifier" => (63, Name),
            "short_identifier" => (3, Name),
            "line" => (9, Line),
            _ => (9, Lines),
        };
        await s_tools.RefusesAsync(tool, JsonSerializer.Serialize(text), $"must be {meaning}; at most {length} characters");
    }

    /// <summary>Ranges in the order of Unicode: whether each character may stand first in a command argument, further on in one, in a line, in lines.</summary>
    [Theory]
    [InlineData(0x00, 0x08, false, false, false, false)]
    [InlineData(0x09, 0x0a, false, false, false, true)]
    [InlineData(0x0b, 0x1f, false, false, false, false)]
    [InlineData(0x20, 0x2c, true, true, true, true)]
    [InlineData(0x2d, 0x2d, false, true, true, true)]
    [InlineData(0x2e, 0x3f, true, true, true, true)]
    [InlineData(0x40, 0x40, false, true, true, true)]
    [InlineData(0x41, 0x7e, true, true, true, true)]
    [InlineData(0x7f, 0x9f, false, false, false, false)]
    [InlineData(0xa5, 0xa5, false, false, true, true)]
    [InlineData(0xad, 0xad, false, true, false, false)]
    [InlineData(0x02ba, 0x02ba, false, false, true, true)]
    [InlineData(0x034f, 0x034f, true, true, false, false)]
    [InlineData(0x061c, 0x061c, true, true, false, false)]
    [InlineData(0x115f, 0x1160, true, true, false, false)]
    [InlineData(0x17b4, 0x17b5, true, true, false, false)]
    [InlineData(0x180b, 0x180f, true, true, false, false)]
    [InlineData(0x200b, 0x200f, true, true, false, false)]
    [InlineData(0x2010, 0x2015, false, true, true, true)]
    [InlineData(0x2028, 0x2029, false, false, false, false)]
    [InlineData(0x202a, 0x202e, true, true, false, false)]
    [InlineData(0x2043, 0x2043, false, true, true, true)]
    [InlineData(0x2060, 0x206f, true, true, false, false)]
    [InlineData(0x20a9, 0x20a9, false, false, true, true)]
    [InlineData(0x2194, 0x2194, false, true, true, true)]
    [InlineData(0x2212, 0x2212, false, true, true, true)]
    [InlineData(0x2216, 0x2216, false, false, true, true)]
    [InlineData(0x2500, 0x259f, false, true, true, true)]
    [InlineData(0x25ac, 0x25ac, false, true, true, true)]
    [InlineData(0x301d, 0x301e, false, false, true, true)]
    [InlineData(0x3164, 0x3164, true, true, false, false)]
    [InlineData(0xfe00, 0xfe0d, true, true, false, false)]
    [InlineData(0xfe0e, 0xfe0f, true, true, true, true)]
    [InlineData(0xfe58, 0xfe58, false, true, true, true)]
    [InlineData(0xfe63, 0xfe63, false, true, true, true)]
    [InlineData(0xfe6b, 0xfe6b, false, true, true, true)]
    [InlineData(0xfeff, 0xfeff, true, true, false, false)]
    [InlineData(0xff02, 0xff02, false, false, true, true)]
    [InlineData(0xff0d, 0xff0d, false, true, true, true)]
    [InlineData(0xff20, 0xff20, false, true, true, true)]
    [InlineData(0xff3c, 0xff3c, false, false, true, true)]
    [InlineData(0xffa0, 0xffa0, true, true, false, false)]
    [InlineData(0xfff0, 0xfffb, true, true, false, false)]
    [InlineData(0xfffe, 0xffff, true, true, false, false)]
    [InlineData(0x1bca0, 0x1bca3, true, true, false, false)]
    [InlineData(0x1d173, 0x1d17a, true, true, false, false)]
    [InlineData(0x1f600, 0x1f610, true, true, true, true)]
    [InlineData(0xe0000, 0xe007f, true, true, false, false)]
    [InlineData(0xe0100, 0xe01ef, true, true, false, false)]
    [InlineData(0xe0ff0, 0xe0fff, true, true, false, false)]
    public async Task Every_character_is_held_to_what_the_guards_promise(int first, int last, bool leads, bool follows, bool isInLine, bool isInLines)
    {
        for (int codePoint = first; codePoint <= last; codePoint++)
        {
            string character = char.ConvertFromUtf32(codePoint);

            Assert.Equal(leads, await IsAcceptedAsync("argument", character + "a"));
            Assert.Equal(follows, await IsAcceptedAsync("argument", "a" + character));
            Assert.Equal(isInLine, await IsAcceptedAsync("line", "x" + character));
            Assert.Equal(isInLines, await IsAcceptedAsync("lines", "x" + character + "x"));
        }
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\udc00\\ud800\"")]
    public async Task Half_a_surrogate_pair_is_refused(string json)
    {
        foreach (string tool in (string[])["argument", "identifier", "line", "lines"])
        {
            await s_tools.RefusesAsync(tool, json, "must be well-formed Unicode text");
        }
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[\"a\"]")]
    public async Task What_is_no_text_is_refused(string json) => await s_tools.RefusesAsync("short_identifier", json, $"must be {Name}; at most 3 characters");

    [Theory]
    [InlineData("maybe", "null", "null")]
    [InlineData("arguments", """["a","b-c"]""", """["a","b-c"]""")]
    [InlineData("identifiers", """["abc","a","b","c"]""", """["abc","a","b","c"]""")]
    [InlineData("set", """["abc","a"]""", """["abc","a"]""")]
    [InlineData("nullable_items", """["a",null]""", """["a",null]""")]
    [InlineData("jagged", """[["abc","a"],[]]""", """[["abc","a"],[]]""")]
    [InlineData("map_of_lists", """{"x":{"table":"a"}}""", """{"x":{"Table":"a","File":null,"Title":null}}""")]
    [InlineData("member", """{"table":"abc","file":"a-b","title":"a b"}""", """{"Table":"abc","File":"a-b","Title":"a b"}""")]
    [InlineData("argument_length", "\"ab\"", "\"ab\"")]
    [InlineData("identifier_length", "\"abcd\"", "\"abcd\"")]
    [InlineData("identifier_pattern", "\"abc_\"", "\"abc_\"")]
    [InlineData("identifier_listed", "\"b\"", "\"b\"")]
    [InlineData("identifier_denied", "\"users\"", "\"users\"")]
    [InlineData("line_required", "\"a \"", "\"a \"")]
    [InlineData("all", "\"a_1\"", "\"a_1\"")]
    public async Task It_joins_with_whatever_holds_the_text_and_other_limits(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("arguments", """["a","-b"]""", "/1", "must be " + Operand + "; at most 4 characters")]
    [InlineData("arguments", """["abcde"]""", "/0", "must be " + Operand + "; at most 4 characters")]
    [InlineData("arguments", """["a","b","c","d"]""", "", "must be an array of at most 3 items")]
    [InlineData("identifiers", """["abcd"]""", "/0", "must be " + Name + "; at most 3 characters")]
    [InlineData("identifiers", """["a","b","c","d","e"]""", "", "must be an array of at most 4 items")]
    [InlineData("set", """["a","1"]""", "/1", "must be " + Name + "; at most 3 characters")]
    [InlineData("set", """["a","a"]""", "", "must not hold an item twice")]
    [InlineData("nullable_items", """[null,"a\tb"]""", "/1", "must be " + Line + "; at most 4 characters")]
    [InlineData("jagged", """[[],["abcd"]]""", "/1/0", "must be " + Name + "; at most 3 characters")]
    [InlineData("map_of_lists", """{"x":{"table":""}}""", "/x/table", "must be " + Name + "; at most 3 characters")]
    [InlineData("member", """{"table":"a","file":"-x"}""", "/file", "must be " + Operand + "; at most 5 characters")]
    [InlineData("member", """{"table":"a","title":"a\u200b"}""", "/title", "must be " + Line + "; at most 5 characters")]
    [InlineData("argument_length", "\"a\"", "", "must be " + Operand + "; 2 to 4 characters")]
    [InlineData("argument_length", "\"-ab\"", "", "must be " + Operand + "; 2 to 4 characters")]
    [InlineData("identifier_length", "\"a\"", "", "must be " + Name + "; 2 to 4 characters")]
    [InlineData("identifier_length", "\"abcde\"", "", "must be " + Name + "; 2 to 4 characters")]
    [InlineData("identifier_pattern", "\"abd\"", "", "must be " + Name + "; at most 5 characters; a text that matches ^[a-c_]*$")]
    [InlineData("identifier_pattern", "\"\"", "", "must be " + Name + "; at most 5 characters; a text that matches ^[a-c_]*$")]
    [InlineData("identifier_listed", "\"c\"", "", "must be one of \"a\", \"b\"")]
    [InlineData("identifier_denied", "\"user\"", "", "must not be \"user\"")]
    [InlineData("line_required", "\"  \"", "", "must be " + Line + @"; at most 9 characters; a text that matches \S")]
    [InlineData("all", "\"a b\"", "", "must be " + Operand + ", and " + Line + ", and " + Name + "; at most 9 characters")]
    public async Task It_is_refused_where_it_stands_with_all_that_is_asked(string tool, string json, string under, string expected) => await s_tools.RefusesAsync(tool, json, expected, under);

    [Fact]
    public async Task An_identifier_has_63_characters_unless_its_attribute_says_otherwise()
    {
        await s_tools.AcceptAsync("identifier_unlimited", $$"""{"value":"{{new string('a', 63)}}"}""");
        await s_tools.RefusesAsync("identifier_unlimited", $"\"{new string('a', 64)}\"", $"must be {Name}; at most 63 characters");
        await s_tools.RefusesAsync("identifier", $"\"{new string('a', 1_000_000)}\"", $"must be {Name}; at most 63 characters");
    }

    [Theory]
    [InlineData("identifier", "{\"type\":\"string\",\"maxLength\":63,\"pattern\":\"^[A-Za-z_][A-Za-z0-9_]*$\"}")]
    [InlineData("identifier_length", "{\"type\":\"string\",\"minLength\":2,\"maxLength\":4,\"pattern\":\"^[A-Za-z_][A-Za-z0-9_]*$\"}")]
    [InlineData("identifiers", "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"maxLength\":3,\"pattern\":\"^[A-Za-z_][A-Za-z0-9_]*$\"},\"maxItems\":4}")]
    public void The_schema_says_it_as_a_pattern(string tool, string schema) =>
        Assert.Equal(schema, JsonSerializer.Serialize(s_tools[tool].ProtocolTool.InputSchema.GetProperty("properties").GetProperty("value")));

    /// <summary>Anything but an acceptance has to be a refusal.</summary>
    private static async Task<bool> IsAcceptedAsync(string tool, string text)
    {
        string arguments = $$"""{"value":{{JsonSerializer.Serialize(text)}}}""";
        bool isAccepted = (await s_tools.CallAsync(tool, arguments)).IsError is not true;
        if (!isAccepted)
        {
            await s_tools.RefuseAsync(tool, arguments);
        }

        return isAccepted;
    }
}
