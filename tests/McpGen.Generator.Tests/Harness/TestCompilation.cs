using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Harness;

/// <summary>Compilations of test sources, against what a server project references.</summary>
internal static class TestCompilation
{
    /// <summary>What every test source may use without saying so.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using McpGen;
        using ModelContextProtocol.Protocol;
        using ModelContextProtocol.Server;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private static readonly ImmutableArray<MetadataReference> s_references = [.. Runtime()];

    /// <summary>The language version that design promises to consumers, and the settings that are hardest on generated code.</summary>
    public static CSharpParseOptions ParseOptions(DocumentationMode documentation = DocumentationMode.None, LanguageVersion language = LanguageVersion.CSharp12) =>
        new(language, documentation);

    /// <summary>A new compilation each time: one that is used again would prove nothing about caching.</summary>
    public static CSharpCompilation Of(params string[] sources) => With(ParseOptions(), sources);

    public static CSharpCompilation With(CSharpParseOptions options, params string[] sources) => CSharpCompilation.Create(
        "Tools",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(Usings + source, options, path: $"Source{index}.cs", encoding: System.Text.Encoding.UTF8)),
        s_references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, checkOverflow: true, allowUnsafe: false,
            generalDiagnosticOption: ReportDiagnostic.Error, specificDiagnosticOptions: s_notErrors));

    /// <summary>Warnings about the test sources themselves; everything else is an error, as in a strict consumer.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> s_notErrors = new()
    {
        ["CS1591"] = ReportDiagnostic.Suppress,
        ["CS8019"] = ReportDiagnostic.Suppress,
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
        ["MCPG0024"] = ReportDiagnostic.Default,
        ["MCPG0025"] = ReportDiagnostic.Default,
        ["MCPG0027"] = ReportDiagnostic.Default,
        ["MCPG0032"] = ReportDiagnostic.Default,
        ["MCPG0036"] = ReportDiagnostic.Default,
    };

    private static IEnumerable<MetadataReference> Runtime() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("McpGen.Generator", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path));
}
