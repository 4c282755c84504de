using System.Security.Claims;
using McpGen.Authorization;
using McpGen.Invocation;
using McpGen.Hosting;
using McpGen.Tests.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace McpGen.Tests.Hosting;

/// <summary>Policies: asked last, about one identity at a time, and never to a caller's advantage when they fail.</summary>
public sealed class AccessPolicyTests
{
    private readonly LevelPolicy _policy = new();

    [Theory]
    [InlineData(TestServer.Initialize)]
    [InlineData(TestServer.Stateless)]
    public async Task A_policy_that_throws_refuses_hides_and_is_logged(string protocol)
    {
        await using TestServer server = await StartAsync(Access.Requiring(_policy), Callers.With("level=broken"), protocol);

        Assert.Equal("", await server.ListAsync());
        Assert.Equal("error: Access to guarded is denied to this caller.", await server.CallAsync("guarded"));
        Assert.Equal(["The access to guarded could not be decided, so it was refused.", "The access to guarded could not be decided, so it was refused."], server.Log.At(LogLevel.Error));
    }

    [Fact]
    public async Task A_policy_is_asked_about_each_identity_alone()
    {
        ClaimsIdentity low = Callers.Identity("level=2"), high = Callers.Identity("level=3"), unknown = Callers.Unauthenticated("level=3");
        await using TestServer server = await StartAsync(Access.Requiring(_policy), new ClaimsPrincipal([low, unknown, high]));

        Assert.Equal("guarded", await server.ListAsync());
        Assert.Equal([low, high], _policy.Asked.Select(static asked => Assert.Single(asked.Identities)));
    }

    [Theory]
    [InlineData("level=3", "error: Access to guarded is denied: the call needs the scope \"a\".")]
    [InlineData("level=broken", "error: Access to guarded is denied: the call needs the scope \"a\".")]
    public async Task A_policy_is_not_asked_where_a_claim_is_missing(string claim, string answer)
    {
        await using TestServer server = await StartAsync(Access.Requiring(_policy, new ScopeRule(new Scope("a"))), Callers.With(claim));

        Assert.Equal("", await server.ListAsync());
        Assert.Equal(answer, await server.CallAsync("guarded"));
        Assert.Empty(_policy.Asked);
    }

    [Fact]
    public async Task A_policy_is_asked_only_about_the_identity_that_has_the_claims()
    {
        ClaimsIdentity scoped = Callers.Identity("scope=a", "level=2"), high = Callers.Identity("level=3");
        await using TestServer server = await StartAsync(Access.Requiring(_policy, new ScopeRule(new Scope("a"))), new ClaimsPrincipal([high, scoped]));

        Assert.Equal("error: Access to guarded is denied to this caller.", await server.CallAsync("guarded"));
        Assert.All(_policy.Asked, asked => Assert.Same(scoped, Assert.Single(asked.Identities)));
    }

    [Fact]
    public async Task A_private_tool_asks_no_policy_about_a_stranger()
    {
        await using TestServer server = await StartAsync(Access.Requiring(_policy, new PrivateRule(["app"], null)), Callers.With("level=broken"));

        Assert.Equal("", await server.ListAsync());
        Assert.Equal("Request failed (remote): Unknown tool: 'guarded'", (await Assert.ThrowsAsync<ModelContextProtocol.McpProtocolException>(() => server.CallAsync("guarded"))).Message);
        Assert.Empty(_policy.Asked);
    }

    [Fact]
    public async Task A_policy_that_can_never_be_decided_stops_the_start()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        Harden(TestServer.Builder(builder.Services), Access.Requiring(new LevelPolicy("there is no policy 'Refund'")));
        using IHost host = builder.Build();

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());
        Assert.Equal($"Tool 'guarded' of {typeof(AccessPolicyTests)}: there is no policy 'Refund'", exception.Message);
    }

    [Fact]
    public async Task A_policy_without_an_objection_starts()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        Harden(TestServer.Builder(builder.Services), Access.Requiring(_policy));
        using IHost host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
    }

    private static Task<TestServer> StartAsync(Access access, ClaimsPrincipal user, string protocol = TestServer.Stateless) => TestServer.StartRemoteAsync(
        builder => Harden(
            builder.WithMessageFilters(filters => filters.AddIncomingFilter(next => (context, cancellationToken) =>
            {
                context.User = user;
                return next(context, cancellationToken);
            })),
            access),
        protocol);

    private static void Harden(IMcpServerBuilder builder, Access access) => HardenedToolRegistration.Add(
        builder,
        configure: null,
        [
            Tools.Class(typeof(AccessPolicyTests), options => new HardenedTool(
                new ToolDefinition
                {
                    Name = "guarded",
                    ToolClass = typeof(AccessPolicyTests),
                    DeclaringType = typeof(AccessPolicyTests),
                    Access = access,
                    InputSchema = _ => """{"type":"object"}"""u8,
                    Method = call => call.Admits(access) ? call.WhenPoliciesAdmit(static (_, _) => new(ToolResult.Text(Tools.Checked))) : call.Denied(),
                },
                options)),
        ],
        Tools.None);
}
