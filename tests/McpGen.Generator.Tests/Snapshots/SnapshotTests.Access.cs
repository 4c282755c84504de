using McpGen.Generator.Tests.Behaviour;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Snapshots;

public sealed partial class SnapshotTests
{
    [Fact]
    public async Task Access_by_claims_and_values()
    {
        LoadedTools tools = Match("""
            [assembly: ScopeImplies("files:admin", "files:write")]

            public enum Mode { Ask, Force }

            [Flags] public enum Parts { None = 0, Text = 1, Owner = 2 }

            [McpServerToolType, RequireScopes("files:read"), PrivateTool(Clients = ["backoffice", "web"])]
            public static partial class FileTools
            {
                [McpServerTool(Name = "move"), Description("Moves."), PrivateTool(Clients = ["backoffice"], Users = ["ada"]), RequireScopes("files:list", "files:find", AnyOf = true), RequireRoles("clerk")]
                [RequireClaim("tid", EqualsArgument = "tenant"), RequireScopes("files:write", WhenArgument = "mode", Is = Mode.Force), RequireScopes("files:own", "files:write", WhenArgument = "parts", Is = Parts.Owner)]
                public static string Move(Guid tenant, Mode mode = Mode.Ask, Parts? parts = null) => $"{mode} {parts}";
            }
            """);

        const string Claims = "client_id=backoffice;sub=ada;role=clerk;tid=0f8fad5b-d9cb-469f-a165-70867728950e";
        const string Arguments = """{"tenant":"0f8fad5b-d9cb-469f-a165-70867728950e","mode":"Force","parts":["Owner"]}""";
        Assert.Equal("Force Owner", await CallAsync(tools, "move", Claims + ";scope=files:read files:find files:admin files:own", Arguments));
        Assert.Equal(
            "error: Access to move is denied for these arguments: the call needs the scopes \"files:read\", \"files:write\", \"files:own\", and one of the scopes \"files:list\", \"files:find\".",
            await CallAsync(tools, "move", Claims + ";scope=files:read files:find files:own", Arguments));
    }

    [Fact]
    public async Task Access_by_policy()
    {
        GeneratorRun run = AccessPolicies.Run("""
            using Microsoft.AspNetCore.Authorization;

            [McpServerToolType, Authorize]
            public static partial class RefundTools
            {
                [McpServerTool(Name = "refund"), Description("Refunds."), Authorize(Policy = "Odd", Roles = "clerk, admin"), RequireClaim("tid", EqualsArgument = "tenant")]
                public static string Refund([StringLength(20)] string tenant) => tenant;
            }
            """).AssertClean();
        Snapshot.Match(run, nameof(SnapshotTests));
        LoadedTools tools = LoadedTools.From(run);

        Assert.Equal("t1", await CallAsync(tools, "refund", "role=clerk;number=3;tid=t1", """{"tenant":"t1"}"""));
        Assert.Equal("error: Access to refund is denied to this caller.", await CallAsync(tools, "refund", "role=clerk;number=4;tid=t1", """{"tenant":"t1"}"""));
        Assert.Equal("error: Access to refund is denied for these arguments.", await CallAsync(tools, "refund", "role=clerk;number=3;tid=t1", """{"tenant":"t2"}"""));
    }

    private static async Task<string> CallAsync(LoadedTools tools, string tool, string claims, string arguments) =>
        AccessRuleTests.Text(await tools.CallAsync(tools.Request(tool, arguments, isLocal: false, AccessRuleTests.User(claims))));
}
