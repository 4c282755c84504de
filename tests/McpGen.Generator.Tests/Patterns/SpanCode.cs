using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using McpGen.Generator.Patterns;
using McpGen.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>Compiles the code of patterns as the strictest consumer would, without a using, and loads it.</summary>
internal static class SpanCode
{
    private static readonly ConcurrentDictionary<string, TextMatcher> s_loaded = new();

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Memory.dll" or "McpGen.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The method of one pattern; null where it takes an engine.</summary>
    public static TextMatcher? Load(PatternModel pattern) => pattern.Code is null ? null : s_loaded.GetOrAdd(pattern.Code, _ => Load([pattern])[0]!);

    /// <summary>The methods of many patterns, compiled at once.</summary>
    public static IReadOnlyList<TextMatcher?> Load(IReadOnlyList<PatternModel> patterns, LanguageVersion language = LanguageVersion.CSharp12)
    {
        var source = new StringBuilder("internal static class Patterns\n{\n");
        foreach ((int index, PatternModel pattern) in patterns.Index())
        {
            _ = source.Append(pattern.CodeFor("_" + index)).Append('\n');
            if (pattern.Code is not null)
                _ = source.Append(System.Globalization.CultureInfo.InvariantCulture, $"internal static readonly global::McpGen.Validation.TextMatcher F_{index} = Matches_{index};\n");
        }

        var compilation = CSharpCompilation.Create(
            "Patterns", [CSharpSyntaxTree.ParseText(source.Append('}').ToString(), new CSharpParseOptions(language))], s_references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, allowUnsafe: false,
                nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999));
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Select(found => $"{found}\n{found.Location.SourceTree?.GetText().Lines[found.Location.GetLineSpan().StartLinePosition.Line]}")));

        image.Position = 0;
        Type loaded = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("Patterns")!;
        return [.. patterns.Select((_, index) => (TextMatcher?)loaded.GetField("F_" + index, BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null))];
    }
}
