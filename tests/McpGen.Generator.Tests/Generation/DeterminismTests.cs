using System.Globalization;
using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Generation;

/// <summary>The same source gives the same bytes: on any machine, in any culture, however its files are ordered and end their lines.</summary>
public sealed class DeterminismTests
{
    private static readonly string[] s_sources =
    [
        """
        public enum Kind { ivory, [JsonStringEnumMemberName("INDIGO")] Indigo }

        public sealed record Item(int Id, [Range(-1.5, 1e6)] double Price = -0.5, Kind Kind = Kind.ivory);
        """,
        """
        /// <summary>
        /// Tools for items,
        /// on two lines.
        /// </summary>
        [McpServerToolType, PublicTool]
        public static partial class ItemTools
        {
            /// <summary>
            /// Finds items,
            /// and on.
            /// </summary>
            /// <param name="INDEX">Where.</param>
            /// <param name="ratio">How much.</param>
            /// <param name="items">Which.</param>
            /// <param name="text">What.</param>
            [McpServerTool] public static string FindIt(
                [Range(-100, 100)] int INDEX, [Range(typeof(decimal), "-1.5", "1.5")] decimal ratio = -0.25m, Item[]? items = null, [RegularExpression("[a-zA-Z]+")] string? text = "iI") => "";
        }
        """,
        "[McpServerToolType, PublicTool] public static partial class Others { /** <summary>Others.\n * More. </summary> */ [McpServerTool] public static string List(float part = -0.1f) => \"\"; }",
    ];

    private static readonly IReadOnlyDictionary<string, string> s_expected = Generate(TestCompilation.Of(s_sources));

    [Fact]
    public void Files_of_another_order_or_line_end_are_the_same() => Assert.All(
        new[] { s_sources.Select(static source => source.ReplaceLineEndings("\r\n")).ToArray(), s_sources.Select(static source => source.ReplaceLineEndings("\n")).ToArray() },
        static sources => Assert.Equal(s_expected, Generate(TestCompilation.Of(sources))));

    [Fact]
    public void Nothing_depends_on_the_order_of_the_files()
    {
        IReadOnlyDictionary<string, string> reversed = Generate(TestCompilation.Of([.. s_sources.Reverse()]));

        Assert.Equal(s_expected.OrderBy(static file => file.Key), reversed.OrderBy(static file => file.Key));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void No_culture_shows(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            Assert.Equal(s_expected, Generate(TestCompilation.Of(s_sources)));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public void The_documentation_mode_does_not_show(DocumentationMode mode) =>
        Assert.Equal(s_expected, Generate(TestCompilation.With(TestCompilation.ParseOptions(mode), s_sources)));

    [Fact]
    public void Lines_end_the_same_way_everywhere() => Assert.All(
        s_expected.Where(static file => file.Key.Contains("McpGen", StringComparison.Ordinal)), static file => Assert.DoesNotContain('\r', file.Value));

    private static IReadOnlyDictionary<string, string> Generate(CSharpCompilation compilation) => GeneratorRun.On(compilation).AssertClean().Result.GeneratedSources
        .ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());
}
