using System.Security.Claims;
using McpGen.Generator.Tests.Diagnostics;
using McpGen.Generator.Tests.Harness;
using static McpGen.Generator.Tests.Behaviour.AccessRuleTests;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Paths and callers: access is decided before any file is looked at, and a caller's root is that of the identity it was decided on.</summary>
public sealed class PathCallerTests : IDisposable
{
    private const string Markdown = "must be a relative path under own that matches **/*.md";

    private static readonly GeneratorRun s_run = GeneratorRun.On(DiagnosticAssert.Lenient(AccessPolicies.With("""
        using Microsoft.AspNetCore.Authorization;

        public static class Seen
        {
            public static List<object?> Values { get; } = [];
        }

        public sealed class WatchedAttribute : ValidationAttribute
        {
            protected override ValidationResult? IsValid(object? value, ValidationContext context) { lock (Seen.Values) Seen.Values.Add(value); return ValidationResult.Success; }
        }

        public sealed record Request([property: AllowedPaths("own", "**/*.md")] SandboxedPath File);

        [McpServerToolType]
        public static partial class Tools
        {
            [McpServerTool, PublicTool, Description("d")] public static Task<string> Read([AllowedPaths("own", "**/*.md")] SandboxedPath file) => file.ReadAllTextAsync();
            [McpServerTool, PublicTool, Description("d")] public static async Task<string> ReadAll([MaxLength(9)] Request[] requests) { string text = ""; foreach (var request in requests) text += await request.File.ReadAllTextAsync() + " "; return text; }
            [McpServerTool, PublicTool, Description("d")] public static string Full([AllowedPaths("own", "**/*.md"), Watched] string file) => file;
            [McpServerTool, PublicTool, RequireScopes("w", WhenArgument = "force", Is = true), Description("d")] public static string FullWhen([AllowedPaths("own", "**/*.md"), Watched] string file, bool force = false) => file;
            [McpServerTool, PublicTool, RequireScopes("w", WhenArgument = "force", Is = true), Description("d")] public static Task<string> ReadWhen([AllowedPaths("own", "**/*.md")] SandboxedPath file, bool force = false) => file.ReadAllTextAsync();
            [McpServerTool, PublicTool, RequireClaim("tid", EqualsArgument = "tenant"), Description("d")] public static Task<string> ReadOf([AllowedPaths("own", "**/*.md")] SandboxedPath file, int tenant) => file.ReadAllTextAsync();
            [McpServerTool, RequireScopes("r"), Description("d")] public static string FullScoped([AllowedPaths("own", "**/*.md")] string file) => file;
            [McpServerTool, Authorize("Odd"), Description("d")] public static async Task<string> FullOdd([AllowedPaths("own", "**/*.md")] string file, [AllowedPaths("own", "**/*.md")] SandboxedPath same) { await Task.Yield(); return file + " " + await same.ReadAllTextAsync(); }
            [McpServerTool, PublicTool(AllowAnonymous = true), Description("d")] public static Task<string> Anyone([AllowedPaths("own", "**/*.md")] SandboxedPath file) => file.ReadAllTextAsync();
            [McpServerTool, PublicTool, Description("d")] public static string Shared([AllowedPaths("notes", "**/*.md"), Watched] string file) => file;
        }
        """)));

    private readonly TemporaryRoot _root = new();
    private readonly LoadedTools _tools;
    private readonly List<ClaimsPrincipal?> _asked = [];

    public PathCallerTests()
    {
        foreach (string caller in (string[])["ada", "bob", "eve", "local", "nobody"])
        {
            _root.Add($"{caller}/a.md", "of " + caller).Link($"{caller}/out.md", "../../outside/secret.md");
        }

        _root.Options.Roots.AddPerCaller("own", caller =>
        {
            lock (_asked)
            {
                _asked.Add(caller);
            }

            return _root.At(caller?.Identities.Single().FindFirst("sub")?.Value ?? "nobody");
        });
        _tools = LoadedTools.From(s_run, _root.Options);
    }

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("read", "sub=ada", """{"file":"a.md"}""", "of ada")]
    [InlineData("read_all", "sub=bob", """{"requests":[{"file":"a.md"},{"file":"a.md"}]}""", "of bob of bob ")]
    [InlineData("read_when", "sub=bob;scope=w", """{"file":"a.md","force":true}""", "of bob")]
    [InlineData("read_of", "sub=eve;tid=7", """{"file":"a.md","tenant":7}""", "of eve")]
    [InlineData("anyone", "", """{"file":"a.md"}""", "of nobody")]
    public async Task A_path_leads_below_the_callers_own_directory(string tool, string claims, string arguments, string content) => Assert.Equal(content, await CallAsync(tool, claims, arguments));

    [Theory]
    [InlineData("full", "sub=ada", """{"file":"a.md"}""", "ada")]
    [InlineData("full_when", "sub=bob;scope=w", """{"file":"a.md","force":true}""", "bob")]
    [InlineData("full_scoped", "sub=eve;scope=r", """{"file":"a.md"}""", "eve")]
    public async Task Text_becomes_a_path_of_the_callers_own_directory(string tool, string claims, string arguments, string caller)
    {
        Assert.Equal(_root.At(caller + "/a.md"), await CallAsync(tool, claims, arguments));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task A_text_whose_access_was_decided_by_a_policy_becomes_a_path_too() =>
        Assert.Equal(_root.At("ada/a.md") + " of ada", await CallAsync("full_odd", "sub=ada;number=3", """{"file":"a.md","same":"a.md"}"""));

    /// <summary>The refusal of a path says something about files; that of access must come first, and nobody asked for the root.</summary>
    [Theory]
    [InlineData("full_when", "sub=ada", """{"file":"out.md","force":true}""", "Access to full_when is denied for these arguments: the call needs the scope \"w\".")]
    [InlineData("full_when", "sub=ada", """{"file":"a.md","force":true}""", "Access to full_when is denied for these arguments: the call needs the scope \"w\".")]
    [InlineData("full_when", "sub=ada", """{"file":"not/there.md","force":true}""", "Access to full_when is denied for these arguments: the call needs the scope \"w\".")]
    [InlineData("read_when", "sub=ada", """{"file":"out.md","force":true}""", "Access to read_when is denied for these arguments: the call needs the scope \"w\".")]
    [InlineData("read_of", "sub=ada;tid=8", """{"file":"out.md","tenant":7}""", "Access to read_of is denied for these arguments.")]
    [InlineData("full_scoped", "sub=ada", """{"file":"../a.md"}""", "Access to full_scoped is denied: the call needs the scope \"r\".")]
    [InlineData("full_odd", "sub=ada;number=4", """{"file":"out.md","same":"out.md"}""", "Access to full_odd is denied to this caller.")]
    public async Task Access_is_refused_before_any_file_is_looked_at(string tool, string claims, string arguments, string refusal)
    {
        Assert.Equal("error: " + refusal, await CallAsync(tool, claims, arguments));
        Assert.Empty(_asked);
        Assert.Empty(Seen());
    }

    [Fact]
    public async Task What_is_refused_by_its_letters_asks_for_no_root()
    {
        Assert.Equal($"error: Invalid arguments for read: 1 violation\n  /file: {Markdown}", await CallAsync("read", "sub=ada", """{"file":"../bob/a.md"}"""));
        Assert.Equal($"error: Invalid arguments for full: 1 violation\n  /file: {Markdown}", await CallAsync("full", "sub=ada", """{"file":"../bob/a.md"}"""));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_text_that_leads_elsewhere_is_refused_before_validation_of_ones_own()
    {
        Assert.Equal($"error: Invalid arguments for full_when: 1 violation\n  /file: {Markdown}", await CallAsync("full_when", "sub=ada;scope=w", """{"file":"out.md","force":true}"""));
        Assert.Empty(Seen());

        await CallAsync("full_when", "sub=ada;scope=w", """{"file":"a.md","force":true}""");
        Assert.Equal([_root.At("ada/a.md")], Seen());
    }

    [Theory]
    [InlineData("sub=ada;scope=x", "sub=bob;scope=w", "bob")]
    [InlineData("sub=ada;scope=w", "sub=bob;scope=x", "ada")]
    public async Task Of_several_identities_the_one_that_was_admitted_has_the_root(string one, string other, string admitted)
    {
        var user = new ClaimsPrincipal([.. User(one).Identities, .. User(other).Identities]);

        Assert.Equal("of " + admitted, Text(await _tools.CallAsync(_tools.Request("read_when", """{"file":"a.md","force":true}""", isLocal: false, user))));
        Assert.Equal(_root.At(admitted + "/a.md"), Text(await _tools.CallAsync(_tools.Request("full_when", """{"file":"a.md","force":true}""", isLocal: false, user))));
        Assert.All(_asked, static caller => Assert.Single(caller!.Identities));
    }

    [Theory]
    [InlineData("sub=ada;tid=8", "sub=bob;tid=7", "bob")]
    [InlineData("sub=ada;tid=7", "sub=bob;tid=8", "ada")]
    public async Task Of_several_identities_the_one_whose_claim_was_compared_has_the_root(string one, string other, string admitted)
    {
        var user = new ClaimsPrincipal([.. User(one).Identities, .. User(other).Identities]);

        Assert.Equal("of " + admitted, Text(await _tools.CallAsync(_tools.Request("read_of", """{"file":"a.md","tenant":7}""", isLocal: false, user))));
    }

    [Fact]
    public async Task Of_several_identities_the_one_that_a_policy_admits_has_the_root()
    {
        var user = new ClaimsPrincipal([.. User("sub=ada;number=4").Identities, .. User("sub=bob;number=3").Identities]);

        Assert.Equal(_root.At("bob/a.md") + " of bob", Text(await _tools.CallAsync(_tools.Request("full_odd", """{"file":"a.md","same":"a.md"}""", isLocal: false, user))));
    }

    [Fact]
    public async Task The_local_process_has_the_root_of_whom_it_stands_for()
    {
        Assert.Equal("of nobody", await _tools.AcceptAsync("read", """{"file":"a.md"}"""));

        using var root = new TemporaryRoot();
        root.Options.LocalCaller.Name = "local";
        root.Options.Roots.AddPerCaller("own", caller => _root.At(caller!.FindFirst("sub")!.Value));
        LoadedTools tools = LoadedTools.From(s_run, root.Options);
        Assert.Equal("of local", await tools.AcceptAsync("read", """{"file":"a.md"}"""));
        Assert.Equal(_root.At("local/a.md"), await tools.AcceptAsync("full", """{"file":"a.md"}"""));
    }

    [Fact]
    public async Task Callers_at_the_same_time_are_kept_apart()
    {
        string[] callers = ["ada", "bob", "eve"];
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (index, _) =>
        {
            string caller = callers[index % callers.Length];
            Assert.Equal("of " + caller, await CallAsync("read", "sub=" + caller, """{"file":"a.md"}"""));
            Assert.Equal(_root.At(caller + "/a.md"), await CallAsync("full", "sub=" + caller, """{"file":"a.md"}"""));
            Assert.Equal("There is no such file or directory.", (await CallAsync("read", "sub=" + caller, """{"file":"b.md"}"""))["error: ".Length..]);
        });
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("ada/../bob")]
    [InlineData("not-there")]
    public async Task A_callers_directory_that_is_none_ends_in_the_fixed_error(string name)
    {
        foreach (string tool in (string[])["read", "full"])
        {
            string answer = await CallAsync(tool, "sub=" + name, """{"file":"a.md"}""");

            Assert.Matches($"^error: {tool} failed\\. The server's log has the details under [0-9a-f]{{16}}\\.$", answer);
        }
    }

    /// <summary>What validation of one's own was asked about.</summary>
    private List<object?> Seen() => (List<object?>)_tools.Assembly.GetType("Seen")!.GetProperty("Values")!.GetValue(null)!;

    private async Task<string> CallAsync(string tool, string claims, string arguments) =>
        Text(await _tools.CallAsync(_tools.Request(tool, arguments, isLocal: false, tool == "anyone" ? null : User(claims))));
}
