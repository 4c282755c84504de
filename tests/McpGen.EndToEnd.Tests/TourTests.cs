using System.Text.RegularExpressions;
using McpGen.EndToEnd.Tests.Harness;

namespace McpGen.EndToEnd.Tests;

/// <summary>The README's first command, as a process.</summary>
public sealed partial class TourTests
{
    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_tour_sees_every_call_answered_as_expected_and_leaves_nothing_behind()
    {
        using var temporary = new TemporaryFolder();
        using ChildProcess tour = ChildProcess.Start(
            "Tour.dll", [], ("TMPDIR", temporary.Path), ("TMP", temporary.Path), ("TEMP", temporary.Path), ("DOTNET_EnableDiagnostics", "0"), ("NO_COLOR", null));

        string output = await tour.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.True(await tour.ExitAsync() == 0, output + tour.Errors);
        Match last = LastLine().Match(output);
        Assert.True(last.Success, output);
        Assert.Equal(last.Groups[1].Value, last.Groups[2].Value);
        string[] rows = [.. output.Split('\n').Where(static line => line.StartsWith("  ok ", StringComparison.Ordinal))];
        Assert.Equal(last.Groups[2].Value, rows.Length.ToString());
        Assert.True(rows.Count(static row => row.Contains("refused ", StringComparison.Ordinal)) >= 20, output);
        Assert.DoesNotContain("WRONG", output);
        Assert.Empty(Directory.EnumerateDirectories(temporary.Path, "mcpgen-tour-*"));
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_tour_shows_each_tool_and_each_call_with_its_answer_in_plain_text_where_nobody_sees_colours()
    {
        using ChildProcess tour = ChildProcess.Start("Tour.dll", []);

        string output = await tour.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("search_notes: Finds the notes that hold every word of a query.", output);
        Assert.Contains("""  limit: {"type":"integer","minimum":1,"maximum":50,"default":10,"description":"How many notes to list."}""", output);
        Assert.Matches("ok +5.0 is an integer +accepted +accepted: ", output);
        Assert.Matches("""ok +unknown argument, misspelt +refused /limt +refused /limt: unknown argument; did you mean "limit"\?""", output);
        Assert.Matches("ok +path for a name +refused /name +refused /name: must be a string of 1 to 64 characters", output);
        Assert.Matches("ok +an argument twice +refused /name +refused /name: must not be repeated", output);
        Assert.Matches("ok +half a surrogate pair +protocol error +protocol error: ", output);
        Assert.DoesNotContain('\e', output);
    }

    [GeneratedRegex(@"\n(\d+) of (\d+) calls were answered as expected\.\r?\n\z")]
    private static partial Regex LastLine();
}
