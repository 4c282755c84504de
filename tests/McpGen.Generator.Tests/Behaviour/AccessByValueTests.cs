using System.Security.Claims;
using McpGen.Generator.Tests.Harness;
using static McpGen.Generator.Tests.Behaviour.AccessRuleTests;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Access that depends on the values of arguments: decided on what was bound, before anything else looks at it.</summary>
public sealed class AccessByValueTests
{
    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        [assembly: ScopeImplies("files:admin", "files:write")]
        [assembly: PublicTool]

        public static class Seen
        {
            public static int Entries;
            public static int Validations;
            public static Action? OnValidation;

            public static string Enter(object? value = null) { Entries++; return $"reached {value}".TrimEnd(); }
        }

        public sealed class WatchedAttribute : ValidationAttribute
        {
            protected override ValidationResult? IsValid(object? value, ValidationContext context) { Seen.Validations++; Seen.OnValidation?.Invoke(); return ValidationResult.Success; }
        }

        public enum Mode { Soft, Hard }
        [Flags] public enum Changes { None = 0, Text = 1, Owner = 2, Group = 4 }

        [McpServerToolType]
        public static partial class Tools
        {
            [McpServerTool, RequireScopes("a"), RequireScopes("files:write", WhenArgument = "force", Is = true), Description("d")] public static string Force(bool force = false, [Watched] int id = 0) => Seen.Enter(force);
            [McpServerTool, RequireScopes("w", WhenArgument = "force", Is = true), Description("d")] public static string ByDefault(bool force = true) => Seen.Enter();
            [McpServerTool, RequireScopes("w", WhenArgument = "force", Is = false), Description("d")] public static string MaybeForce(bool? force = null) => Seen.Enter();
            [McpServerTool, RequireScopes("w", WhenArgument = "mode", Is = Mode.Hard), Description("d")] public static string Switch(Mode? mode = null) => Seen.Enter();
            [McpServerTool, RequireScopes("w", WhenArgument = "mode", Is = Mode.Soft), Description("d")] public static string ZeroMode(Mode mode = Mode.Soft) => Seen.Enter();
            [McpServerTool, RequireScopes("w", WhenArgument = "changes", Is = Changes.Owner | Changes.Group), Description("d")] public static string Change(Changes? changes = null) => Seen.Enter();
            [McpServerTool, RequireScopes("w", WhenArgument = "count", Is = 7), Description("d")] public static string Count(ulong count) => Seen.Enter();
            [McpServerTool, RequireScopes("w", WhenArgument = "count", Is = -1), Description("d")] public static string Small(sbyte? count = -1) => Seen.Enter();
            [McpServerTool, RequireScopes("w", WhenArgument = "kind", Is = "x"), Description("d")] public static string Kind([AllowedValues("x", "X", "y")] string kind) => Seen.Enter();
            [McpServerTool, RequireScopes("w", WhenArgument = "force", Is = true), RequireScopes("v", WhenArgument = "mode", Is = Mode.Hard), RequireScopes("u", "t", AnyOf = true, WhenArgument = "mode", Is = Mode.Hard), RequireScopes("base"), Description("d")]
            public static string Several(bool force, Mode mode) => Seen.Enter();
            [McpServerTool, RequireClaim("tid", EqualsArgument = "tenant"), Description("d")] public static string Tenant([Watched, MaxLength(50)] string? tenant = null) => Seen.Enter();
            [McpServerTool, RequireClaim("tid", EqualsArgument = "tenant"), Description("d")] public static string GuidTenant(Guid? tenant = null) => Seen.Enter();
            [McpServerTool, RequireClaim("tid", EqualsArgument = "tenant"), Description("d")] public static string NumberTenant(int? tenant) => Seen.Enter();
            [McpServerTool, RequireClaim("tid", EqualsArgument = "tenant"), Description("d")] public static string BigTenant(ulong tenant) => Seen.Enter();
            [McpServerTool, RequireClaim("tid", EqualsArgument = "tenant"), RequireScopes("w", WhenArgument = "force", Is = true), Description("d")] public static string TenantForce([MaxLength(50)] string tenant, bool force) => Seen.Enter();
            [McpServerTool, PublicTool(AllowAnonymous = true), RequireScopes("w", WhenArgument = "force", Is = true), Description("d")] public static string Anonymous(bool force = false) => Seen.Enter();
            [McpServerTool, PrivateTool(Clients = ["app"]), RequireScopes("w", WhenArgument = "force", Is = true), Description("d")] public static string Hidden(bool force) => Seen.Enter();
        }

        [RequireClaim("tid", EqualsArgument = "tenant")]
        public abstract class OfTenant
        {
            [McpServerTool, RequireScopes("w", WhenArgument = "force", Is = true), Description("d")] public virtual string Inherited(int tenant, bool force) => "base";
        }

        [McpServerToolType]
        public sealed partial class OfTenantTools : OfTenant
        {
            [RequireScopes("v", WhenArgument = "force", Is = true)] public override string Inherited(int tenant, bool force) => Seen.Enter();
        }
        """);

    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Theory]
    [InlineData("force", "scope=a", "{}", " False")]
    [InlineData("force", "scope=a", """{"force":false}""", " False")]
    [InlineData("force", "scope=a files:write", """{"force":true}""", " True")]
    [InlineData("force", "scope=a files:admin", """{"force":true}""", " True")]
    [InlineData("by_default", "", """{"force":false}""")]
    [InlineData("by_default", "scope=w", "{}")]
    [InlineData("maybe_force", "", "{}")]
    [InlineData("maybe_force", "", """{"force":null}""")]
    [InlineData("maybe_force", "", """{"force":true}""")]
    [InlineData("switch", "", "{}")]
    [InlineData("switch", "", """{"mode":"Soft"}""")]
    [InlineData("zero_mode", "", """{"mode":"Hard"}""")]
    [InlineData("change", "", "{}")]
    [InlineData("change", "", """{"changes":["Text"]}""")]
    [InlineData("change", "scope=w", """{"changes":["Text","Group"]}""")]
    [InlineData("count", "", """{"count":8}""")]
    [InlineData("small", "", """{"count":1}""")]
    [InlineData("kind", "", """{"kind":"y"}""")]
    [InlineData("kind", "", """{"kind":"X"}""")]
    [InlineData("several", "scope=base", """{"force":false,"mode":"Soft"}""")]
    [InlineData("several", "scope=base w v t", """{"force":true,"mode":"Hard"}""")]
    [InlineData("tenant", "tid=t1", """{"tenant":"t1"}""")]
    [InlineData("guid_tenant", "tid=0F8FAD5B-D9CB-469F-A165-70867728950E", $$"""{"tenant":"{{Id}}"}""")]
    [InlineData("number_tenant", "tid=7", """{"tenant":7.0}""")]
    [InlineData("number_tenant", "tid=-7", """{"tenant":-7}""")]
    [InlineData("big_tenant", "tid=18446744073709551615", """{"tenant":18446744073709551615}""")]
    [InlineData("anonymous", "", "{}")]
    [InlineData("hidden", "client_id=app", """{"force":false}""")]
    [InlineData("inherited", "tid=7;scope=v w", """{"tenant":7,"force":true}""")]
    [InlineData("inherited", "tid=7", """{"tenant":7,"force":false}""")]
    public async Task A_caller_with_what_the_values_need_is_admitted(string tool, string claims, string arguments, string echo = "") =>
        Assert.Equal("reached" + echo, await CallAsync(tool, claims, arguments));

    [Theory]
    [InlineData("force", "scope=a", """{"force":true}""", "the scopes \"a\", \"files:write\"")]
    [InlineData("by_default", "", "{}", "the scope \"w\"")]
    [InlineData("by_default", "scope=W", """{"force":true}""", "the scope \"w\"")]
    [InlineData("maybe_force", "", """{"force":false}""", "the scope \"w\"")]
    [InlineData("switch", "", """{"mode":"Hard"}""", "the scope \"w\"")]
    [InlineData("zero_mode", "", "{}", "the scope \"w\"")]
    [InlineData("change", "", """{"changes":["Owner"]}""", "the scope \"w\"")]
    [InlineData("change", "", """{"changes":["Text","Group"]}""", "the scope \"w\"")]
    [InlineData("count", "", """{"count":7}""", "the scope \"w\"")]
    [InlineData("count", "", """{"count":7.0}""", "the scope \"w\"")]
    [InlineData("count", "", """{"count":70e-1}""", "the scope \"w\"")]
    [InlineData("small", "", "{}", "the scope \"w\"")]
    [InlineData("kind", "", """{"kind":"\u0078"}""", "the scope \"w\"")]
    [InlineData("several", "scope=base", """{"force":true,"mode":"Hard"}""", "the scopes \"base\", \"w\", \"v\", and one of the scopes \"u\", \"t\"")]
    [InlineData("several", "scope=base w", """{"force":true,"mode":"Hard"}""", "the scopes \"base\", \"w\", \"v\", and one of the scopes \"u\", \"t\"")]
    [InlineData("several", "scope=base v u", """{"force":true,"mode":"Hard"}""", "the scopes \"base\", \"w\", \"v\", and one of the scopes \"u\", \"t\"")]
    [InlineData("several", "scope=base v", """{"force":true,"mode":"Soft"}""", "the scopes \"base\", \"w\"")]
    [InlineData("tenant_force", "tid=t1", """{"tenant":"t1","force":true}""", "the scope \"w\"")]
    [InlineData("anonymous", "", """{"force":true}""", "the scope \"w\"")]
    [InlineData("hidden", "client_id=app", """{"force":true}""", "the scope \"w\"")]
    [InlineData("inherited", "tid=7;scope=w", """{"tenant":7,"force":true}""", "the scopes \"v\", \"w\"")]
    [InlineData("inherited", "tid=7;scope=v", """{"tenant":7,"force":true}""", "the scopes \"v\", \"w\"")]
    public async Task A_missing_scope_is_answered_with_all_that_the_call_needs(string tool, string claims, string arguments, string needs)
    {
        int before = Counter("Entries");

        Assert.Equal($"error: Access to {tool} is denied for these arguments: the call needs {needs}.", await CallAsync(tool, claims, arguments));
        Assert.Equal(before, Counter("Entries"));
    }

    [Theory]
    [InlineData("tenant", "tid=t1", """{"tenant":"t2"}""")]
    [InlineData("tenant", "tid=t1", """{"tenant":"T1"}""")]
    [InlineData("tenant", "tid=t1", """{"tenant":"t1 "}""")]
    [InlineData("tenant", "tid=t1", """{"tenant":""}""")]
    [InlineData("tenant", "tid=t1", """{"tenant":null}""")]
    [InlineData("tenant", "tid=t1", "{}")]
    [InlineData("tenant", "tid=", "{}")]
    [InlineData("tenant", "TID=t1", """{"tenant":"t1"}""")]
    [InlineData("tenant", "", """{"tenant":"t1"}""")]
    [InlineData("tenant", "tid=t1;tid=t2", """{"tenant":"t1"}""")]
    [InlineData("tenant", "tid=t1;tid=t1", """{"tenant":"t1"}""")]
    [InlineData("guid_tenant", "tid=" + Id, """{"tenant":"0f8fad5b-d9cb-469f-a165-70867728950f"}""")]
    [InlineData("guid_tenant", "tid=" + Id, "{}")]
    [InlineData("guid_tenant", "tid=00000000-0000-0000-0000-000000000000", "{}")]
    [InlineData("guid_tenant", "tid=t1", $$"""{"tenant":"{{Id}}"}""")]
    [InlineData("number_tenant", "tid=7", """{"tenant":8}""")]
    [InlineData("number_tenant", "tid=7", """{"tenant":null}""")]
    [InlineData("number_tenant", "tid=0", """{"tenant":null}""")]
    [InlineData("number_tenant", "tid=7.0", """{"tenant":7}""")]
    [InlineData("number_tenant", "tid= 7", """{"tenant":7}""")]
    [InlineData("number_tenant", "tid=4294967303", """{"tenant":7}""")]
    [InlineData("big_tenant", "tid=-1", """{"tenant":18446744073709551615}""")]
    [InlineData("tenant_force", "tid=t1;scope=w", """{"tenant":"t2","force":true}""")]
    [InlineData("inherited", "tid=8;scope=v w", """{"tenant":7,"force":true}""")]
    public async Task A_claim_that_the_argument_does_not_equal_refuses(string tool, string claims, string arguments)
    {
        int before = Counter("Entries");

        Assert.Equal($"error: Access to {tool} is denied for these arguments.", await CallAsync(tool, claims, arguments));
        Assert.Equal(before, Counter("Entries"));
    }

    [Theory]
    [InlineData("tid=t1;scope=x", "tid=t2;scope=w")]
    [InlineData("tid=t2;scope=w", "tid=t1;scope=x")]
    public async Task One_identity_must_have_it_all(string one, string other)
    {
        var user = new ClaimsPrincipal([.. User(one).Identities, .. User(other).Identities]);

        Assert.StartsWith("error: Access to tenant_force is denied for these arguments", Text(await s_tools.CallAsync(s_tools.Request("tenant_force", """{"tenant":"t1","force":true}""", isLocal: false, user))), StringComparison.Ordinal);
        Assert.Equal("reached", Text(await s_tools.CallAsync(s_tools.Request("tenant_force", """{"tenant":"t1","force":false}""", isLocal: false, user))));
    }

    [Fact]
    public async Task What_one_could_not_bind_is_answered_as_such_to_a_caller_that_the_tool_admits()
    {
        Assert.StartsWith("error: Invalid arguments for force", await CallAsync("force", "scope=a", """{"force":"true"}"""), StringComparison.Ordinal);
        Assert.Equal("error: Access to force is denied: the call needs the scope \"a\".", await CallAsync("force", "", """{"force":"true"}"""));
    }

    [Theory]
    [InlineData("force", "scope=a", """{"force":true}""")]
    [InlineData("tenant", "tid=t1", """{"tenant":"t2"}""")]
    public async Task It_is_decided_before_validation_of_ones_own(string tool, string claims, string arguments)
    {
        int before = Counter("Validations");
        await CallAsync(tool, claims, arguments);
        Assert.Equal(before, Counter("Validations"));

        await CallAsync("tenant", "tid=t1", """{"tenant":"t1"}""");
        Assert.Equal(before + 1, Counter("Validations"));
    }

    [Fact]
    public async Task Arguments_that_change_after_the_decision_are_not_used()
    {
        var request = s_tools.Request("force", """{"force":false}""", isLocal: false, User("scope=a"));
        var changed = System.Text.Json.JsonDocument.Parse("true").RootElement;
        System.Reflection.FieldInfo onValidation = s_tools.Assembly.GetType("Seen")!.GetField("OnValidation")!;
        onValidation.SetValue(null, (Action)(() => request.Params!.Arguments!["force"] = changed));
        try
        {
            Assert.Equal("reached False", Text(await s_tools.CallAsync(request)));
            Assert.True(request.Params!.Arguments!["force"].GetBoolean());
        }
        finally
        {
            onValidation.SetValue(null, null);
        }
    }

    [Fact]
    public async Task A_method_that_is_awaited_and_disposed_of_and_names_its_arguments_like_the_wrapper_is_decided_alike()
    {
        LoadedTools tools = LoadedTools.From(AccessPolicies.Run("""
            using Microsoft.AspNetCore.Authorization;

            [McpServerToolType, Authorize("Odd")]
            public sealed partial class Tools : IAsyncDisposable
            {
                public ValueTask DisposeAsync() => default;

                [McpServerTool, RequireClaim("tid", EqualsArgument = "access"), RequireScopes("w", WhenArgument = "Admitted", Is = true), Description("d")]
                public async Task<string> Run(int access, bool Admitted, int? identities = null, int Access = 0) { await Task.Yield(); return "reached"; }

                [McpServerTool(UseStructuredContent = true), RequireClaim("tid", EqualsArgument = "number"), Description("d")]
                public async ValueTask<int> Count(int number) { await Task.Yield(); return number; }
            }
            """).AssertClean());

        Assert.Equal("reached", Text(await tools.CallAsync(tools.Request("run", """{"access":7,"Admitted":true}""", isLocal: false, User("number=3;tid=7;scope=w")))));
        Assert.Equal("""{"result":7}""", Text(await tools.CallAsync(tools.Request("count", """{"number":7}""", isLocal: false, User("number=3;tid=7")))));
        Assert.Equal("error: Access to run is denied for these arguments: the call needs the scope \"w\".", Text(await tools.CallAsync(tools.Request("run", """{"access":7,"Admitted":true}""", isLocal: false, User("number=3;tid=7")))));
        Assert.Equal("error: Access to count is denied for these arguments.", Text(await tools.CallAsync(tools.Request("count", """{"number":7}""", isLocal: false, User("number=3;tid=8")))));
    }

    private static async Task<string> CallAsync(string tool, string claims, string arguments)
    {
        // A caller without claims of a tool for anyone is nobody.
        ClaimsPrincipal? user = tool == "anonymous" ? null : User(claims);
        return Text(await s_tools.CallAsync(s_tools.Request(tool, arguments, isLocal: false, user)));
    }

    private static int Counter(string name) => (int)s_tools.Assembly.GetType("Seen")!.GetField(name)!.GetValue(null)!;
}
