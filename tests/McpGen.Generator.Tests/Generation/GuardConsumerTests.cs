using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Generation;

/// <summary>Guards in every project they can find themselves in; warnings are errors in all of them.</summary>
public sealed class GuardConsumerTests
{
    private const string Source = """
        /// <summary>A request.</summary>
        /// <param name="File">The file.</param>
        /// <param name="Pages">The pages.</param>
        public sealed record Request([property: AllowedPaths("notes", "**/*.md")] SandboxedPath File, [property: AllowedHosts("a.example"), MaxLength(3)] GuardedUri[]? Pages = null);

        /// <summary>Tools.</summary>
        [McpServerToolType, PublicTool]
        public sealed partial class Tools
        {
            /// <summary>Reads.</summary>
            /// <param name="request">The request.</param>
            /// <param name="file">The file.</param>
            /// <param name="name">A name.</param>
            /// <param name="argument">An argument.</param>
            /// <param name="text">A text.</param>
            [McpServerTool]
            public async Task<string> Read(Request request, [AllowedPaths("notes", "*.md", Access = PathAccess.ReadWrite)] SandboxedPath? file = null, [Identifier] string? name = null, [CommandArgument, MaxLength(9)] string? argument = null, [PlainText, MaxLength(9)] string? text = null) =>
                await request.File.ReadAllTextAsync() + (file is null ? "" : await file.ReadAllTextAsync()) + name + argument + text + request.Pages?.Length;

            /// <summary>Names.</summary>
            /// <param name="file">The file.</param>
            /// <param name="page">The page.</param>
            [McpServerTool]
            public string Name([AllowedPaths("notes", "*.md")] string? file = null, [AllowedHosts("a.example")] Uri? page = null) => System.IO.Path.GetFileName(file) + " " + page;
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public Task Every_language_version_since_12_compiles_them(LanguageVersion language) => AssertWorksAsync(TestCompilation.With(TestCompilation.ParseOptions(language: language), Source));

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public Task A_project_without_nullable_references_compiles_them(NullableContextOptions nullable)
    {
        CSharpCompilation compilation = TestCompilation.Of(Source.Replace("Path?", "Path", StringComparison.Ordinal).Replace("string?", "string", StringComparison.Ordinal).Replace("Uri[]?", "Uri[]", StringComparison.Ordinal).Replace("Uri?", "Uri", StringComparison.Ordinal));
        return AssertWorksAsync(compilation.WithOptions(compilation.Options.WithNullableContextOptions(nullable)));
    }

    [Theory]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public Task A_project_that_is_documented_compiles_them(DocumentationMode documentation)
    {
        CSharpCompilation compilation = TestCompilation.With(TestCompilation.ParseOptions(documentation), Source);
        return AssertWorksAsync(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.SetItem("CS1591", ReportDiagnostic.Error))));
    }

    [Fact]
    public Task Arithmetic_may_be_unchecked()
    {
        CSharpCompilation compilation = TestCompilation.Of(Source);
        return AssertWorksAsync(compilation.WithOptions(compilation.Options.WithOverflowChecks(false)));
    }

    /// <summary>Whoever wants a path as text makes the advice no warning, and needs nothing else.</summary>
    private static async Task AssertWorksAsync(CSharpCompilation compilation)
    {
        using TemporaryRoot root = new TemporaryRoot().Add("a.md", "one");
        GeneratorRun run = GeneratorRun.On(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.SetItem("MCPG0035", ReportDiagnostic.Info)))).AssertClean();
        LoadedTools tools = LoadedTools.From(run, root.Options);

        Assert.Equal("oneonenat1", await tools.AcceptAsync("read", """{"request":{"file":"a.md","pages":["https://a.example"]},"file":"a.md","name":"n","argument":"a","text":"t"}"""));
        Assert.Equal("one", await tools.AcceptAsync("read", """{"request":{"file":"a.md"}}"""));
        Assert.Equal("a.md https://a.example/", await tools.AcceptAsync("name", """{"file":"a.md","page":"https://a.example"}"""));
        Assert.Equal(" ", await tools.AcceptAsync("name", "{}"));
        Assert.EndsWith("/request/file: must be a relative path under notes that matches **/*.md", await tools.RefuseAsync("read", """{"request":{"file":"../a.md"}}"""), StringComparison.Ordinal);
    }
}
