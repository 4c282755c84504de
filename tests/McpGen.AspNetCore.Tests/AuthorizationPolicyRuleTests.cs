using System.Security.Claims;
using McpGen.AspNetCore.Tests.Harness;
using McpGen.Authorization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.AspNetCore.Tests;

/// <summary><c>[Authorize]</c> on a tool, over HTTP and at start.</summary>
public sealed class AuthorizationPolicyRuleTests
{
    [Theory]
    [InlineData("sub=bob; tid=north", true)]
    [InlineData("sub=bob; tid=South", false)]
    [InlineData("sub=bob", false)]
    public async Task A_policy_decides(string caller, bool isAdmitted)
    {
        await using HttpServer server = await StartAsync("North", policies => policies.AddPolicy("North", policy => policy.RequireClaim("tid", "north")));

        await AssertDecidedAsync(server, caller, isAdmitted);
    }

    [Theory]
    [InlineData("sub=bob; tid=north", true)]
    [InlineData("sub=bob", false)]
    public async Task A_plain_Authorize_is_the_default_policy(string caller, bool isAdmitted)
    {
        await using HttpServer server = await StartAsync(null, policies => policies.AddDefaultPolicy("default", policy => policy.RequireClaim("tid", "north")));

        await AssertDecidedAsync(server, caller, isAdmitted);
    }

    [Fact]
    public async Task A_policy_that_throws_refuses()
    {
        await using HttpServer server = await StartAsync("Broken", policies => policies.AddPolicy("Broken", policy => policy.RequireAssertion(bool (_) => throw new InvalidOperationException("the directory is down"))));

        await AssertDecidedAsync(server, "sub=bob", isAdmitted: false);
        Assert.Contains(server.Log.Warnings, line => line.Contains("audited"));
    }

    [Fact]
    public async Task A_handler_is_given_the_callers_request()
    {
        await using HttpServer server = await StartAsync(
            "Branch",
            policies => policies.AddPolicy("Branch", policy => policy.RequireAssertion(context => context.Resource is HttpContext http && http.Request.Headers["X-Branch"] == "north")),
            services => services.AddHttpContextAccessor());

        await AssertDecidedAsync(server, "sub=bob", isAdmitted: false);
        Assert.Equal(OrderTools.Entered, (await Answer.SendAsync(server, Request.Call("audited", "sub=bob").With("X-Branch", "north"))).Text);
    }

    [Fact]
    public async Task A_handler_is_not_given_the_request_of_another_caller()
    {
        var context = new DefaultHttpContext { User = new(new ClaimsIdentity([new("sub", "alice")], "Test")) };
        object? resource = context;
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHttpContextAccessor>(new HttpContextAccessor { HttpContext = context })
            .AddAuthorizationBuilder().AddPolicy("Seen", policy => policy.RequireAssertion(asked =>
            {
                resource = asked.Resource;
                return true;
            })).Services.BuildServiceProvider();

        Assert.True(await new AuthorizationPolicyRule("Seen").AdmitsAsync(new(new ClaimsIdentity([new("sub", "bob")], "Test")), services, default));

        Assert.Null(resource);
    }

    [Fact]
    public async Task A_policy_that_is_not_there_is_an_objection() =>
        Assert.Contains("there is no authorization policy 'Refund'", await ObjectionAsync("Refund", services => services.AddAuthorization()));

    [Fact]
    public async Task A_policy_with_schemes_is_an_objection() =>
        Assert.Contains("the authorization policy 'Refund' names authentication schemes", await ObjectionAsync("Refund", services =>
            services.AddAuthorizationBuilder().AddPolicy("Refund", policy => policy.AddAuthenticationSchemes("Cookies").RequireAuthenticatedUser())));

    [Fact]
    public async Task A_default_policy_with_schemes_is_an_objection() =>
        Assert.Contains("the default authorization policy names authentication schemes", await ObjectionAsync(null, services =>
            services.AddAuthorizationBuilder().AddDefaultPolicy("default", policy => policy.AddAuthenticationSchemes("Cookies").RequireAuthenticatedUser())));

    [Fact]
    public async Task No_authorization_is_an_objection() => Assert.Contains("AddAuthorization", await ObjectionAsync("Refund", _ => { }));

    [Fact]
    public async Task A_policy_that_can_be_decided_is_none()
    {
        Assert.Null(await ObjectionAsync(null, services => services.AddAuthorization()));
        Assert.Null(await ObjectionAsync("Refund", services => services.AddAuthorizationBuilder().AddPolicy("Refund", policy => policy.RequireRole("clerk"))));
    }

    [Fact]
    public async Task An_objection_stops_the_server() =>
        Assert.Contains("there is no authorization policy 'Refund'", (await Assert.ThrowsAnyAsync<Exception>(() => StartAsync("Refund", _ => { }))).ToString());

    private static async Task AssertDecidedAsync(HttpServer server, string caller, bool isAdmitted)
    {
        Answer answer = await Answer.SendAsync(server, Request.Call("audited", caller));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(isAdmitted ? OrderTools.Entered : "Access to audited is denied to this caller.", answer.Text);
        Assert.Equal(isAdmitted, server.Tools.Calls.Contains("audited"));
    }

    private static async Task<string?> ObjectionAsync(string? policy, Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        configure(services);
        await using ServiceProvider provider = services.BuildServiceProvider();
        return await new AuthorizationPolicyRule(policy).ObjectionAsync(provider);
    }

    private static Task<HttpServer> StartAsync(string? policy, Action<AuthorizationBuilder> policies, Action<IServiceCollection>? services = null) =>
        HttpServer.StartChallengingAsync(
            builder =>
            {
                policies(builder.Services.AddAuthorizationBuilder());
                services?.Invoke(builder.Services);
            },
            tools: ("audited", Access.Requiring(new AuthorizationPolicyRule(policy))));
}
