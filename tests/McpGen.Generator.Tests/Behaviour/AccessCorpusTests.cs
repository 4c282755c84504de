using System.Security.Claims;
using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using McpGen.Generator.Tests.Patterns;
using static McpGen.Generator.Tests.Behaviour.AccessRuleTests;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>The rows of the access corpus, each with the check that holds it.</summary>
public sealed class AccessCorpusTests
{
    /// <summary>Rows that no wrapper decides.</summary>
    private static readonly Dictionary<string, string> s_elsewhere = new()
    {
        ["az-01"] = "held by ScopeChallengeTests of McpGen.AspNetCore: it is about the answer over HTTP",
        ["az-13"] = "decided by the application's token handler, before a tool is asked; the page on access shows how it is set up",
    };

    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        [assembly: ScopeImplies("A", "B")]

        public static class Seen
        {
            public static int Entries;
            public static Action? OnValidation;
            public static string Enter(object? value = null) { Interlocked.Increment(ref Entries); return $"entered {value}".TrimEnd(); }
        }

        public sealed class WatchedAttribute : ValidationAttribute
        {
            protected override ValidationResult? IsValid(object? value, ValidationContext context) { Seen.OnValidation?.Invoke(); return ValidationResult.Success; }
        }

        [McpServerToolType]
        public static partial class Tools
        {
            [McpServerTool, RequireScopes("A"), Description("d")] public static string A() => Seen.Enter();
            [McpServerTool, RequireScopes("B"), Description("d")] public static string B() => Seen.Enter();
            [McpServerTool, RequireScopes("A", "C", AnyOf = true), Description("d")] public static string Either() => Seen.Enter();
            [McpServerTool, RequireRoles("admin"), Description("d")] public static string Admin() => Seen.Enter();
            [McpServerTool, PublicTool, RequireScopes("write", WhenArgument = "force", Is = true), Description("d")] public static string Force(bool force = false, [Watched] int id = 0) => Seen.Enter(force);
        }
        """);

    private static readonly Dictionary<string, Func<Task>> s_checks = new()
    {
        ["az-02"] = static () => AssertRefusedAsync("a", User("scope=C"), ": the call needs the scope \"A\""),
        ["az-04"] = static async () =>
        {
            await AssertEnteredAsync("either", User("scope=A"));
            await AssertEnteredAsync("either", User("scope=C"));
            await AssertRefusedAsync("either", User("scope=B"), ": the call needs one of the scopes \"A\", \"C\"");
        },
        ["az-07"] = static async () =>
        {
            int before = Entries;
            string[] answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(number => Task.Run(() => CallAsync("a", User(number % 2 == 0 ? "scope=A" : "scope=C")))));
            Assert.All(answers.Index(), static answer => Assert.Equal(answer.Index % 2 == 0 ? "entered" : "error: Access to a is denied: the call needs the scope \"A\".", answer.Item));
            Assert.Equal(before + 250, Entries);
        },
        ["az-09"] = static async () =>
        {
            await AssertEnteredAsync("admin", User("role=admin"));
            await AssertEnteredAsync("admin", new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, "admin")], "test")));
            foreach (string claims in (string[])["role=admin ", "role= admin", "role=ADMIN", "role=administrator", "roles=admin", "Role=admin", $"{ClaimTypes.Role}=admin"])
            {
                await AssertRefusedAsync("admin", User(claims), " to this caller");
            }
        },
        ["az-10"] = static async () =>
        {
            await AssertRefusedAsync("force", User("scope=read"), " for these arguments: the call needs the scope \"write\"", """{"force":true}""");
            Assert.Equal("entered True", await CallAsync("force", User("scope=write"), """{"force":true}"""));
            var request = s_tools.Request("force", """{"force":false}""", isLocal: false, User("scope=read"));
            using JsonDocument changed = JsonDocument.Parse("true");
            OnValidation(() => request.Params!.Arguments!["force"] = changed.RootElement);
            Assert.Equal("entered False", Text(await s_tools.CallAsync(request)));
            Assert.True(request.Params!.Arguments!["force"].GetBoolean());
            OnValidation(null);
        },
        ["az-12"] = static async () =>
        {
            await AssertEnteredAsync("b", User("scope=A"));
            await AssertRefusedAsync("a", User("scope=B"), ": the call needs the scope \"A\"");
            await AssertRefusedAsync("a", User("scope=*"), ": the call needs the scope \"A\"");
        },
        ["az-14"] = static async () =>
        {
            await AssertRefusedAsync("a", null, ": the caller is not authenticated; the call needs the scope \"A\"");
            await AssertRefusedAsync("a", new ClaimsPrincipal(new ClaimsIdentity([new Claim("scope", "A")])), ": the caller is not authenticated; the call needs the scope \"A\"");
        },
    };

    public static TheoryData<string> Rows => [.. s_checks.Keys, .. s_elsewhere.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_row_is_held(string id)
    {
        Assert.SkipWhen(s_elsewhere.ContainsKey(id), s_elsewhere.GetValueOrDefault(id, ""));
        await s_checks[id]();
    }

    [Fact]
    public void Every_row_about_access_has_a_check()
    {
        string[] rows = [.. Corpus.Read("access-and-consent.json").EnumerateArray().Select(static row => row.GetProperty("id").GetString()!).Where(static id => id.StartsWith("az-", StringComparison.Ordinal))];

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Order(StringComparer.Ordinal), s_checks.Keys.Concat(s_elsewhere.Keys).Order(StringComparer.Ordinal));
    }

    private static int Entries => (int)s_tools.Assembly.GetType("Seen")!.GetField("Entries")!.GetValue(null)!;

    private static void OnValidation(Action? action) => s_tools.Assembly.GetType("Seen")!.GetField("OnValidation")!.SetValue(null, action);

    private static async Task AssertEnteredAsync(string tool, ClaimsPrincipal user) => Assert.Equal("entered", await CallAsync(tool, user));

    private static async Task AssertRefusedAsync(string tool, ClaimsPrincipal? user, string reason, string arguments = "{}")
    {
        int before = Entries;

        Assert.Equal($"error: Access to {tool} is denied{reason}.", await CallAsync(tool, user, arguments));
        Assert.Equal(before, Entries);
    }

    private static async Task<string> CallAsync(string tool, ClaimsPrincipal? user, string arguments = "{}") =>
        Text(await s_tools.CallAsync(s_tools.Request(tool, arguments, isLocal: false, user)));
}
