using System.Text.RegularExpressions;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Documents;

/// <summary>A promise without a test is a wish.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly string s_page = Repository.Read("docs/threat-model.md");

    public static TheoryData<string> Promises => [.. PromiseHead().Matches(s_page).Select(static match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Promises))]
    public void Every_promise_names_tests_that_exist(string letter)
    {
        string promise = s_page[s_page.IndexOf($"### {letter}.", StringComparison.Ordinal)..];
        int next = promise.IndexOf("\n### ", StringComparison.Ordinal);
        string[] tests = [.. TestName().Matches(next < 0 ? promise : promise[..next]).Select(static match => match.Groups[1].Value)];

        Assert.NotEmpty(tests);
        Assert.All(tests, static test => Assert.True(Exists(test), $"There is no test {test}."));
    }

    [Fact]
    public void The_promises_are_lettered_without_a_gap()
    {
        string[] letters = [.. PromiseHead().Matches(s_page).Select(static match => match.Groups[1].Value)];

        Assert.NotEmpty(letters);
        Assert.Equal(Enumerable.Range('A', letters.Length).Select(static letter => ((char)letter).ToString()), letters);
    }

    private static bool Exists(string test)
    {
        string[] parts = test.Split('.');
        return Repository.Files("tests", parts[0] + "*.cs").Any(path => Regex.IsMatch(File.ReadAllText(path), $@"\b(void|Task) {parts[1]}\("));
    }

    [GeneratedRegex(@"^### ([A-Z])\. ", RegexOptions.Multiline)]
    private static partial Regex PromiseHead();

    [GeneratedRegex(@"`(\w+Tests(?:_\w+)?\.\w+|MCPG\d{4}_\w+\.\w+)`")]
    private static partial Regex TestName();
}
