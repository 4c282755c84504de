using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using McpGen.Paths;

namespace McpGen.Tests.Paths;

/// <summary>Every row of the corpora of path attacks, on real files.</summary>
public sealed partial class PathCorpusTests
{
    // What a root elsewhere would open and a name here never is, with the reason in docs/guards-paths.md: one file has one name.
    private static readonly Dictionary<string, string> s_refusedByTheirLetters = new()
    {
        ["goroot-10"] = "'.' between slashes",
        ["goroot-11"] = "'..'",
        ["goroot-14"] = "'..'",
        ["goroot-15"] = "'..'",
        ["goroot-16"] = "'..'",
        ["trick-031"] = "'.' between slashes",
        ["trick-033"] = "a dot at the end",
        ["trick-051"] = "a device of Windows, with any extension",
    };

    public static TheoryData<string> Ways => PathTree.LinuxWays;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_row_of_the_root_cases_is_held(string way)
    {
        int rows = 0;
        foreach (JsonElement row in PathCorpus.Rows("path-root-cases.json", "table"))
        {
            using var tree = new PathTree(way);
            await CheckRootCaseAsync(tree, row);
            rows++;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{rows} rows");
        Assert.Equal(29, rows);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_row_of_the_tricks_is_held(string way)
    {
        int accepted = 0, refused = 0;
        foreach (JsonElement row in PathCorpus.Rows("path-tricks.json", "cases"))
        {
            using var tree = new PathTree(way);
            (string id, string value, string expected) = (Text(row, "id"), Value(row), Text(row, "expect"));
            bool isAccepted = PathTree.Guard("**").TryBind(value, tree.Options, static () => null, out SandboxedPath? path) is null;
            if (isAccepted)
            {
                CheckLiteral(tree, path!, value, id);
                accepted++;
            }
            else
            {
                refused++;
            }

            // "must be compared", "accept; ...", "accept as a literal name": a name that the rules here admit is opened as it is spelt.
            bool mustAccept = expected.StartsWith("accept as", StringComparison.Ordinal) || expected.StartsWith("accept;", StringComparison.Ordinal);
            bool mustRefuse = expected.StartsWith("refuse", StringComparison.Ordinal) && !expected.Contains(" or ", StringComparison.Ordinal);
            Assert.True(isAccepted ? !mustRefuse : !mustAccept || s_refusedByTheirLetters.ContainsKey(id), $"{id}: {expected}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{accepted} rows accepted, {refused} refused");
        Assert.Equal(75, accepted + refused);
        Assert.Equal(22, accepted);
    }

    private static async Task CheckRootCaseAsync(PathTree tree, JsonElement row)
    {
        string id = Text(row, "id"), open = Text(row, "open").Replace("$ABS", tree.Root, StringComparison.Ordinal).Replace("ROOT", "root", StringComparison.Ordinal);
        string? resolves = row.GetProperty("resolves_to").GetString();
        SetUp(tree, row, resolves);
        string[] before = PathTree.Snapshot(tree.Outside);

        bool isName = PathTree.Guard("**").TryBind(open, tree.Options, static () => null, out SandboxedPath? path) is null;

        switch (Text(row, "expect"))
        {
            case "ok" when s_refusedByTheirLetters.ContainsKey(id):
                Assert.False(isName, id);
                break;
            case "ok" when resolves == ".":
                Assert.True(isName, id);
                path!.Child("new").CreateDirectory();
                Assert.True(tree.Has("new"), id);
                break;
            case "ok":
                Assert.True(isName, id);
                Assert.Equal("the target of " + resolves, await path!.ReadAllTextAsync());
                break;
            default:
                if (isName)
                {
                    Assert.False(Text(row, "expect") == "escape" && path!.Exists(), id);
                    await PathTree.RefusedAsync(() => path!.ReadAllTextAsync());
                    PathTree.Refused(() => path!.OpenWrite());
                    PathTree.Refused(path!.Delete);
                }

                break;
        }

        Assert.True(Directory.Exists(tree.Root));
        Assert.Equal(before, PathTree.Snapshot(tree.Outside));
    }

    private static void SetUp(PathTree tree, JsonElement row, string? resolves)
    {
        foreach (string step in row.GetProperty("setup").EnumerateArray().Select(static step => step.GetString()!))
        {
            string[] parts = step.Replace("$ABS", tree.Root, StringComparison.Ordinal).Replace("ROOT", "root", StringComparison.Ordinal).Split(" => ");
            if (parts.Length == 2)
            {
                tree.Link(parts[0], parts[1]);
            }
            else if (step.EndsWith('/'))
            {
                tree.Folder(step);
            }
            else
            {
                tree.File(step);
            }
        }

        if (resolves is not null and not "." && !resolves.Contains(' ', StringComparison.Ordinal))
        {
            tree.File(resolves, "the target of " + resolves);
        }
    }

    // Opened under exactly its own letters: the one file that is there afterwards.
    private static void CheckLiteral(PathTree tree, SandboxedPath path, string value, string id)
    {
        Assert.Equal(value, path.RelativePath);
        if (value.Contains('/', StringComparison.Ordinal))
        {
            tree.Folder(value[..value.LastIndexOf('/')]);
        }

        path.CreateNew().Dispose();
        Assert.Equal([value], Directory.EnumerateFiles(tree.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(file => Path.GetRelativePath(tree.Root, file)));
        Assert.True(path.Exists(), id);
    }

    private static string Value(JsonElement row)
    {
        // A lone surrogate cannot be asked of GetString; the corpus spells it out.
        string raw = row.GetProperty("value").GetRawText();
        string value = Escape().Replace(raw[1..^1], static match => match.Groups[1].Success
            ? ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            : match.Groups[2].Value switch { "r" => "\r", "n" => "\n", "t" => "\t", var other => other });
        Match generate = Generate().Match(value);
        return generate.Success ? Repeat(generate.Groups[2].Value, int.Parse(generate.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) : value;
    }

    private static string Repeat(string text, int length)
    {
        var built = new StringBuilder();
        while (built.Length < length)
        {
            built.Append(text);
        }

        return built.ToString(0, length);
    }

    private static string Text(JsonElement row, string property) => row.GetProperty(property).GetString()!;

    [GeneratedRegex(@"\\(?:u([0-9a-fA-F]{4})|(.))")]
    private static partial Regex Escape();

    [GeneratedRegex("^<generate len=([0-9]+) from '(.+)'>$")]
    private static partial Regex Generate();
}
