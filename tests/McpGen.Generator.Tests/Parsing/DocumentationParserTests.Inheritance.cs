using McpGen.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Tests.Parsing;

/// <summary>What inheritdoc supplies. The heir is C or its member M or P; the inherited text is S.</summary>
public sealed partial class DocumentationParserTests
{
    [Theory]
    [InlineData("C.M", "class B { /** <summary>S</summary> */ public virtual void M() { } } class C : B { /** <inheritdoc/> */ public override void M() { } }")]
    [InlineData("C.M", "class B<T> { /** <summary>S</summary> */ public virtual void M(T t) { } } class C : B<int> { /** <inheritdoc/> */ public override void M(int t) { } }")]
    [InlineData("C.M", "interface I { /** <summary>S</summary> */ void M(); } class C : I { /** <inheritdoc/> */ public void M() { } }")]
    [InlineData("C.M", "interface I<T> { void M(string s); /** <summary>S</summary> */ void M(T t); } class C : I<int> { public void M(string s) { } /** <inheritdoc/> */ public void M(int t) { } }", 1)]
    [InlineData("C.I.M", "interface I { /** <summary>S</summary> */ void M(); } class C : I { /** <inheritdoc/> */ void I.M() { } }")]
    [InlineData("C.M", "interface I { /** <summary>S</summary> */ void M(); } partial class C : I { /** <inheritdoc/> */ public partial void M(); public partial void M() { } }")]
    [InlineData("C.M", "interface I { /** <summary>S</summary> */ void M(); } interface J : I; class B : J { /** <inheritdoc/> */ public virtual void M() { } } class C : B { /** <inheritdoc/> */ public override void M() { } }")]
    [InlineData("C.P", "class B { /** <summary>S</summary> */ public virtual int P => 0; } class C : B { /** <inheritdoc/> */ public override int P => 1; }")]
    [InlineData("C.P", "interface I { /** <summary>S</summary> */ int P { get; } } class C : I { /** <inheritdoc/> */ public int P => 1; }")]
    [InlineData("C", "/** <summary>S</summary> */ class B; /** <summary>I</summary> */ interface I; /** <inheritdoc/> */ class C : B, I;")]
    [InlineData("C", "class B; interface I; /** <summary>S</summary> */ interface J; /** <inheritdoc/> */ class C : B, I, J;")]
    [InlineData("C", "interface I; /** <summary>S</summary> */ interface J; /** <inheritdoc/> */ interface C : I, J;")]
    [InlineData("C.M", "class B { /** <summary>S</summary> */ public virtual void M() { } } class C : B { /** <summary><inheritdoc/></summary> */ public override void M() { } }")]
    public void The_plain_form_means_the_member_overridden_or_implemented(string symbol, string source, int overload = 0) =>
        Assert.Equal("S", ParseOverload(symbol, overload, source).Summary);

    [Theory]
    [InlineData("I.N")]
    [InlineData("I.N()", 1)]
    [InlineData("I.N(int)")]
    [InlineData("I.N( System.Int32 )")]
    [InlineData("I.N(int?, System.Collections.Generic.Dictionary{int, string})", 2)]
    [InlineData("I.N(int[])", 3)]
    [InlineData("I.N(int[][])", 4)]
    [InlineData("I.N(ref string)", 5)]
    [InlineData("I.Q")]
    [InlineData("N")]
    [InlineData("M")]
    [InlineData("I")]
    [InlineData("Outer.Inner")]
    [InlineData("Space.Other")]
    [InlineData("global::Space.Other")]
    [InlineData("Imported")]
    [InlineData("Everywhere")]
    [InlineData("Alias")]
    [InlineData("Hidden.M")]
    [InlineData("Generic{T}")]
    [InlineData("Generic{T}.M")]
    [InlineData("Generic&lt;T&gt;.M")]
    [InlineData("Generic{T}.G{U}")]
    [InlineData("Derived.FromBase")]
    [InlineData("T:Outer.Inner")]
    [InlineData("M:I.N(System.Int32)")]
    [InlineData("M:Generic`1.M")]
    public void A_cref_means_what_the_name_means_there(string cref, int number = 0)
    {
        const string Library = """
            global using EverywhereSpace;
            /** <summary>S0</summary> */ interface I
            {
                /** <summary>S0</summary> */ void N(int a); /** <summary>S1</summary> */ void N();
                /** <summary>S2</summary> */ void N(int? a, System.Collections.Generic.Dictionary<int, string> b);
                /** <summary>S3</summary> */ void N(int[] a); /** <summary>S4</summary> */ void N(int[][] a); /** <summary>S5</summary> */ void N(ref string? a);
                /** <summary>S0</summary> */ int Q { get; }
            }
            class Outer { /** <summary>S0</summary> */ public class Inner; }
            namespace Space { /** <summary>S0</summary> */ class Other; }
            namespace UsedSpace { /** <summary>S0</summary> */ class Imported; }
            namespace EverywhereSpace { /** <summary>S0</summary> */ class Everywhere; }
            class Hidden { /** <summary>S0</summary> */ private void M() { } }
            class Generic; /** <summary>S0</summary> */ class Generic<T> { /** <summary>S0</summary> */ public void M() { } void G() { } /** <summary>S0</summary> */ public void G<U>() { } }
            class Base { /** <summary>S0</summary> */ public void FromBase() { } } class Derived : Base;
            """;
        string member = $"using UsedSpace; using Alias = Space.Other; class C {{ /** <summary>S0</summary> */ void N() {{ }} /** <inheritdoc cref=\"{cref}\"/> */ void M() {{ }} /** <summary>S0</summary> */ void M(int other) {{ }} }}";
        string type = $"using UsedSpace; using Alias = Space.Other;\n/// <inheritdoc cref=\"{cref}\"/>\nclass C {{ /** <summary>S0</summary> */ void N() {{ }} /** <summary>S0</summary> */ void M(int other) {{ }} }}";

        Assert.Equal("S" + number, Parse("C.M", member, Library).Summary);
        Assert.Equal("S" + number, Parse("C", type, Library).Summary);
    }

    [Theory]
    [InlineData("cref='Missing'")]
    [InlineData("cref='Missing.M'")]
    [InlineData("cref='I.Missing'")]
    [InlineData("cref='I.N(string)'")]
    [InlineData("cref='I{T}.N'")]
    [InlineData("cref='C.M'")]
    [InlineData("cref='M'")]
    [InlineData("cref='M:C.M'")]
    [InlineData("cref='T:Missing'")]
    [InlineData("cref='object'")]
    [InlineData("cref='System.Object'")]
    [InlineData("cref='System'")]
    [InlineData("cref=''")]
    [InlineData("cref='I' path='/summary'")]
    [InlineData("")]
    public void What_cannot_be_found_supplies_nothing(string attributes) =>
        Assert.Equal(Documentation.None, Parse("C.M", $"/** <summary>S</summary> */ interface I {{ /** <summary>S</summary> */ void N(int a); }} class C {{ /** <inheritdoc {attributes}/> */ void M() {{ }} }}"));

    [Fact]
    public void Only_missing_pieces_are_supplied()
    {
        Documentation documentation = Parse(
            "C.M",
            """
            interface I { /** <summary>S</summary> <returns>R</returns> <param name='a'>A</param> <param name='b'>B</param> */ int M(int a, int b); }
            class C : I { /** <returns>Own</returns> <inheritdoc/> <param name='a'>Own a</param> */ public int M(int a, int b) => 0; }
            """);

        Assert.Equal(("S", "Own", "Own a", "B"), (documentation.Summary, documentation.Returns, documentation.Parameter("a"), documentation.Parameter("b")));
    }

    [Fact]
    public void Parameters_are_matched_by_position_for_an_override_and_by_name_for_a_cref()
    {
        const string Source = """
            class B { /** <param name='a'>first</param> <param name='b'>second</param> */ public virtual void M(int a, int b) { } }
            class C : B { /** <inheritdoc/> */ public override void M(int b, int c) { } /** <inheritdoc cref="B.M"/> */ public void N(int b, int c) { } }
            """;
        Documentation heir = Parse("C.M", Source);
        Documentation named = Parse("C.N", Source);

        Assert.Equal((null, "first", "second"), (heir.Parameter("a"), heir.Parameter("b"), heir.Parameter("c")));
        Assert.Equal(("second", null), (named.Parameter("b"), named.Parameter("c")));
    }

    [Fact]
    public void A_circle_ends_and_keeps_what_was_found_on_the_way() =>
        Assert.Equal(
            new Documentation("S", "R", DocumentationParameters.Empty),
            Parse("C.M", "class C { /** <summary>S</summary> <inheritdoc cref='N'/> */ void M() { } /** <returns>R</returns> <inheritdoc cref='M'/> */ void N() { } }"));

    [Theory]
    [InlineData(DocumentationParser.MaxInheritance, "S")]
    [InlineData(DocumentationParser.MaxInheritance + 1, null)]
    public void A_chain_is_followed_so_far_and_no_further(int length, string? expected)
    {
        IEnumerable<string> chain = Enumerable.Range(1, length).Select(i => $"/** <inheritdoc/> */ class B{i} : B{i - 1};");

        Assert.Equal(expected, Parse("B" + length, "/** <summary>S</summary> */ class B0;" + string.Concat(chain)).Summary);
    }

    [Fact]
    public void A_lattice_of_interfaces_is_read_once_each()
    {
        // Four bases on each of sixteen levels: four thousand million paths.
        IEnumerable<string> lattice = from level in Enumerable.Range(1, 16)
                                      from i in Enumerable.Range(0, 4)
                                      select $"/** <inheritdoc/> */ interface I{level}_{i} : {string.Join(", ", Enumerable.Range(0, 4).Select(b => $"I{level - 1}_{b}"))};\n";
        string source = "interface I0_0; interface I0_1; interface I0_2; /** <summary>S</summary> */ interface I0_3;" + string.Concat(lattice);

        Assert.Equal("S", Parse("I16_3", source).Summary);
    }

    [Fact]
    public void Source_of_another_project_counts_as_metadata()
    {
        Compilation other = Compile(DocumentationMode.Parse, "/** <summary>S</summary> */ public class B;").WithAssemblyName("Other");
        Compilation compilation = Compile(DocumentationMode.Parse, "/** <inheritdoc/> */ class C : B;").AddReferences(other.ToMetadataReference());

        Assert.Equal("S", DocumentationParser.Parse(Find(compilation, "C").ContainingModule.ReferencedAssemblySymbols.Single(a => a.Name == "Other").GetTypeByMetadataName("B")!, default).Summary);
        Assert.Equal(Documentation.None, DocumentationParser.Parse(Find(compilation, "C"), default));
    }

    private static Documentation ParseOverload(string symbol, int overload, string source) => Parse(symbol + "#" + overload, source);
}
