using System.Text.RegularExpressions;
using McpGen.EndToEnd.Tests.Harness;

namespace McpGen.EndToEnd.Tests;

/// <summary>The README's first command, as a process.</summary>
public sealed partial class TourTests(TourRun tour) : IClassFixture<TourRun>
{
    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_tour_sees_every_call_answered_as_expected()
    {
        string output = await tour.OutputAsync();

        Assert.True(tour.ExitCode == 0, output + tour.Errors);
        Match last = LastLine().Match(output);
        Assert.True(last.Success, output);
        Assert.Equal(last.Groups["calls"].Value, last.Groups["expected"].Value);
        string[] rows = [.. output.Split('\n').Where(static line => line.StartsWith("  ok ", StringComparison.Ordinal))];
        Assert.Equal(last.Groups["calls"].Value, $"{rows.Length}");
        Assert.InRange(rows.Count(static row => row.Contains("  refused /", StringComparison.Ordinal)), 20, rows.Length);
        Assert.DoesNotContain("WRONG", output);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_tour_shows_each_tool_and_each_call_with_its_answer()
    {
        string output = await tour.OutputAsync();

        Assert.Contains("search_notes: Finds the notes that hold every word of a query.", output);
        Assert.Contains("""  limit: {"type":"integer","minimum":1,"maximum":50,"default":10,"description":"How many notes to list."}""", output);
        Assert.Contains("""  note (required): {"type":"string","minLength":1,""", output);
        Assert.Matches("ok +5.0 is an integer +accepted +accepted: ", output);
        Assert.Matches("""ok +unknown argument, misspelt +refused /limt +refused /limt: unknown argument; did you mean "limit"\?""", output);
        Assert.Matches("ok +path for a name +refused /note +refused /note: must be a relative path under notes", output);
        Assert.Matches("ok +an argument twice +refused /note +refused /note: must not be repeated", output);
        Assert.Matches("ok +half a surrogate pair +protocol error +protocol error: ", output);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_tour_writes_plain_text_where_nobody_sees_colours() => Assert.DoesNotContain('\e', await tour.OutputAsync());

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_tour_leaves_no_notes_behind()
    {
        await tour.OutputAsync();

        Assert.Empty(tour.LeftBehind);
    }

    [GeneratedRegex(@"\n(?<expected>\d+) of (?<calls>\d+) calls were answered as expected\.\r?\n\z")]
    private static partial Regex LastLine();
}
