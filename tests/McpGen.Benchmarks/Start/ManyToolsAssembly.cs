using McpGen.Benchmarks.Generator;
using McpGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace McpGen.Benchmarks.Start;

/// <summary>An assembly of many distinct tools, compiled as a server project would be, in a folder of its own.</summary>
internal sealed class ManyToolsAssembly : IDisposable
{
    private const string Registration = """
        using Microsoft.Extensions.DependencyInjection;

        public static class Registration
        {
            public static void Add(IMcpServerBuilder builder) => builder.{0};
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("McpGen.Benchmarks.");

    /// <summary>Compiles it.</summary>
    /// <param name="tools">How many tools.</param>
    /// <param name="isHardened">With the generator, and registered by its namesake; otherwise found by the SDK's reflection.</param>
    public ManyToolsAssembly(int tools, bool isHardened)
    {
        IsHardened = isHardened;
        Tools = tools;
        Path = System.IO.Path.Combine(_folder.FullName, $"ManyTools.{(isHardened ? "Hardened" : "Plain")}{tools}.dll");
        string call = isHardened ? "WithHardenedTools()" : "WithToolsFromAssembly(typeof(Registration).Assembly)";
        Compile([.. ManyTools.Sources(tools, isHardened), Registration.Replace("{0}", call, StringComparison.Ordinal)]);
    }

    public int Tools { get; }

    public bool IsHardened { get; }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Compile(IEnumerable<string> sources)
    {
        // Without nullable analysis, a seventh of the time: it only warns, and what is emitted is the same.
        CSharpParseOptions options = new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.None).WithFeatures([new("run-nullable-analysis", "never")]);
        Compilation compilation = CSharpCompilation.Create(
            System.IO.Path.GetFileNameWithoutExtension(Path),
            sources.Select(source => CSharpSyntaxTree.ParseText(source, options)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        IEnumerable<Diagnostic> diagnostics = [];
        if (IsHardened)
        {
            CSharpGeneratorDriver.Create([new McpGenGenerator().AsSourceGenerator()], parseOptions: options)
                .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var reported);
            diagnostics = reported;
        }

        EmitResult emitted = compilation.Emit(Path);
        if (diagnostics.Concat(emitted.Diagnostics).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList() is [var error, ..])
        {
            throw new InvalidOperationException(error.ToString());
        }
    }
}
