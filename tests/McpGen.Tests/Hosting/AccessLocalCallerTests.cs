using System.Security.Claims;
using McpGen.Tests.Authorization;

namespace McpGen.Tests.Hosting;

/// <summary>What the local process may do is said in the options, and nobody else ever gets it.</summary>
public sealed class AccessLocalCallerTests
{
    public static TheoryData<string> Protocols => [.. Connection.Protocols];

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task The_local_process_may_do_what_is_said_of_it(string protocol)
    {
        await using StreamConnection connection = await StreamConnection.OpenAsync(protocol, isLocal: true, harden: Everything);
        foreach (MatrixRule rule in MatrixRule.All)
        {
            foreach (string caller in (string[])["nobody", "no_identity", "unauthenticated"])
            {
                Assert.Equal(rule.Expected("everything", isLocal: true)["everything".Length..], (await connection.DecisionAsync(caller, rule.Name))[caller.Length..]);
            }

            Assert.Equal(rule.Expected("reader", isLocal: true), await connection.DecisionAsync("reader", rule.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Nobody_without_the_mark_gets_it(string protocol)
    {
        Connection[] connections = [new HttpConnection(protocol, harden: Everything), await StreamConnection.OpenAsync(protocol, harden: Everything)];
        foreach (Connection connection in connections)
        {
            await using (connection)
            {
                foreach (MatrixRule rule in MatrixRule.All)
                {
                    foreach (string caller in (string[])["nobody", "no_identity", "unauthenticated", "nothing"])
                    {
                        Assert.Equal(rule.Expected(caller, isLocal: false), await connection.DecisionAsync(caller, rule.Name));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(true, false, false, "public scope scope_implied")]
    [InlineData(false, true, false, "public roles_any")]
    [InlineData(false, false, true, "public client")]
    public async Task Each_of_its_parts_counts_for_itself(bool scope, bool role, bool claim, string expected)
    {
        await using StreamConnection connection = await StreamConnection.OpenAsync(TestServer.Stateless, isLocal: true, harden: options =>
        {
            LocalCallerOf(options, scope ? ["files:read"] : [], role ? ["clerk"] : [], claim ? [new Claim("client_id", "app"), new Claim("iss", "https://a")] : []);
        });

        string[] callable = [.. (await connection.ListAsync("nobody")).Except(["anyone", "tenant", "scopes_any"])];
        Assert.Equal(expected, string.Join(' ', callable));
    }

    private static void Everything(HardeningOptions options)
    {
        options.LocalCaller.Name = "ada";
        LocalCallerOf(
            options, ["files:read", "files:write", "files:admin"], ["clerk", "auditor"], [new Claim("client_id", "app"), new Claim("iss", "https://a"), new Claim("level", "3"), new Claim("tid", "t1")]);
    }

    private static void LocalCallerOf(HardeningOptions options, string[] scopes, string[] roles, Claim[] claims)
    {
        options.LocalCaller.Scopes.UnionWith(scopes);
        options.LocalCaller.Roles.UnionWith(roles);
        Array.ForEach(claims, options.LocalCaller.Claims.Add);
    }
}
