using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using McpGen.Package.Tests.Harness;
using ModelContextProtocol.Protocol;

namespace McpGen.Package.Tests;

/// <summary>A self-contained, trimmed server; every warning on the way to it is an error.</summary>
public sealed partial class TrimmedTests(ThePackage package)
{
    [Fact(Timeout = Limits.Milliseconds)]
    public async Task The_sample_is_published_trimmed_and_its_tools_answer()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "A linux-x64 program does not start here.");
        using var folder = new TemporaryFolder();
        await PublishAsync(folder.PathOf("server"));

        await using Server server = await Server.StartAsync(folder.PathOf("server", "Workspace"), "--notes", folder.PathOf("notes"));

        Assert.Contains("describe_note", await server.ToolsAsync());
        Assert.Equal("Created.", await server.AcceptedAsync("create_note", ("note", "whales.md"), ("text", "They sing.\nAt night."), ("tags", (string[])["sea"])));
        JsonElement described = Assert.NotNull((await server.CallAsync("describe_note", ("note", "whales.md"))).StructuredContent);
        Assert.Equal(4, described.GetProperty("words").GetInt32());
        Assert.Equal("They sing.", described.GetProperty("firstLine").GetString());
        Assert.StartsWith("whales.md (4 words", await server.AcceptedAsync("search_notes", ("query", "SING"), ("filter", new Dictionary<string, object> { ["minWords"] = 2 })));
        Assert.Equal(
            "Invalid arguments for search_notes: 2 violations\n  /filter/minWords: must be an integer from 0 to 1000000\n  /sort: must be one of \"relevance\", \"newest-first\", \"longest-first\", \"name\"",
            await server.RefusedAsync("search_notes", ("query", "x"), ("filter", new Dictionary<string, object> { ["minWords"] = "2" }), ("sort", 1)));
    }

    private async Task PublishAsync(string output)
    {
        (int exitCode, string restored) = await Dotnet.TryAsync(package.Packed.Sources, ["restore", "samples/Workspace", "-r", "linux-x64", "-p:SelfContained=true", "-p:PublishTrimmed=true"]);
        Assert.SkipWhen(exitCode != 0 && Unavailable().IsMatch(restored), $"The runtime to publish with cannot be restored here: {Unavailable().Match(restored).Value}");
        Assert.True(exitCode == 0, restored);
        await Dotnet.RunAsync(package.Packed.Sources, ["publish", "samples/Workspace", .. PackedSources.Options, "-r", "linux-x64", "--self-contained", "-p:PublishTrimmed=true", "--no-restore", "-o", output]);
    }

    // A package that no source has, or a source that does not answer.
    [GeneratedRegex("error NU(1101|1102|1103|1301): .*")]
    private static partial Regex Unavailable();
}
