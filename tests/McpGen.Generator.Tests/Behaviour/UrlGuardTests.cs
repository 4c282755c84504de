using System.Text.Json;
using McpGen.Generator.Tests.Diagnostics;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>URLs, bound by generated code: the canonical one arrives, and what is not allowed is refused where it stands and in words of the author's.</summary>
public sealed class UrlGuardTests
{
    private const string Expected = "must be an https URL of a.example, *.b.example, xn--4ca.example; at most 2048 characters, without user name and fragment";
    private const string Ported = "must be an http or https URL of a.example, port 80 or 8443; at most 2048 characters, without user name and fragment";

    private static readonly LoadedTools s_tools = LoadedTools.From(GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of("""
        public sealed record Request([property: AllowedHosts("a.example")] GuardedUri Page, [property: AllowedHosts("a.example")] string? Text = null);
        public sealed record Chain([AllowedHosts("a.example")] GuardedUri Page, Chain? Next = null);
        public record struct Pair { [AllowedHosts("a.example")] public GuardedUri? First { get; init; } [AllowedHosts("a.example")] public required Uri Second { get; init; } }

        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            [McpServerTool, Description("d")] public static string Guarded([AllowedHosts("a.example", "*.b.example", "xn--4ca.example")] GuardedUri page) => page.ToString();
            [McpServerTool, Description("d")] public static string Text([AllowedHosts("a.example", "*.b.example", "xn--4ca.example")] string page) => page;
            [McpServerTool, Description("d")] public static string Link([AllowedHosts("a.example", "*.b.example", "xn--4ca.example")] Uri page) => page.AbsoluteUri == page.OriginalString ? page.AbsoluteUri : $"{page.AbsoluteUri} of {page.OriginalString}";
            [McpServerTool, Description("d")] public static string Ported([AllowedHosts("a.example", Schemes = ["http", "https"], Ports = [80, 8443])] string page) => page;
            [McpServerTool, Description("d")] public static string Address([AllowedHosts("8.8.8.8", "[2606:4700:4700::1111]", "10.1.0.7", Networks = ["10.1.0.0/16"])] string page) => page;
            [McpServerTool, Description("d")] public static string Short([AllowedHosts("a.example"), StringLength(25, MinimumLength = 20)] GuardedUri page) => page.Host;
            [McpServerTool, Description("d")] public static string Maybe([AllowedHosts("a.example")] GuardedUri? guarded = null, [AllowedHosts("a.example")] string? text = null, [AllowedHosts("a.example")] Uri? link = null) => $"{guarded} {text} {link}";
            [McpServerTool, Description("d")] public static string Unrevealed([AllowedHosts("hidden.example", Schemes = ["http"], Ports = [8080], Reveal = false), Description("A page.")] GuardedUri page) => page.ToString();
            [McpServerTool, Description("d")] public static string UnrevealedText([AllowedHosts("hidden.example", Reveal = false)] string page) => page;
            [McpServerTool, Description("d")] public static string Array([AllowedHosts("a.example"), MaxLength(3)] GuardedUri?[] pages) => string.Join(',', (object?[])pages);
            [McpServerTool, Description("d")] public static string Map([AllowedHosts("a.example"), MaxLength(3), Keys(MaxLength = 9)] Dictionary<string, string> pages) => string.Join(',', pages.Values);
            [McpServerTool, Description("d")] public static string List([AllowedHosts("a.example"), MaxLength(3)] IReadOnlyList<Uri> pages) => string.Join(',', pages);
            [McpServerTool, Description("d")] public static string Member(Request request) => $"{request.Page} {request.Text}";
            [McpServerTool, Description("d")] public static string Recursive(Chain chain) => $"{chain.Page} {chain.Next?.Page}";
            [McpServerTool, Description("d")] public static string Struct(Pair pair) => $"{pair.First} {pair.Second}";
        }
        """))));

    [Theory]
    [InlineData("https://a.example", "https a.example 443", "https://a.example/")]
    [InlineData("https://a.example/", "https a.example 443", "https://a.example/")]
    [InlineData("HTTPS://A.EXAMPLE/X", "https a.example 443", "https://a.example/X")]
    [InlineData("https://a.example.:443/x?y=1", "https a.example 443", "https://a.example/x?y=1")]
    [InlineData("https://a.example?q", "https a.example 443", "https://a.example/?q")]
    [InlineData("https:\\/\\/a.example\\/x", "https a.example 443", "https://a.example/x")]
    [InlineData("\\u0068ttps://a.example/x", "https a.example 443", "https://a.example/x")]
    [InlineData("https://x.b.example/", "https x.b.example 443", "https://x.b.example/")]
    [InlineData("https://x.y.b.example/", "https x.y.b.example 443", "https://x.y.b.example/")]
    [InlineData("https://a.example/%2e%2e", "https a.example 443", "https://a.example/%2e%2e")]
    public async Task An_allowed_url_arrives_in_canonical_form(string url, string guarded, string text)
    {
        Assert.Equal(guarded, await s_tools.AcceptAsync("guarded", $$"""{"page":"{{url}}"}"""));
        Assert.Equal(text, await s_tools.AcceptAsync("text", $$"""{"page":"{{url}}"}"""));

        // Whatever is RFC 3986 becomes a Uri too; what .NET makes of its path is the author's affair, and no other host.
        Assert.StartsWith(text[..text.IndexOf('/', 8)], await s_tools.AcceptAsync("link", $$"""{"page":"{{url}}"}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://\\uff41.example/x", "https://a.example/x")]
    [InlineData("https://a\\u3002example/x", "https://a.example/x")]
    [InlineData("https://\\u00e4.example/", "https://xn--4ca.example/")]
    [InlineData("https://a.example/\\u00e4?\\ud83d\\ude00", "https://a.example/%C3%A4?%F0%9F%98%80")]
    public async Task A_url_beyond_ASCII_arrives_encoded_where_it_is_text_and_is_no_URI(string url, string text)
    {
        Assert.Equal(text, await s_tools.AcceptAsync("text", $$"""{"page":"{{url}}"}"""));
        await s_tools.AcceptAsync("guarded", $$"""{"page":"{{url}}"}""");
        Assert.Equal($"Invalid arguments for link: 1 violation\n  /page: {Expected}", await s_tools.RefuseAsync("link", $$"""{"page":"{{url}}"}"""));
    }

    [Theory]
    [InlineData("ported", "http://a.example/", "http://a.example/")]
    [InlineData("ported", "https://a.example:8443/", "https://a.example:8443/")]
    [InlineData("ported", "http://a.example:8443/", "http://a.example:8443/")]
    [InlineData("ported", "https://a.example:80/", "https://a.example:80/")]
    [InlineData("address", "https://8.8.8.8", "https://8.8.8.8/")]
    [InlineData("address", "https://[2606:4700:4700:0:0:0:0:1111]/", "https://[2606:4700:4700::1111]/")]
    [InlineData("address", "https://10.1.0.7/", "https://10.1.0.7/")]
    [InlineData("short", "https://a.example/xxx", "a.example")]
    [InlineData("unrevealed", "http://hidden.example:8080/", "http hidden.example 8080")]
    public async Task Schemes_ports_addresses_and_lengths_are_those_of_the_argument(string tool, string url, string bound) => Assert.Equal(bound, await s_tools.AcceptAsync(tool, $$"""{"page":"{{url}}"}"""));

    [Theory]
    [InlineData("maybe", "{}", "  ")]
    [InlineData("maybe", """{"guarded":null,"text":null,"link":null}""", "  ")]
    [InlineData("maybe", """{"guarded":"https://a.example","text":"https://a.example","link":"https://a.example"}""", "https a.example 443 https://a.example/ https://a.example/")]
    [InlineData("array", """{"pages":["https://a.example",null]}""", "https a.example 443,")]
    [InlineData("map", """{"pages":{"x":"https://A.example","y":"https://a.example/y"}}""", "https://a.example/,https://a.example/y")]
    [InlineData("list", """{"pages":["https://a.example/x"]}""", "https://a.example/x")]
    [InlineData("member", """{"request":{"page":"https://a.example","text":"https://A.example"}}""", "https a.example 443 https://a.example/")]
    [InlineData("recursive", """{"chain":{"page":"https://a.example","next":{"page":"https://a.example"}}}""", "https a.example 443 https a.example 443")]
    [InlineData("struct", """{"pair":{"first":"https://a.example","second":"https://a.example"}}""", "https a.example 443 https://a.example/")]
    public async Task A_url_in_whatever_holds_it_arrives(string tool, string arguments, string bound) => Assert.Equal(bound, await s_tools.AcceptAsync(tool, arguments));

    [Theory]
    [InlineData("array", """{"pages":[null,"https://b.example"]}""", "pages/1")]
    [InlineData("map", """{"pages":{"x":"https://a.example","y":"http://a.example"}}""", "pages/y")]
    [InlineData("list", """{"pages":["https://a.example","https://a.example@b.example"]}""", "pages/1")]
    [InlineData("member", """{"request":{"page":"https://b.example"}}""", "request/page")]
    [InlineData("member", """{"request":{"page":"https://a.example","text":"https://b.example"}}""", "request/text")]
    [InlineData("recursive", """{"chain":{"page":"https://a.example","next":{"page":"https://b.example"}}}""", "chain/next/page")]
    [InlineData("struct", """{"pair":{"first":"https://b.example","second":"https://a.example"}}""", "pair/first")]
    [InlineData("struct", """{"pair":{"second":"https://b.example"}}""", "pair/second")]
    [InlineData("maybe", """{"text":"https://b.example"}""", "text")]
    public async Task A_url_in_whatever_holds_it_is_refused_where_it_stands(string tool, string arguments, string place) => Assert.Equal(
        $"Invalid arguments for {tool}: 1 violation\n  /{place}: must be an https URL of a.example; at most 2048 characters, without user name and fragment", await s_tools.RefuseAsync(tool, arguments));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"a.example\"")]
    [InlineData("\"//a.example\"")]
    [InlineData("\"https:a.example\"")]
    [InlineData("\"https:/a.example\"")]
    [InlineData("\"https:///a.example\"")]
    [InlineData("\"http://a.example\"")]
    [InlineData("\"ftp://a.example\"")]
    [InlineData("\"file:///a.example\"")]
    [InlineData("\"javascript:c4n4ry\"")]
    [InlineData("\"https://c4n4ry.example\"")]
    [InlineData("\"https://b.example\"")]
    [InlineData("\"https://xb.example\"")]
    [InlineData("\"https://c4n4ry.a.example\"")]
    [InlineData("\"https://a.example.c4n4ry.example\"")]
    [InlineData("\"https://c4n4ry.example/a.example\"")]
    [InlineData("\"https://c4n4ry.example?https://a.example\"")]
    [InlineData("\"https://a.example@c4n4ry.example\"")]
    [InlineData("\"https://c4n4ry:x@a.example\"")]
    [InlineData("\"https://@a.example\"")]
    [InlineData("\"https://a.example#c4n4ry\"")]
    [InlineData("\"https://a.example#\"")]
    [InlineData("\"https://a.example:8443\"")]
    [InlineData("\"https://a.example:80\"")]
    [InlineData("\"https://a.example:\"")]
    [InlineData("\"https://a.example:0443\"")]
    [InlineData("\"https://a.example\\\\@c4n4ry.example\"")]
    [InlineData("\"https:\\\\\\\\a.example\"")]
    [InlineData("\"https://a.example/c4n4ry x\"")]
    [InlineData("\" https://a.example\"")]
    [InlineData("\"https://a.example\\n\"")]
    [InlineData("\"https://a.example/\\u0000c4n4ry\"")]
    [InlineData("\"https://a.example/\\u202ec4n4ry\\u2028\"")]
    [InlineData("\"https://a.example/%zz\"")]
    [InlineData("\"https://a%2eexample\"")]
    [InlineData("\"https://a.example/\\ud800\"")]
    [InlineData("\"https://127.0.0.1\"")]
    [InlineData("\"https://2130706433\"")]
    [InlineData("\"https://[::1]\"")]
    [InlineData("\"https://a.example\\u0000.b.example\"")]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[\"https://a.example\"]")]
    [InlineData("{\"c4n4ry\":\"https://a.example\"}")]
    public async Task Another_url_is_refused_without_a_word_of_it(string value)
    {
        foreach ((string tool, string expected) in ((string, string)[])[("guarded", Expected), ("text", Expected), ("link", Expected), ("unrevealed", "must be an allowed URL"), ("unrevealed_text", "must be an allowed URL")])
        {
            Assert.Equal($"Invalid arguments for {tool}: 1 violation\n  /page: {expected}", await s_tools.RefuseAsync(tool, $$"""{"page":{{value}}}"""));
        }
    }

    [Theory]
    [InlineData("ported", "https://a.example/", Ported)]
    [InlineData("ported", "http://a.example:8080/", Ported)]
    [InlineData("address", "https://10.1.0.8/", "must be an https URL of 8.8.8.8, [2606:4700:4700::1111], 10.1.0.7; at most 2048 characters, without user name and fragment")]
    [InlineData("address", "https://0x08080808/", "must be an https URL of 8.8.8.8, [2606:4700:4700::1111], 10.1.0.7; at most 2048 characters, without user name and fragment")]
    [InlineData("address", "https://[::ffff:8.8.8.8]/", "must be an https URL of 8.8.8.8, [2606:4700:4700::1111], 10.1.0.7; at most 2048 characters, without user name and fragment")]
    [InlineData("short", "https://a.example/", "must be an https URL of a.example; at most 2048 characters, without user name and fragment, and must be a string of 20 to 25 characters")]
    [InlineData("short", "https://a.example/xxxxxxxx", "must be an https URL of a.example; at most 2048 characters, without user name and fragment, and must be a string of 20 to 25 characters")]
    public async Task What_the_argument_does_not_allow_is_refused_with_what_it_does(string tool, string url, string expected) =>
        Assert.Equal($"Invalid arguments for {tool}: 1 violation\n  /page: {expected}", await s_tools.RefuseAsync(tool, $$"""{"page":"{{url}}"}"""));

    [Fact]
    public async Task A_url_has_at_most_2048_characters_and_a_megabyte_is_refused()
    {
        string longest = "https://a.example/" + new string('x', 2048 - 18);

        Assert.Equal(longest, await s_tools.AcceptAsync("text", $$"""{"page":"{{longest}}"}"""));
        foreach (string tool in (string[])["guarded", "text", "link"])
        {
            await s_tools.RefuseAsync(tool, $$"""{"page":"{{longest}}x"}""");
            await s_tools.RefuseAsync(tool, $$"""{"page":"https://a.example/{{new string('x', 1_000_000)}}"}""");
            await s_tools.RefuseAsync(tool, $$"""{"page":"https://{{string.Concat(Enumerable.Repeat("x.", 400_000))}}b.example/"}""");
        }
    }

    [Fact]
    public void The_schema_says_what_is_allowed()
    {
        Assert.Equal($$"""{"type":"string","minLength":1,"maxLength":2048,"description":"M{{Expected[1..]}}"}""", Schema("guarded", "page"));
        Assert.Equal($$"""{"type":"string","minLength":1,"maxLength":2048,"description":"M{{Expected[1..]}}"}""", Schema("text", "page"));
        Assert.Equal($$"""{"type":"string","minLength":1,"maxLength":2048,"format":"uri","description":"M{{Expected[1..]}}"}""", Schema("link", "page"));
        Assert.Equal("""{"type":"string","minLength":20,"maxLength":25,"description":"Must be an https URL of a.example; at most 2048 characters, without user name and fragment"}""", Schema("short", "page"));
        Assert.Equal("""{"type":"string","minLength":1,"maxLength":2048,"description":"A page."}""", Schema("unrevealed", "page"));
        Assert.Equal("""{"type":"string","minLength":1,"maxLength":2048}""", Schema("unrevealed_text", "page"));
        Assert.DoesNotContain(s_tools.All, static tool => tool.ProtocolTool.InputSchema.GetRawText().Contains("10.1.0.0/16", StringComparison.Ordinal));
    }

    private static string Schema(string tool, string argument) => JsonSerializer.Serialize(s_tools[tool].ProtocolTool.InputSchema.GetProperty("properties").GetProperty(argument));
}
