using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Paths, bound by generated code: what is allowed arrives and can be used, what is not is refused where it stands and in words of the author's.</summary>
public sealed class PathGuardTests(PathTools fixture) : IClassFixture<PathTools>
{
    private const string Markdown = "must be a relative path under notes that matches **/*.md";
    private const string Canary = "c4n4ry";

    private readonly LoadedTools _tools = fixture.Tools;
    private readonly TemporaryRoot _root = fixture.Root;

    [Theory]
    [InlineData("one", """{"file":"a.md"}""", "one")]
    [InlineData("one", """{"file":"docs/deep/c.md"}""", "three")]
    [InlineData("one", """{"file":"docs\/b.md"}""", "two")]
    [InlineData("one", """{"file":"\u0061\u002emd"}""", "one")]
    [InlineData("one", """{"file":"inside.md"}""", "two")]
    [InlineData("maybe", "{}", "-")]
    [InlineData("maybe", """{"file":null}""", "-")]
    [InlineData("maybe", """{"file":"a.md"}""", "one")]
    [InlineData("several", """{"file":"docs/b.md"}""", "two")]
    [InlineData("several", """{"file":"data/x.csv"}""", "csv")]
    [InlineData("array", """{"files":[]}""", "")]
    [InlineData("array", """{"files":["a.md","docs/b.md","a.md"]}""", "one two one")]
    [InlineData("items", """{"files":["a.md",null]}""", "one -")]
    [InlineData("jagged", """{"files":[["a.md","a.md"],[]]}""", "one one")]
    [InlineData("map", """{"files":{"x":"a.md","y":"docs/b.md"}}""", "one two")]
    [InlineData("member", """{"request":{"file":"a.md"}}""", "one")]
    [InlineData("nested", """{"outer":{"request":{"file":"a.md"}}}""", "one")]
    [InlineData("nested", """{"outer":{"more":["data/x.csv",null],"request":{"file":"a.md"}}}""", "one csv -")]
    [InlineData("recursive", """{"chain":{"file":"a.md","next":{"file":"docs/b.md","next":{"file":"docs/deep/c.md"}}}}""", "one two three")]
    [InlineData("struct", """{"pair":{"first":"data/x.csv","second":"a.md"}}""", "csv one")]
    [InlineData("struct", """{"pair":{"first":"data/x.csv"}}""", "csv -")]
    [InlineData("generic", """{"box":{"value":"a.md"}}""", "one")]
    [InlineData("class", """{"members":{"first":"a.md","second":"docs/b.md","third":"docs/deep/c.md","fourth":"data/x.csv"}}""", "one two three csv")]
    [InlineData("class", """{"members":{"first":"a.md","second":"docs/b.md"}}""", "one two - -")]
    [InlineData("polymorphic", """{"target":{"kind":"file","file":"a.md"}}""", "one")]
    [InlineData("polymorphic", """{"target":{"kind":"number","number":1}}""", "-")]
    [InlineData("hidden", """{"file":".hidden.md"}""", "hidden")]
    [InlineData("hidden", """{"file":"docs/.git/config.md"}""", "config")]
    [InlineData("unrevealed", """{"file":"docs/b.md"}""", "two")]
    public async Task An_allowed_path_arrives_and_is_read(string tool, string arguments, string content) => Assert.Equal(content, await _tools.AcceptAsync(tool, arguments));

    [Theory]
    [InlineData("several", """{"file":"x.csv"}""", "file", "must be a relative path under notes that matches *.md or {docs,data}/**, and must be a string of 4 to 12 characters")]
    [InlineData("several", """{"file":"docs/deep/c.md"}""", "file", "must be a relative path under notes that matches *.md or {docs,data}/**, and must be a string of 4 to 12 characters")]
    [InlineData("several", """{"file":"docs"}""", "file", null)]
    [InlineData("array", """{"files":["a.md","x.csv","a.md"]}""", "files/1", Markdown)]
    [InlineData("array", """{"files":["a.md",null]}""", "files/1", Markdown)]
    [InlineData("array", """{"files":"a.md"}""", "files", "must be an array of at most 3 items")]
    [InlineData("items", """{"files":[null,".hidden.md"]}""", "files/1", Markdown)]
    [InlineData("jagged", """{"files":[[],["a.md","../a.md"]]}""", "files/1/1", Markdown + ", and must be a string of at most 7 characters")]
    [InlineData("jagged", """{"files":[["docs/b.md"]]}""", "files/0/0", Markdown + ", and must be a string of at most 7 characters")]
    [InlineData("map", """{"files":{"x":"a.md","y/z":".."}}""", "files/y~1z", Markdown)]
    [InlineData("member", """{"request":{"file":"/etc/passwd"}}""", "request/file", Markdown)]
    [InlineData("member", """{"request":{"file":null}}""", "request/file", Markdown)]
    [InlineData("nested", """{"outer":{"request":{"file":"a.md"},"more":["a.md"]}}""", "outer/more/0", "must be a relative path under notes that matches data/*")]
    [InlineData("nested", """{"outer":{"request":{"file":"data/x.csv"}}}""", "outer/request/file", Markdown)]
    [InlineData("recursive", """{"chain":{"file":"a.md","next":{"file":"a.md","next":{"file":"../a.md"}}}}""", "chain/next/next/file", Markdown)]
    [InlineData("struct", """{"pair":{"first":"a.md","second":"docs/b.md"}}""", "pair/second", "must be a relative path under notes that matches *.md")]
    [InlineData("generic", """{"box":{"value":"x.csv"}}""", "box/value", Markdown)]
    [InlineData("class", """{"members":{"first":"docs/b.md","second":"docs/b.md"}}""", "members/first", "must be a relative path under notes that matches a.md")]
    [InlineData("class", """{"members":{"first":"a.md","second":"docs/deep/c.md"}}""", "members/second", "must be a relative path under notes that matches docs/*")]
    [InlineData("class", """{"members":{"first":"a.md","second":"docs/b.md","third":"a.md"}}""", "members/third", "must be a relative path under notes that matches docs/**")]
    [InlineData("class", """{"members":{"first":"a.md","second":"docs/b.md","fourth":"a.md"}}""", "members/fourth", "must be a relative path under notes that matches data/*")]
    [InlineData("polymorphic", """{"target":{"kind":"file","file":"x.csv"}}""", "target/file", Markdown)]
    [InlineData("hidden", """{"file":"a/../b"}""", "file", "must be a relative path under notes that matches **")]
    [InlineData("unrevealed", """{"file":"a.md"}""", "file", "must be an allowed path")]
    [InlineData("full", """{"file":"../a.md"}""", "file", Markdown)]
    [InlineData("maybe_full", """{"file":"docs/deep/c.md"}""", "file", "must be a relative path under notes that matches **, and must be a string of at most 9 characters")]
    public async Task Another_path_is_refused_where_it_stands(string tool, string arguments, string place, string? expected)
    {
        if (expected is null)
        {
            Assert.Equal("That is not a regular file.", await _tools.TextAsync(tool, arguments));
            return;
        }

        Assert.Equal($"Invalid arguments for {tool}: 1 violation\n  /{place}: {expected}", await _tools.RefuseAsync(tool, arguments));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\".\"")]
    [InlineData("\"..\"")]
    [InlineData("\"../c4n4ry.md\"")]
    [InlineData("\"\\u002e\\u002e/c4n4ry.md\"")]
    [InlineData("\"\\u002e./\\u0063\\u0034n4ry.md\"")]
    [InlineData("\"docs\\/..\\/c4n4ry.md\"")]
    [InlineData("\"./c4n4ry.md\"")]
    [InlineData("\"docs//c4n4ry.md\"")]
    [InlineData("\"/c4n4ry.md\"")]
    [InlineData("\"c4n4ry.md/\"")]
    [InlineData("\"c4n4ry\"")]
    [InlineData("\"c4n4ry.MD\"")]
    [InlineData("\".c4n4ry.md\"")]
    [InlineData("\"docs/.git/c4n4ry.md\"")]
    [InlineData("\"c4n4ry\\\\x.md\"")]
    [InlineData("\"..\\\\c4n4ry.md\"")]
    [InlineData("\"c:c4n4ry.md\"")]
    [InlineData("\"\\\\\\\\?\\\\c4n4ry.md\"")]
    [InlineData("\"c4n4ry.md:x.md\"")]
    [InlineData("\"c4n4ry.md::$DATA\"")]
    [InlineData("\"NUL.md\"")]
    [InlineData("\"com1.c4n4ry.md\"")]
    [InlineData("\"c4n4ry./x.md\"")]
    [InlineData("\"c4n4ry /x.md\"")]
    [InlineData("\"c4n4ry.md.\"")]
    [InlineData("\"c4n4ry.md \"")]
    [InlineData("\"c4n4ry\\u0000.md\"")]
    [InlineData("\"c4n4ry\\n.md\"")]
    [InlineData("\"c4n4ry\\u007f.md\"")]
    [InlineData("\"c4n4ry\\u0085.md\"")]
    [InlineData("\"c4n4ry\\u2028.md\"")]
    [InlineData("\"c4n4ry\\ud800.md\"")]
    [InlineData("\"\\udc00\\ud800c4n4ry.md\"")]
    [InlineData("\"file:///c4n4ry.md\"")]
    [InlineData("\"~\"")]
    [InlineData("5")]
    [InlineData("1e400")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[\"a.md\"]")]
    [InlineData("{\"c4n4ry\":\"a.md\"}")]
    [InlineData("{\"relativePath\":\"a.md\"}")]
    public async Task What_is_no_such_path_is_refused_without_a_word_of_it(string value)
    {
        foreach (string tool in (string[])["one", "full", "unrevealed_full"])
        {
            string expected = tool == "unrevealed_full" ? "must be an allowed path" : Markdown;
            Assert.Equal($"Invalid arguments for {tool}: 1 violation\n  /file: {expected}", await _tools.RefuseAsync(tool, $$"""{"file":{{value}}}"""));
        }
    }

    [Fact]
    public async Task A_megabyte_is_refused()
    {
        foreach (string text in (string[])[new string('x', 1_000_000) + ".md", string.Concat(Enumerable.Repeat("x/", 500_000)) + "a.md", string.Concat(Enumerable.Repeat("\\u0061", 150_000)) + ".md"])
        {
            Assert.Equal($"Invalid arguments for one: 1 violation\n  /file: {Markdown}", await _tools.RefuseAsync("one", $$"""{"file":"{{text}}"}"""));
        }
    }

    [Theory]
    [InlineData("one", "around.md", "The path leads to where it may not: it " + Markdown + ".")]
    [InlineData("one", "out.md", "The path leads to where it may not: it " + Markdown + ".")]
    [InlineData("one", "out/secret.md", "The path leads to where it may not: it " + Markdown + ".")]
    [InlineData("one", Canary + ".md", "There is no such file or directory.")]
    [InlineData("write", "a.md", "Nothing may be written, renamed or deleted here.")]
    [InlineData("write", Canary + ".md", "Nothing may be written, renamed or deleted here.")]
    [InlineData("read_written", "new/x.md", "Nothing may be read here.")]
    [InlineData("denied", "a.md", "Nothing may be written, renamed or deleted here.")]
    public async Task What_is_refused_in_use_is_told_the_caller(string tool, string file, string expected)
    {
        CallToolResult result = await _tools.CallAsync(tool, $$"""{"file":"{{file}}"}""");

        Assert.True(result.IsError);
        Assert.Equal(expected, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        Assert.Equal("one", await File.ReadAllTextAsync(_root.At("a.md")));
        Assert.False(File.Exists(_root.At(Canary + ".md")));
    }

    [Fact]
    public async Task A_link_is_refused_in_use_without_the_patterns_where_they_are_not_revealed()
    {
        File.CreateSymbolicLink(_root.At("docs/link"), "../a.md");

        Assert.Equal("The path leads to where it may not: it must be an allowed path.", await _tools.TextAsync("unrevealed", """{"file":"docs/link"}"""));
    }

    [Fact]
    public async Task What_may_be_written_is_written()
    {
        Directory.CreateDirectory(_root.At("new"));

        Assert.Equal("written", await _tools.AcceptAsync("change", """{"file":"new/y.md"}"""));
        Assert.Equal("written", await File.ReadAllTextAsync(_root.At("new/y.md")));
    }

    [Theory]
    [InlineData("full", """{"file":"a.md"}""", "a.md")]
    [InlineData("full", """{"file":"docs\/deep\/c.md"}""", "docs/deep/c.md")]
    [InlineData("full", """{"file":"inside.md"}""", "docs/b.md")]
    [InlineData("full", """{"file":"not-there.md"}""", "not-there.md")]
    [InlineData("unrevealed_full", """{"file":"a.md"}""", "a.md")]
    [InlineData("maybe_full", """{"file":"data"}""", "data")]
    [InlineData("maybe_full", """{"file":"."}""", "")]
    public async Task Text_becomes_the_full_path_without_links(string tool, string arguments, string name) =>
        Assert.Equal(name.Length == 0 ? _root.Path : _root.At(name), await _tools.AcceptAsync(tool, arguments));

    [Theory]
    [InlineData("full", "out.md", Markdown)]
    [InlineData("full", "out/secret.md", Markdown)]
    [InlineData("full", "around.md", Markdown)]
    [InlineData("full", "not/there.md", Markdown)]
    [InlineData("full", "a.md/b.md", Markdown)]
    [InlineData("unrevealed_full", "out.md", "must be an allowed path")]
    public async Task Text_that_leads_elsewhere_is_refused_like_any_other(string tool, string file, string expected) =>
        Assert.Equal($"Invalid arguments for {tool}: 1 violation\n  /file: {expected}", await _tools.RefuseAsync(tool, $$"""{"file":"{{file}}"}"""));

    [Fact]
    public async Task Every_text_that_leads_elsewhere_is_named()
    {
        Assert.Equal(
            $"Invalid arguments for two_full: 2 violations\n  /one: {Markdown}\n  /two: must be a relative path under notes that matches data/*",
            await _tools.RefuseAsync("two_full", """{"two":"data/link","one":"out.md"}"""));
        Assert.Equal($"{_root.At("a.md")} {_root.At("data/x.csv")}", await _tools.AcceptAsync("two_full", """{"two":"data/x.csv","one":"a.md"}"""));
    }

    [Theory]
    [InlineData("maybe_full")]
    [InlineData("oblivious_full")]
    public async Task Absent_text_stays_absent(string tool)
    {
        Assert.Equal("none", await _tools.AcceptAsync(tool, "{}"));
        Assert.Equal("none", await _tools.AcceptAsync(tool, """{"file":null}"""));
        Assert.Equal(_root.At("a.md"), await _tools.AcceptAsync(tool, """{"file":"a.md"}"""));
    }

    [Fact]
    public void The_schema_says_what_is_allowed()
    {
        Assert.Equal("""{"type":"string","minLength":1,"maxLength":4096,"pattern":"^(?:(?:[^./][^/]*/)*[^./][^/]*\\.md)$","description":"Must be a relative path under notes that matches **/*.md"}""", Schema("one", "file"));
        Assert.Equal("""{"type":"string","minLength":4,"maxLength":12,"pattern":"^(?:(?:[^./][^/]*\\.md)|(?:docs(?:/[^./][^/]*)*|data(?:/[^./][^/]*)*))$","description":"Must be a relative path under notes that matches *.md or {docs,data}/**"}""", Schema("several", "file"));
        Assert.Equal("""{"type":"string","minLength":1,"maxLength":4096,"description":"A document."}""", Schema("unrevealed", "file"));
        Assert.Equal("""{"type":"string","minLength":1,"maxLength":4096}""", Schema("unrevealed_full", "file"));
        Assert.Contains("Must be a relative path under notes that matches **/*.md", _tools["map"].ProtocolTool.InputSchema.GetProperty("properties").GetProperty("files").GetProperty("additionalProperties").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.All(_tools.All, tool => Assert.DoesNotContain(_root.Base, tool.ProtocolTool.InputSchema.GetRawText(), StringComparison.Ordinal));
    }

    private string Schema(string tool, string argument) => JsonSerializer.Serialize(_tools[tool].ProtocolTool.InputSchema.GetProperty("properties").GetProperty(argument), s_plain);

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
