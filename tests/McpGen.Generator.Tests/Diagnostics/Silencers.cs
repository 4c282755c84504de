using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>Compilations with one of them in force.</summary>
internal static class Silencers
{
    public static TheoryData<Silencer> All => [.. Enum.GetValues<Silencer>()];

    public static CSharpCompilation Apply(Silencer silencer, string id, string[] sources) => silencer switch
    {
        Silencer.Pragma => Compile([.. sources.Select(source => $"#pragma warning disable {id}\n{source}")]),
        Silencer.NoWarn => With(sources, options => options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItem(id, ReportDiagnostic.Suppress))),
        Silencer.EditorConfig => With(sources, options => options.WithSyntaxTreeOptionsProvider(new ConfigFile($"[*.cs]\ndotnet_diagnostic.{id}.severity = none"))),
        Silencer.GlobalConfig => With(sources, options => options.WithSyntaxTreeOptionsProvider(new ConfigFile($"is_global = true\ndotnet_diagnostic.{id}.severity = none"))),
        Silencer.SuppressMessage => Compile([$"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"McpGen\", \"{id}\")]", .. sources]),
        _ => throw new ArgumentOutOfRangeException(nameof(silencer)),
    };

    private static CSharpCompilation With(string[] sources, Func<CSharpCompilationOptions, CSharpCompilationOptions> change)
    {
        CSharpCompilation compilation = Compile(sources);
        return compilation.WithOptions(change(compilation.Options));
    }

    private static CSharpCompilation Compile(string[] sources) => DiagnosticAssert.Lenient(TestCompilation.Of(sources));

    /// <summary>A configuration file, read as the compiler reads it.</summary>
    private sealed class ConfigFile(string text) : SyntaxTreeOptionsProvider
    {
        private readonly AnalyzerConfigSet _set = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(text, "/.editorconfig") });

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _set.GetOptionsForSourcePath("/" + tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
