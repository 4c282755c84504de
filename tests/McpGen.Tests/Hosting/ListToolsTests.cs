using System.Security.Claims;
using McpGen.Authorization;
using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting;

public sealed class ListToolsTests
{
    [Theory]
    [InlineData(TestServer.Initialize)]
    [InlineData(TestServer.Stateless)]
    public async Task The_local_process_sees_every_tool_in_order(string protocol)
    {
        await using TestServer server = await TestServer.StartLocalAsync(Harden, protocol);

        Assert.Equal("search inherited hello", await server.ListAsync());
    }

    [Theory]
    [InlineData(TestServer.Initialize)]
    [InlineData(TestServer.Stateless)]
    public async Task An_anonymous_caller_sees_and_calls_only_what_anyone_may_call(string protocol)
    {
        await using TestServer server = await TestServer.StartRemoteAsync(Harden, protocol);

        Assert.Equal("hello", await server.ListAsync());
        Assert.Equal(Tools.Checked, await server.CallAsync("hello"));
        Assert.Equal("error: Access to search is denied: the caller is not authenticated.", await server.CallAsync("search"));
    }

    [Fact]
    public async Task An_authenticated_caller_sees_and_calls_what_it_may_call()
    {
        await using TestServer server = await TestServer.StartRemoteAsync(builder => Harden(SignIn(builder, new ClaimsIdentity("test"))));

        Assert.Equal("search inherited hello", await server.ListAsync());
        Assert.Equal(Tools.Checked, await server.CallAsync("search"));
    }

    [Fact]
    public async Task A_rule_that_throws_hides_the_tool()
    {
        await using TestServer server = await TestServer.StartRemoteAsync(builder => Harden(SignIn(builder, new ThrowingIdentity())));

        Assert.Equal("hello", await server.ListAsync());
    }

    [Fact]
    public async Task A_list_that_depends_on_the_caller_is_not_public()
    {
        await using TestServer everything = await TestServer.StartLocalAsync(builder => Harden(Publish(builder)));
        await using TestServer filtered = await TestServer.StartRemoteAsync(builder => Harden(Publish(builder)));

        Assert.Equal(CacheScope.Private, (await everything.Client.ListToolsAsync(new ListToolsRequestParams())).CacheScope);
        Assert.Equal(CacheScope.Private, (await filtered.Client.ListToolsAsync(new ListToolsRequestParams())).CacheScope);
    }

    [Fact]
    public async Task A_list_about_which_nobody_said_anything_is_private()
    {
        await using TestServer server = await TestServer.StartRemoteAsync(Harden);

        Assert.Equal(CacheScope.Private, (await server.Client.ListToolsAsync(new ListToolsRequestParams())).CacheScope);
    }

    [Fact]
    public async Task A_list_that_is_the_same_for_all_stays_public()
    {
        await using TestServer server = await TestServer.StartRemoteAsync(builder => HardenedToolRegistration.Add(
            Publish(builder), configure: null, [Tools.Class(typeof(PlainTools), options => Tools.Tool("open", typeof(PlainTools), Access.Anyone, options))], Tools.None));

        Assert.Equal(CacheScope.Public, (await server.Client.ListToolsAsync(new ListToolsRequestParams())).CacheScope);
    }

    [Fact]
    public async Task A_listed_tool_that_nothing_would_answer_is_hidden()
    {
        await using TestServer server = await TestServer.StartLocalAsync(builder =>
        {
            builder.Services.Configure<McpServerOptions>(options =>
                options.Handlers.ListToolsHandler = (_, _) => new(new ListToolsResult { Tools = [new Tool { Name = "nobody" }] }));
            Harden(builder);
        });

        Assert.Equal("search inherited hello", await server.ListAsync());
    }

    [Fact]
    public async Task What_a_filter_of_the_application_adds_is_filtered_too()
    {
        await using TestServer server = await TestServer.StartRemoteAsync(builder => Harden(builder.WithRequestFilters(filters => filters.AddListToolsFilter(next => async (request, cancellationToken) =>
        {
            ListToolsResult result = await next(request, cancellationToken);
            result.Tools.Add(new Tool { Name = "nobody" });
            return result;
        }))));

        Assert.Equal("hello", await server.ListAsync());
    }

    private static void Harden(IMcpServerBuilder builder) => HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], Tools.None);

    private static IMcpServerBuilder SignIn(IMcpServerBuilder builder, ClaimsIdentity identity) =>
        builder.WithMessageFilters(filters => filters.AddIncomingFilter(next => (context, cancellationToken) =>
        {
            context.User = new ClaimsPrincipal(identity);
            return next(context, cancellationToken);
        }));

    private static IMcpServerBuilder Publish(IMcpServerBuilder builder) =>
        builder.WithRequestFilters(filters => filters.AddListToolsFilter(next => async (request, cancellationToken) =>
        {
            ListToolsResult result = await next(request, cancellationToken);
            result.CacheScope = CacheScope.Public;
            return result;
        }));

    private sealed class ThrowingIdentity : ClaimsIdentity
    {
        public override bool IsAuthenticated => throw new InvalidOperationException("the rule failed");
    }
}
