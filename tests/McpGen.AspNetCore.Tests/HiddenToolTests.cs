using McpGen.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace McpGen.AspNetCore.Tests;

/// <summary>To those it is not for, a private tool is a name that does not exist: in status, headers and body.</summary>
public sealed class HiddenToolTests
{
    // As long as the private tool's: a length would tell, too.
    private const string Unknown = "other";

    public static TheoryData<string, string?> Callers => new MatrixTheoryData<string, string?>(
        [Request.Initialize, Request.Stateless], [null, "sub=bob", "sub=bob; scope=purge", "sub=ALICE; scope=purge", "sub=alice; sub=bob; scope=purge"]);

    [Theory]
    [MemberData(nameof(Callers))]
    public Task Behind_an_open_endpoint(string protocol, string? caller) => AssertHiddenAsync(_ => { }, protocol, caller);

    [Theory]
    [MemberData(nameof(Callers))]
    public Task Behind_an_endpoint_that_requires_authorization(string protocol, string? caller) => AssertHiddenAsync(endpoint => endpoint.RequireAuthorization(), protocol, caller);

    [Theory]
    [MemberData(nameof(Callers))]
    public Task Beside_an_application_that_answers_calls_itself(string protocol, string? caller) =>
        AssertHiddenAsync(_ => { }, protocol, caller, builder => builder.Services.Configure<McpServerOptions>(options =>
            options.Handlers.CallToolHandler = (request, _) => throw new InvalidOperationException($"reached {request.Params?.Name}")));

    [Fact]
    public async Task Its_own_caller_is_told_the_scope_it_lacks()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("purge", "sub=alice"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("scope=\"purge\"", Assert.Single(answer.Challenges));
        Assert.Equal(OrderTools.Entered, (await Answer.SendAsync(server, Request.Call("purge", "sub=alice; scope=purge"))).Text);
    }

    [Fact]
    public async Task A_tool_that_is_not_hardened_is_the_applications_own()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync(
            builder => builder.Services.AddMcpServer().WithTools([McpServerTool.Create(() => "plain", new() { Name = "plain" })]),
            options: options => options.UnhardenedTools.Add("plain"));

        Assert.Equal("plain", (await Answer.SendAsync(server, Request.Call("plain"))).Text);
    }

    private static async Task AssertHiddenAsync(Action<IEndpointConventionBuilder> endpoint, string protocol, string? caller, Action<WebApplicationBuilder>? services = null)
    {
        Action<HardeningOptions>? options = services is null ? null : options => options.UnhardenedTools.Add("answered_by_the_application");
        await using HttpServer server = await HttpServer.StartChallengingAsync(services, endpoint, options);

        Answer hidden = await Answer.SendAsync(server, Request.Call("purge", caller, protocol));
        Answer unknown = await Answer.SendAsync(server, Request.Call(Unknown, caller, protocol));

        Assert.Equal(unknown.Whole.Replace(Unknown, "purge"), hidden.Whole);
        Assert.Empty(server.Tools.Calls);
    }
}
