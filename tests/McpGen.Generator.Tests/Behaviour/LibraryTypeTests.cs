using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>What the author of a compiled type said of its members holds as it would for source.</summary>
public sealed class LibraryTypeTests
{
    private const string Library = """
        public record Page([AllowedHosts("a.example")] Uri Link, [PlainText, StringLength(5)] string Title = "x");

        public record Blank([StringLength(5)] string Title, [AllowedHosts("a.example")] Uri? Link)
        {
            public Blank() : this("x", null) { }
        }

        public record struct Pair([StringLength(5)] string Left)
        {
            public Pair() : this("x") { }
        }
        """;

    [Theory]
    [InlineData("Numbered value")]
    [InlineData("[Argument] Page value")]
    [InlineData("[Argument] Blank value")]
    [InlineData("[Argument] Pair value")]
    public void A_limit_on_a_positional_member_is_not_lost(string parameter)
    {
        const string Derived = "public record Numbered(Uri Link, int N) : Page(Link);";
        string tools = EchoTools.Source("", ("run", parameter));

        string here = Wrappers(TestCompilation.Of(Library, Derived, tools));
        string there = Wrappers(TestCompilation.Of(Derived, tools).AddReferences(Compiled(Library)));

        Assert.Equal(Reads(here), Reads(there));
        Assert.Contains("maxLength: 5", there, StringComparison.Ordinal);
    }

    private static string Wrappers(CSharpCompilation compilation) => GeneratorRun.On(compilation).Wrappers;

    private static string[] Reads(string wrappers) => [.. wrappers.Split('\n').Where(static line => line.Contains(" = reader.Read", StringComparison.Ordinal)).Select(static line => line.Trim())];

    private static MetadataReference Compiled(string source)
    {
        using var image = new MemoryStream();
        Assert.True(TestCompilation.Of(source).WithAssemblyName("Library").Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
