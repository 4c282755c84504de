using McpGen.Generator.Tests.Diagnostics;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Snapshots;

public sealed partial class SnapshotTests
{
    [Fact]
    public async Task Guards()
    {
        using TemporaryRoot root = new TemporaryRoot().Add("a.md", "one").Add("docs/b.md", "two");

        // Lenient: a path that is taken as text is warned of.
        GeneratorRun run = GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of("""
            public sealed record Copy(
                [property: AllowedPaths("notes", "**/*.md", "docs/*", Access = PathAccess.ReadWrite, Hidden = true)] SandboxedPath To,
                [property: AllowedHosts("*.example.com", "10.1.0.7", Schemes = ["https", "http"], Ports = [443, 8080], Networks = ["10.1.0.0/16"], Reveal = false)] GuardedUri? From = null);

            [McpServerToolType, PublicTool]
            public static partial class NoteTools
            {
                [McpServerTool(Name = "read"), Description("Reads.")]
                public static Task<string> Read([AllowedPaths("notes", "**/*.md"), StringLength(200), Description("The note.")] SandboxedPath note, CancellationToken cancellation) => note.ReadAllTextAsync(cancellation);

                [McpServerTool(Name = "list", UseStructuredContent = true), Description("Lists.")]
                public static IReadOnlyList<SandboxedPath> List([AllowedPaths("notes", "**", Reveal = false)] SandboxedPath? folder = null) => folder?.Enumerate() ?? [];

                [McpServerTool(Name = "copy"), Description("Copies.")]
                public static string Copy([MaxLength(3)] Copy[] copies, [AllowedPaths("notes", "**/*.md"), MaxLength(3)] Dictionary<string, SandboxedPath>? more = null) => $"{copies[0].To} {copies[0].From} {more?.Count}";

                [McpServerTool(Name = "print"), Description("Prints."), RequireScopes("print", WhenArgument = "now", Is = true)]
                public static string Print([AllowedPaths("notes", "**/*.md")] string note, [AllowedHosts("a.example")] Uri? printer = null, [AllowedHosts("a.example")] string? log = null, bool now = false) => $"{System.IO.Path.GetFileName(note)} {printer} {log}";

                [McpServerTool(Name = "find"), Description("Finds.")]
                public static string Find([CommandArgument, PlainText, StringLength(50)] string text, [Identifier(MaxLength = 30), MaxLength(9)] string[] columns, [PlainText(Multiline = true), MaxLength(500)] string? note = null) => $"{text} {columns.Length} {note}";
            }
            """)));
        Snapshot.Match(run, nameof(SnapshotTests));
        LoadedTools tools = LoadedTools.From(run, root.Options);

        Assert.Equal("one", await tools.AcceptAsync("read", """{"note":"a.md"}"""));
        Assert.Equal("""{"result":["a.md","docs"]}""", await tools.AcceptAsync("list", """{"folder":"."}"""));
        Assert.Equal("docs/x http 10.1.0.7 8080 1", await tools.AcceptAsync("copy", """{"copies":[{"to":"docs/x","from":"http://10.1.0.7:8080/"}],"more":{"x":"a.md"}}"""));
        Assert.Equal("a.md https://a.example/ https://a.example/x", await tools.AcceptAsync("print", """{"note":"a.md","printer":"https://a.example","log":"https://A.example/x"}"""));
        Assert.Equal("text 2 a\nb", await tools.AcceptAsync("find", """{"text":"text","columns":["a","b"],"note":"a\nb"}"""));
        await tools.RefuseAsync("copy", """{"copies":[{"to":"../x"}]}""");
    }
}
