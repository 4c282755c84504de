using System.Reflection;
using System.Text.RegularExpressions;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>The table of rules, the release notes, the pages and the tests name the same diagnostics.</summary>
public sealed partial class CatalogTests
{
    private static readonly string s_pages = Path.Combine(Repository.Root, "docs", "diagnostics");

    private static IEnumerable<string> Ids => Descriptors.All.Select(static rule => rule.Id);

    [Fact]
    public void Every_rule_of_the_table_is_listed_once()
    {
        DiagnosticDescriptor[] declared = [.. Fields.Values];

        Assert.Equal(declared, Descriptors.All);
        Assert.Equal(declared.Length, Ids.Distinct().Count());
    }

    [Fact]
    public void Ids_are_a_prefix_and_four_digits_in_order()
    {
        Assert.All(Ids, static id => Assert.Matches("^MCPG[0-9]{4}$", id));
        Assert.Equal(Ids.Order(StringComparer.Ordinal), Ids);
    }

    [Fact]
    public void Errors_are_beyond_configuration_and_nothing_else_is() => Assert.All(Descriptors.All, static rule =>
    {
        Assert.Equal(rule.DefaultSeverity == DiagnosticSeverity.Error, rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
        Assert.True(rule.IsEnabledByDefault);
    });

    [Fact]
    public void Messages_end_without_a_period_and_titles_too() => Assert.All(Descriptors.All, static rule =>
    {
        Assert.False(rule.Title.ToString(null).EndsWith('.'));
        Assert.False(rule.MessageFormat.ToString(null).EndsWith('.'));
    });

    [Fact]
    public void The_release_notes_list_every_rule()
    {
        string folder = Path.Combine(Repository.Root, "src", "McpGen.Generator", "Diagnostics");
        IEnumerable<string> rows = from file in (string[])["AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md"]
                                   from line in File.ReadLines(Path.Combine(folder, file))
                                   where line.StartsWith("MCPG", StringComparison.Ordinal)
                                   select line.Trim();

        Assert.Equal(Descriptors.All.Select(static rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(s_pages, "*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Where(static name => name != "index");

        Assert.Equal(Ids, pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_index_links_every_page() => Assert.Equal(
        Descriptors.All.Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title} |"),
        File.ReadLines(Path.Combine(s_pages, "index.md")).Where(static line => line.StartsWith("| [", StringComparison.Ordinal)));

    [Fact]
    public void Every_page_begins_with_title_and_severity() => Assert.All(Descriptors.All, static rule =>
        Assert.Equal([$"# {rule.Id}: {rule.Title}", "", $"Severity: {rule.DefaultSeverity}"], File.ReadLines(Path.Combine(s_pages, rule.Id + ".md")).Take(3)));

    [Fact]
    public void Every_rule_has_a_test_file_named_after_it()
    {
        string folder = Path.Combine(Repository.Project, "Diagnostics");
        IEnumerable<string> files = Directory.EnumerateFiles(folder, "MCPG*.cs").Select(static path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(Fields.Select(static pair => $"{pair.Value.Id}_{pair.Key}"), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_error_is_tested_against_all_that_could_silence_it() => Assert.All(Fields, static pair =>
    {
        Type? tests = typeof(CatalogTests).Assembly.GetType($"{typeof(CatalogTests).Namespace}.{pair.Value.Id}_{pair.Key}");
        string test = pair.Value.DefaultSeverity == DiagnosticSeverity.Error ? "Nothing_silences_it" : "It_can_be_silenced";
        Assert.NotNull(tests?.GetMethod(test)?.GetCustomAttribute<TheoryAttribute>());
    });

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_bad_code_of_a_page_gets_its_diagnostic_and_nothing_else(string id)
    {
        GeneratorRun run = GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of(Block(id, "bad"))));

        Assert.Equal([id], run.Diagnostics.Select(static diagnostic => diagnostic.Id).Distinct());
        Assert.Empty(run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_good_code_of_a_page_is_clean(string id) => Assert.Empty(DiagnosticAssert.IsClean(Block(id, "good")).Diagnostics);

    public static TheoryData<string> Pages => [.. Ids];

    /// <summary>The rules by the names of their fields, in the order they are declared.</summary>
    private static Dictionary<string, DiagnosticDescriptor> Fields => typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(static info => info.FieldType == typeof(DiagnosticDescriptor))
        .ToDictionary(static info => info.Name, static info => (DiagnosticDescriptor)info.GetValue(null)!);

    /// <summary>The C# block of a page that follows the mark.</summary>
    private static string Block(string id, string mark)
    {
        string page = File.ReadAllText(Path.Combine(s_pages, id + ".md")).ReplaceLineEndings("\n");
        Match block = Assert.Single(CodeBlock().Matches(page), match => match.Groups["mark"].Value == mark);
        return block.Groups["code"].Value;
    }

    [GeneratedRegex("<!-- (?<mark>[a-z]+) -->\n```csharp\n(?<code>.*?\n)```\n", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
