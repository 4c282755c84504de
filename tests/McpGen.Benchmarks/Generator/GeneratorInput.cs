using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Benchmarks.Generator;

/// <summary>
/// Many tools as a compiler has them before its generators run: parsed, and nothing bound. Each run gets a compilation of its own, since one
/// whose symbols are bound already, or that is the last run's, measures nothing.
/// </summary>
internal sealed class GeneratorInput
{
    // As in a build without a documentation file.
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp12, DocumentationMode.None);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("McpGen.Generator", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly IReadOnlyList<string> _sources;
    private readonly CSharpCompilation _compilation;
    private int _edits;

    public GeneratorInput(int tools)
    {
        _sources = ManyTools.Sources(tools, hardened: true);
        _compilation = CSharpCompilation.Create(
            "ManyTools", [.. _sources.Select(Parse), Elsewhere(0)], s_references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    public static GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: s_parse);

    /// <summary>As it was written first.</summary>
    public CSharpCompilation Fresh() => _compilation.Clone();

    /// <summary>The same after an edit like no other before it.</summary>
    public CSharpCompilation After(GeneratorEdit edit)
    {
        _edits++;
        SyntaxTree first = _compilation.SyntaxTrees[0];
        return edit switch
        {
            GeneratorEdit.Unrelated => _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[^1], Elsewhere(_edits)),
            GeneratorEdit.Body => _compilation.ReplaceSyntaxTree(first, Parse(Changed(_sources[0], " of department 0\"", $" of department 0, edit {_edits}\""), 0)),
            GeneratorEdit.Signature => _compilation.ReplaceSyntaxTree(first, Parse(Changed(_sources[0], "ActiveAccounts(", $"ActiveAccounts(int added{_edits}, "), 0)),
            _ => Fresh(),
        };
    }

    private static SyntaxTree Elsewhere(int number) => Parse($"internal static class Elsewhere {{ public static int Number => {number}; }}", -1);

    private static SyntaxTree Parse(string source, int index) => CSharpSyntaxTree.ParseText(source, s_parse, path: $"Source{index}.cs", encoding: Encoding.UTF8);

    /// <summary>The text with the first of these parts changed.</summary>
    private static string Changed(string text, string part, string by)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        return text[..start] + by + text[(start + part.Length)..];
    }
}
