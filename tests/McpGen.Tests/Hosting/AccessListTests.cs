using System.Text.Json.Nodes;
using McpGen.Tests.Authorization;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

#pragma warning disable MCPEXP002 // The alternate pipeline is experimental.

namespace McpGen.Tests.Hosting;

/// <summary>A private tool is an unknown name to everybody else, and a list shows no more than it is told to.</summary>
public sealed class AccessListTests
{
    private const string Private = "client_and_user";
    private const string Unknown = "client_and_usar";

    /// <summary>An application's own handler, beside which no answer may differ.</summary>
    public enum OwnHandler { None, Ordinary, Alternate }

    public static TheoryData<string, OwnHandler, bool> Servers => new(
        from protocol in Connection.Protocols
        from handler in Enum.GetValues<OwnHandler>()
        from listProtected in (bool[])[false, true]
        select (protocol, handler, listProtected));

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_private_tool_answers_others_byte_for_byte_as_an_unknown_name(string protocol, OwnHandler handler, bool listProtected)
    {
        Connection[] connections =
        [
            new HttpConnection(protocol, Configure, Harden),
            await StreamConnection.OpenAsync(protocol, isLocal: false, Configure, Harden),
            await StreamConnection.OpenAsync(protocol, isLocal: true, Configure, Harden),
        ];
        foreach (Connection connection in connections)
        {
            await using (connection)
            {
                foreach (string caller in (string[])["nobody", "unauthenticated", "nothing", "app", "ada", "app_ada_of_b"])
                {
                    foreach (JsonObject arguments in (JsonObject[])[[], new JsonObject { ["x"] = 1 }])
                    {
                        string answer = await connection.AskAsync(Call(connection, caller, Private, arguments));

                        Assert.Contains($"Unknown tool: '{Private}'", JsonNode.Parse(answer)!["error"]!["message"]!.ToString(), StringComparison.Ordinal);
                        Assert.Equal(await connection.AskAsync(Call(connection, caller, Unknown, arguments)), answer.Replace(Private, Unknown, StringComparison.Ordinal));
                    }

                    Assert.DoesNotContain(Private, await connection.ListAsync(caller));
                    Assert.Equal(handler != OwnHandler.None, (await connection.ListAsync(caller)).Contains("handled"));
                }

                Assert.Equal("app_ada: entered once, listed", await connection.DecisionAsync("app_ada", Private));
            }
        }

        void Harden(HardeningOptions options)
        {
            options.ListProtected = listProtected;
            if (handler != OwnHandler.None)
            {
                options.UnhardenedTools.Add("handled");
            }
        }

        // It answers whatever reaches it, and lists the private tool as its own.
        void Configure(IMcpServerBuilder builder) => builder.Services.Configure<McpServerOptions>(options =>
        {
            if (handler != OwnHandler.None)
            {
                options.Handlers.ListToolsHandler = (_, _) => new(new ListToolsResult { Tools = [new Tool { Name = "handled" }, new Tool { Name = Private }] });
            }

            var answer = new CallToolResult { Content = [new TextContentBlock { Text = "handled" }] };
            options.Handlers.CallToolHandler = handler == OwnHandler.Ordinary ? (_, _) => new(answer) : null;
            options.Handlers.CallToolWithAlternateHandler = handler == OwnHandler.Alternate ? (_, _) => new(answer) : null;
        });
    }

    [Theory]
    [InlineData("nobody", "anyone")]
    [InlineData("unauthenticated", "anyone")]
    [InlineData("nothing", "anyone public scope scopes_all scopes_two_rules scopes_any scope_implied tenant")]
    [InlineData("writer", "anyone public scope scopes_all scopes_two_rules scopes_any scope_implied tenant")]
    [InlineData("clerk_auditor", "anyone public scope scopes_all scopes_two_rules scopes_any scope_implied roles_all roles_any scope_and_role tenant")]
    [InlineData("level_3", "anyone public scope scopes_all scopes_two_rules scopes_any scope_implied policy policy_and_scope tenant")]
    public async Task Protected_tools_are_listed_where_only_a_scope_is_missing_and_still_refused(string caller, string tools)
    {
        foreach (string protocol in Connection.Protocols)
        {
            await using var connection = new HttpConnection(protocol, harden: static options => options.ListProtected = true);

            Assert.Equal(tools, string.Join(' ', await connection.ListAsync(caller)));
            foreach (MatrixRule rule in MatrixRule.All)
            {
                Assert.Equal(rule.Expected(caller, isLocal: false).Split(", ")[0], (await connection.DecisionAsync(caller, rule.Name)).Split(", ")[0]);
            }
        }
    }

    [Fact]
    public async Task A_private_tool_whose_scope_is_missing_is_never_listed()
    {
        MatrixRule rule = MatrixRule.All.Single(static rule => rule.Name == "private_scope");
        await using var connection = new HttpConnection(TestServer.Stateless, harden: static options => options.ListProtected = true);
        foreach (string caller in Callers.All.Keys)
        {
            Assert.Equal(rule.Expected(caller, isLocal: false), await connection.DecisionAsync(caller, rule.Name));
        }
    }

    private static JsonObject Call(Connection connection, string caller, string tool, JsonObject arguments) =>
        connection.Request($"{caller}/call", "tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments.DeepClone() });
}
