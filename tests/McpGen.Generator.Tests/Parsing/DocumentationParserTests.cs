using System.Globalization;
using System.Xml.Linq;
using McpGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Parsing;

public sealed partial class DocumentationParserTests
{
    private static readonly MetadataReference CoreLibrary = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);

    /// <summary>Pieces of leading trivia. A trailing newline is part of those that run to the end of their line.</summary>
    private static readonly string[] Pieces =
    [
        "/// <summary>one</summary>\n", "/// <summary>\n    /// two\n    /// </summary>\n", "/// <remarks/>\n", "/** <summary>three</summary> */",
        "/**\n * <summary>four\n * * point</summary>\n */\n", "/**\n <summary>five\n * point</summary>\n */\n", "//// <summary>no</summary>\n", "/*** <summary>no</summary> */",
        "/**/", "/***/", "// plain\n", "/* plain */", "\n", "   ", "\n\n", "\n#pragma warning disable CS0168\n", "\n#if NEVER\n/// <summary>no</summary>\n#endif\n",
        "\n#if !NEVER\n/// <summary>six</summary>\n#else\n/// <summary>no</summary>\n#endif\n", "\n#region r\n#endregion\n", "/// <summary>broken\n", "/// <summary>a &lt; b</summary>\u2028",
        "[System.Obsolete] ", "[/** <summary>no</summary> */ System.Obsolete] /// <summary>no</summary>\n", "int f; ", "void G() { } ", "int f2 /// <summary>no</summary>\n = 1; ",
    ];

    [Theory]
    [InlineData("/// <summary>Text.</summary>", "Text.")]
    [InlineData("///<summary>Text.</summary>", "Text.")]
    [InlineData("/// <summary>\n///   Two   words\n///\tand more.\n/// </summary>", "Two words and more.")]
    [InlineData("/// <summary> \n/// </summary>", null)]
    [InlineData("/// <summary/>", null)]
    [InlineData("/// Text without an element.", null)]
    [InlineData("/// <remarks>Elsewhere.</remarks>", null)]
    [InlineData("/// <remarks><summary>Nested.</summary></remarks>", null)]
    [InlineData("/// <summary/><summary>First with text.</summary><summary>Second.</summary>", "First with text.")]
    [InlineData("/// <summary>Text.</summary>\n\n// comment\n#pragma warning disable CS0168\n[System.Obsolete]", "Text.")]
    [InlineData("/// <summary>Old.</summary>\n// comment\n/// <summary>New.</summary>", "New.")]
    [InlineData("/// <summary>Split\n\n/// by a blank line.</summary>", "Split by a blank line.")]
    [InlineData("/// <summary>Rare\u2028/// line\u2029/// ends\u0085/// too.</summary>", "Rare line ends too.")]
    [InlineData("//// <summary>Four slashes.</summary>", null)]
    [InlineData("// <summary>Two slashes.</summary>", null)]
    [InlineData("/* <summary>One star.</summary> */", null)]
    [InlineData("/*** <summary>Three stars.</summary> */", null)]
    [InlineData("/**/", null)]
    [InlineData("/***/", null)]
    [InlineData("/** <summary>One line.</summary> */", "One line.")]
    [InlineData("/**\n * <summary>\n * Starred,\n *\n\n   * indented.\n * </summary>\n */", "Starred, indented.")]
    [InlineData("/** <summary>\n Plain\n * item\n </summary> */", "Plain * item")]
    [InlineData("/// <summary>1 &lt; 2 &amp;&amp; 3 &gt; 2 &#x41;<![CDATA[ <raw> ]]><!-- hidden --><?hidden?></summary>", "1 < 2 && 3 > 2 A <raw>")]
    [InlineData("/// <summary>Wide\u00a0and\u3000wider \u200b.</summary>", "Wide\u00a0and\u3000wider \u200b.")]
    public void A_summary_is_one_line_of_plain_text(string comment, string? expected) => Assert.Equal(expected, OfMember(comment).Summary);

    [Theory]
    [InlineData("""<see cref="T:Foo.Bar"/>""", "Bar")]
    [InlineData("""<see cref="M:Foo.Bar.Baz``1(System.Int32,``0)"/>""", "Baz")]
    [InlineData("""<see cref="M:Foo.Bar.#ctor(System.Int32)"/>""", "Bar")]
    [InlineData("""<see cref="Foo.Bar"/>""", "Bar")]
    [InlineData("""<see cref="Foo.Bar(int, System.Collections.Generic.List{Foo.X})"/>""", "Bar")]
    [InlineData("""<see cref="Dictionary{System.String, Foo.Bar}"/>""", "Dictionary")]
    [InlineData("""<see cref="Dictionary{System.String, Foo.Bar}.Add"/>""", "Add")]
    [InlineData("""<see cref="List&lt;Foo.Bar&gt;"/>""", "List")]
    [InlineData("""<see cref="global::Foo.@event"/>""", "event")]
    [InlineData("""<see cref="this[int]"/>""", "this")]
    [InlineData("""<see cref="(int, int)"/>""", "(int, int)")]
    [InlineData("""<see cref=""/>""", null)]
    [InlineData("""<see cref="Foo">these words</see>""", "these words")]
    [InlineData("""<see cref="Foo"> </see>""", "Foo")]
    [InlineData("""<see langword="null"/>""", "null")]
    [InlineData("""<see href="https://example.org/a?b"/>""", "https://example.org/a?b")]
    [InlineData("""<see href="https://example.org">the site</see>""", "the site")]
    [InlineData("""<paramref name="x"/><typeparamref name="T"/>""", "xT")]
    [InlineData("""a<c>b</c><code>c</code><b>d</b><i>e</i><em>f</em><unknown>g</unknown>""", "abcdefg")]
    [InlineData("""<para>One.</para><para>Two.</para>Three.<br/>Four.""", "One. Two. Three. Four.")]
    [InlineData("""Of:<list type="bullet"><item><term>a</term><description>first</description></item><item>b</item></list>all""", "Of: a first b all")]
    public void Elements_inside_a_text_become_what_a_reader_would_see(string inner, string? expected) =>
        Assert.Equal(expected, OfMember($"/// <summary>{inner}</summary>").Summary);

    [Fact]
    public void Each_piece_is_found_by_its_name()
    {
        Documentation documentation = OfMember("/// <summary>S</summary><param name='a'>A</param><param name=' class '>C</param><param name='a'>later</param><param>x</param><returns>R</returns>");

        Assert.Equal(("S", "R", "A", "C"), (documentation.Summary, documentation.Returns, documentation.Parameter("a"), documentation.Parameter("class")));
        Assert.Null(documentation.Parameter("A"));
    }

    [Theory]
    [InlineData("/// <summary>Never closed.")]
    [InlineData("/// <summary>A < B</summary>")]
    [InlineData("/// <summary>A</summary> & more")]
    [InlineData("/// <summary>Good.</summary>\n/// <param name=\"a\">Bad.</parm>")]
    [InlineData("/// </doc><doc><summary>Escaped.</summary>")]
    [InlineData("/// <summary>&undeclared;</summary>")]
    [InlineData("/// <!DOCTYPE a [<!ENTITY b \"bbb\">]><summary>&b;</summary>")]
    [InlineData("/// <!DOCTYPE a SYSTEM \"file:///etc/hostname\"><summary>A</summary>")]
    [InlineData("/// <?xml version=\"1.0\"?><!DOCTYPE a><summary>A</summary>")]
    [InlineData("/// <summary>\u0001</summary>")]
    [InlineData("/// <x:summary>A</x:summary>")]
    public void Malformed_XML_documents_nothing(string comment) => Assert.Equal(Documentation.None, OfMember(comment));

    [Fact]
    public void Any_text_can_be_read()
    {
        const string Alphabet = "<>/&;=\"'!-[]?#x1 \0\ud800\udc00\ufffe*:{(`.,";
        string[] words = ["<summary>", "</summary>", "<see cref=\"", "\"/>", "<inheritdoc cref=\"", "<param name='", "&lt;", "<![CDATA[", "]]>", "M:", "C.M"];
        var random = new Random(31_337);

        for (var round = 0; round < 2_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(3) == 0 ? $"{Alphabet[random.Next(Alphabet.Length)]}" : words[random.Next(words.Length)]));
            Documentation documentation = OfMember($"/// <summary>Word {text}</summary>", DocumentationMode.None);
            Assert.True(documentation.Summary is null || documentation.Summary.StartsWith("Word", StringComparison.Ordinal), text);
        }
    }

    [Fact]
    public void Deep_nesting_and_long_names_are_read_without_harm()
    {
        string deep = string.Concat(Enumerable.Repeat("<b>", 20_000)) + "x" + string.Concat(Enumerable.Repeat("</b>", 20_000));
        string brackets = new('{', 50_000);

        Assert.Equal("x Z", OfMember($"/** <summary>{deep} <see cref=\"{brackets}\">Z</see></summary> <inheritdoc cref=\"A{brackets}(\"/> */", DocumentationMode.None).Summary);
    }

    [Fact]
    public void Everywhere_the_comment_is_the_one_the_compiler_attaches()
    {
        var random = new Random(7_919);
        var attached = 0;

        for (var round = 0; round < 400; round++)
        {
            string source = "class C {" + string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)])) + "void M() { } }";
            string? expected = SummaryByCompiler(Member(source, "C.M", DocumentationMode.Parse));
            attached += expected is null ? 0 : 1;
            foreach (DocumentationMode mode in Enum.GetValues<DocumentationMode>())
                Assert.Equal((source, expected), (source, DocumentationParser.Parse(Member(source, "C.M", mode), default).Summary));
        }

        Assert.InRange(attached, 100, 300);
    }

    [Theory]
    [InlineData("class C { /** <summary>S</summary> */ void M() { } }", "C.M")]
    [InlineData("class C { int x; /// <summary>S</summary>\n void M() { } }", "C.M")]
    [InlineData("class C { /** <summary>S</summary> */ [System.Obsolete] public int P { get; } }", "C.P")]
    [InlineData("class C { /** <summary>S</summary> */ int f, g; }", "C.g")]
    [InlineData("/// <summary>S</summary>\nclass C { }", "C")]
    [InlineData("enum E { A, /** <summary>S</summary> */ B }", "E.B")]
    [InlineData("namespace N.O;\n/// <summary>S</summary>\nclass C { }", "N.O.C")]
    public void Every_kind_of_declaration_is_read(string source, string symbol) => Assert.Equal("S", Parse(symbol, source).Summary);

    [Theory]
    [InlineData("record R(int A);")]
    [InlineData("class R(int A) { public int B => A; }")]
    [InlineData("readonly record struct R(int A);")]
    public void The_parameters_of_a_primary_constructor_are_documented_by_the_type(string declaration) =>
        Assert.Equal("text", Parse("R", "/// <param name='A'>text</param>\npublic " + declaration).Parameter("A"));

    [Fact]
    public void A_positional_property_has_no_documentation_of_its_own() =>
        Assert.Equal(Documentation.None, Parse("R.A", "record R(\n/// <summary>not here</summary>\nint A);"));

    [Fact]
    public void The_parts_of_a_type_complete_each_other_in_their_order()
    {
        Documentation documentation = Parse(
            "C",
            "/// <param name='a'>A</param>\npartial class C(int a) { int A => a; }",
            "/// <summary>First</summary>\npartial class C;",
            "/// <summary>Second</summary><param name='a'>late</param>\npartial class C;");

        Assert.Equal(("First", "A"), (documentation.Summary, documentation.Parameter("a")));
    }

    [Theory]
    [InlineData("/// <summary>D</summary>", "/// <summary>I</summary><returns>R</returns>", "D", null)]
    [InlineData("", "/// <summary>I</summary><returns>R</returns>", "I", "R")]
    [InlineData("/// <summary>broken", "/// <summary>I</summary>", "I", null)]
    [InlineData("/// <returns>R</returns>", "/// <summary>I</summary>", null, "R")]
    public void The_defining_part_of_a_member_wins_if_it_says_anything(string definition, string implementation, string? summary, string? returns)
    {
        Documentation method = Parse("C.M", $"partial class C {{ {definition}\npublic partial int M(); }}", $"partial class C {{ {implementation}\npublic partial int M() => 0; }}");
        Documentation property = Parse("C.P", $"partial class C {{ {implementation}\npublic partial int P => 0; }}", $"partial class C {{ {definition}\npublic partial int P {{ get; }} }}");

        Assert.Equal((summary, returns), (method.Summary, method.Returns));
        Assert.Equal(method, property);
    }

    [Fact]
    public void Either_part_of_a_partial_method_gives_the_same()
    {
        var method = (IMethodSymbol)Member("partial class C { /** <summary>D</summary> */ public partial int M(); /** <summary>I</summary> */ public partial int M() => 0; }", "C.M", DocumentationMode.None);

        Assert.NotNull(method.PartialImplementationPart);
        Assert.Equal("D", DocumentationParser.Parse(method.PartialImplementationPart, default).Summary);
    }

    [Fact]
    public void Metadata_has_no_documentation() => Assert.Equal(Documentation.None, DocumentationParser.Parse(Compile(DocumentationMode.None, "").ObjectType, default));

    [Fact]
    public void Equal_texts_are_equal_values_whatever_their_order()
    {
        Documentation first = OfMember("/// <param name='a'>A</param><param name='b'>B</param>");
        Documentation second = OfMember("/// <param name='b'>B</param><param name='a'>A</param>");

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, OfMember("/// <param name='b'>A</param><param name='a'>B</param>"));
    }

    [Fact]
    public void Cancellation_is_obeyed() =>
        Assert.Throws<OperationCanceledException>(() => DocumentationParser.Parse(Member("class C;", "C", DocumentationMode.None), new CancellationToken(canceled: true)));

    private static Documentation OfMember(string comment) => Parse("C.M", "class C\n{\n" + comment + "\nvoid M() { }\n}");

    private static Documentation OfMember(string comment, DocumentationMode mode) =>
        DocumentationParser.Parse(Member("class C\n{\n" + comment + "\nvoid M() { }\n}", "C.M", mode), default);

    /// <summary>Reads the documentation in every mode and with both newlines, and demands one result.</summary>
    private static Documentation Parse(string symbol, params string[] sources)
    {
        Documentation[] results =
        [
            .. from mode in Enum.GetValues<DocumentationMode>()
               from newline in new[] { "\n", "\r\n" }
               select DocumentationParser.Parse(Find(Compile(mode, [.. sources.Select(source => source.Replace("\n", newline))]), symbol), default),
        ];
        return Assert.Single(results.Distinct());
    }

    private static ISymbol Member(string source, string name, DocumentationMode mode) => Find(Compile(mode, source), name);

    /// <summary>The symbol of a dotted name; "#1" at its end asks for the second of that name.</summary>
    private static ISymbol Find(Compilation compilation, string name)
    {
        string[] parts = name.Split('#');
        INamespaceOrTypeSymbol container = compilation.Assembly.GlobalNamespace;
        for (string rest = parts[0]; ; rest = rest[(rest.IndexOf('.') + 1)..])
        {
            if (container.GetMembers(rest) is { Length: > 0 } members)
                return members[parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture)];
            container = (INamespaceOrTypeSymbol)container.GetMembers(rest.Split('.')[0]).First();
        }
    }

    private static CSharpCompilation Compile(DocumentationMode mode, params string[] sources) => CSharpCompilation.Create(
        "Documented",
        sources.Select(source => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp13, mode))),
        [CoreLibrary]);

    private static string? SummaryByCompiler(ISymbol symbol)
    {
        string? xml = symbol.GetDocumentationCommentXml();
        IEnumerable<string> summaries = string.IsNullOrEmpty(xml) || xml.StartsWith("<!--", StringComparison.Ordinal)
            ? []
            : XElement.Parse(xml).Elements("summary").Select(summary => string.Join(' ', summary.Value.Split([' ', '\n', '\r', '\u2028'], StringSplitOptions.RemoveEmptyEntries)));
        return summaries.FirstOrDefault(summary => summary.Length > 0);
    }
}
