using System.Collections.Immutable;
using McpGen.Differential.Signatures;
using McpGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Differential.Compilation;

/// <summary>Takes drawn tools through the generator and the compiler, as a server project would.</summary>
internal static class Compiler
{
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.CSharp12, DocumentationMode.None);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("McpGen.Generator", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles and loads tools.</summary>
    /// <param name="signatures">The tools.</param>
    /// <param name="mutate">Given the generated file of the tool class, the file to compile in its place.</param>
    public static LoadedBatch Load(IReadOnlyList<Signature> signatures, Func<string, string>? mutate = null)
    {
        string source = Signature.Source(signatures);
        CSharpCompilation input = Compilation([CSharpSyntaxTree.ParseText(source, s_parseOptions)]);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new McpGenGenerator().AsSourceGenerator()], parseOptions: s_parseOptions)
            .RunGeneratorsAndUpdateCompilation(input, out Microsoft.CodeAnalysis.Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Require(diagnostics, source);
        if (mutate is not null)
        {
            output = Mutated(output, driver.GetRunResult().Results.Single(), mutate);
        }

        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = output.Emit(image);
        Require(emitted.Diagnostics, source);
        image.Position = 0;
        return new LoadedBatch(image, signatures);
    }

    /// <summary>Compiles what can be compiled: halves without the declaration that the generator refuses.</summary>
    /// <param name="signatures">The tools.</param>
    /// <param name="refused">Takes the reasons.</param>
    public static IReadOnlyList<LoadedBatch> LoadUsable(IReadOnlyList<Signature> signatures, List<string> refused)
    {
        try
        {
            return [Load(signatures)];
        }
        catch (DrawnSourceException exception) when (signatures.Count == 1)
        {
            refused.Add(exception.Message);
            return [];
        }
        catch (DrawnSourceException)
        {
            int half = signatures.Count / 2;
            return [.. LoadUsable([.. signatures.Take(half)], refused), .. LoadUsable([.. signatures.Skip(half)], refused)];
        }
    }

    private static Microsoft.CodeAnalysis.Compilation Mutated(Microsoft.CodeAnalysis.Compilation output, GeneratorRunResult result, Func<string, string> mutate)
    {
        GeneratedSourceResult wrappers = result.GeneratedSources.Single(static file => file.HintName.EndsWith("DrawnTools.McpGen.g.cs", StringComparison.Ordinal));
        return output.ReplaceSyntaxTree(wrappers.SyntaxTree, CSharpSyntaxTree.ParseText(mutate(wrappers.SourceText.ToString()), s_parseOptions));
    }

    private static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Drawn", trees, s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, checkOverflow: true, optimizationLevel: OptimizationLevel.Release));

    private static void Require(IEnumerable<Diagnostic> diagnostics, string source)
    {
        Diagnostic[] errors = [.. diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
        {
            throw new DrawnSourceException(string.Join("\n", errors.Take(5).Select(error => $"{error}\n{LineOf(error, source)}")));
        }
    }

    private static string LineOf(Diagnostic diagnostic, string source)
    {
        string[] lines = (diagnostic.Location.SourceTree?.ToString() ?? source).Split('\n');
        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        return line < lines.Length ? lines[line] : source;
    }
}

/// <summary>Drawn source that does not compile: the table of kinds draws something the generator refuses.</summary>
internal sealed class DrawnSourceException(string message) : Exception(message);
