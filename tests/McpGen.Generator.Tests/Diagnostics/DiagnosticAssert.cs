using System.Collections.Immutable;
using System.Globalization;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>What every test of a diagnostic asserts.</summary>
internal static class DiagnosticAssert
{
    /// <summary>Found over all classes together, when each has its wrappers already. The build fails all the same.</summary>
    private static readonly HashSet<string> s_leavesWrappers = ["MCPG0008", "MCPG0022"];

    /// <summary>
    /// Asserts that the id is reported at every marked place and nowhere else, that nothing else is wrong with the source, and that an error
    /// leaves no wrapper behind.
    /// </summary>
    /// <param name="id">The diagnostic.</param>
    /// <param name="marked">See <see cref="MarkedSources"/>.</param>
    /// <param name="messages">The messages in the order of the marks; none where the wording is another test's.</param>
    public static void Reports(string id, string marked, params string[] messages)
    {
        var sources = new MarkedSources(marked);
        GeneratorRun run = GeneratorRun.On(Lenient(TestCompilation.Of(sources.Files)));
        AssertReported(run, id, sources, messages);
    }

    public static void AssertReported(GeneratorRun run, string id, MarkedSources sources, params string[] messages)
    {
        Diagnostic[] found = [.. Of(run, id).OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath).ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];

        Assert.Equal(sources.Places, found.Select(PlaceOf));
        Assert.All(found, diagnostic => Assert.Equal(Rule(id).DefaultSeverity, diagnostic.Severity));
        if (messages.Length > 0)
        {
            Assert.Equal(messages, found.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        }

        Assert.Empty(run.Diagnostics.Where(diagnostic => diagnostic.Id != id && diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.Empty(run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        if (!s_leavesWrappers.Contains(id))
        {
            Assert.Equal(IsError(id), Wrappers(run).IsEmpty);
        }
    }

    /// <summary>Asserts that the error stands, and no wrapper is made, whatever is set against it.</summary>
    public static void StaysInSpiteOf(Silencer silencer, string id, string marked)
    {
        Assert.True(IsError(id));
        (Diagnostic[] found, bool hasWrappers) = Silenced(silencer, id, marked);

        Assert.NotEmpty(found);
        Assert.All(found, static diagnostic => Assert.Equal((DiagnosticSeverity.Error, false), (diagnostic.Severity, diagnostic.IsSuppressed)));
        Assert.Equal(s_leavesWrappers.Contains(id), hasWrappers);
    }

    /// <summary>Asserts that advice can be turned off, which costs no wrapper.</summary>
    public static void IsSilencedBy(Silencer silencer, string id, string marked)
    {
        Assert.False(IsError(id));
        (Diagnostic[] found, bool hasWrappers) = Silenced(silencer, id, marked);

        Assert.All(found, static diagnostic => Assert.True(diagnostic.IsSuppressed));
        Assert.True(hasWrappers);
    }

    /// <summary>Asserts that nothing is reported, that everything compiles without a warning, and that there is a wrapper.</summary>
    public static GeneratorRun IsClean(string source)
    {
        GeneratorRun run = GeneratorRun.Of(new MarkedSources(source).Files).AssertClean();
        Assert.NotEmpty(Wrappers(run));
        return run;
    }

    /// <summary>The hint names of the tool classes' files.</summary>
    public static ImmutableArray<string> Wrappers(GeneratorRun run) => Wrappers(run.Result);

    private static ImmutableArray<string> Wrappers(GeneratorRunResult result) =>
        [.. result.GeneratedSources.Select(static source => source.HintName).Where(static name => name.EndsWith(".McpGen.g.cs", StringComparison.Ordinal))];

    /// <summary>The usual settings instead of the strictest: warnings of the test sources are not what is asserted here.</summary>
    public static CSharpCompilation Lenient(CSharpCompilation compilation) =>
        compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));

    private static (Diagnostic[] Found, bool HasWrappers) Silenced(Silencer silencer, string id, string marked)
    {
        CSharpCompilation compilation = Silencers.Apply(silencer, id, new MarkedSources(marked).Files);
        GeneratorDriver driver = GeneratorRun.Driver().RunGeneratorsAndUpdateCompilation(compilation, out _, out ImmutableArray<Diagnostic> diagnostics);
        return ([.. diagnostics.Where(diagnostic => diagnostic.Id == id)], !Wrappers(driver.GetRunResult().Results.Single()).IsEmpty);
    }

    private static ImmutableArray<Diagnostic> Of(GeneratorRun run, string id) => [.. run.Diagnostics.Where(diagnostic => diagnostic.Id == id)];

    private static MarkedSources.Place PlaceOf(Diagnostic diagnostic)
    {
        Assert.NotNull(diagnostic.Location.SourceTree);
        return new MarkedSources.Place(
            diagnostic.Location.SourceTree.FilePath, diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceTree.GetText().ToString(diagnostic.Location.SourceSpan));
    }

    private static DiagnosticDescriptor Rule(string id) => Descriptors.All.Single(rule => rule.Id == id);

    private static bool IsError(string id) => Rule(id).DefaultSeverity == DiagnosticSeverity.Error;
}
