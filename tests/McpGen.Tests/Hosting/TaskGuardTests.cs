using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Json.Nodes;
using McpGen.Authorization;
using McpGen.Hosting;
using McpGen.Tests.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

#pragma warning disable MCPEXP001, MCPEXP002 // Request handlers of extensions are experimental.

namespace McpGen.Tests.Hosting;

/// <summary>The SDK's Tasks extension gives a task's result to whoever knows its id, so the application says who owns it.</summary>
public sealed class TaskGuardTests
{
    private readonly ConcurrentQueue<string> _answered = [];

    [Theory]
    [InlineData("tasks/get", false)]
    [InlineData("tasks/result", false)]
    [InlineData("tasks/cancel", false)]
    [InlineData(null, true)]
    public void A_server_with_tasks_and_a_tool_that_is_not_public_does_not_start(string? handler, bool capability)
    {
        string failure = FailureOf(Access.Requiring(new ScopeRule(new Scope("a"))), handler, capability);

        Assert.Contains("Tool 'only': the server uses the SDK's Tasks extension", failure, StringComparison.Ordinal);
        Assert.Contains("Set HardeningOptions.OwnsTask", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tasks/get", false)]
    [InlineData(null, true)]
    public void A_tool_that_is_public_but_for_some_arguments_is_not_public(string? handler, bool capability) =>
        Assert.Contains("Tool 'only': the server uses the SDK's Tasks extension", FailureOf(Access.Authenticated, handler, capability, hasAccessByValue: true), StringComparison.Ordinal);

    [Fact]
    public void A_server_without_tasks_or_with_public_tools_alone_or_with_an_owner_check_starts()
    {
        Assert.Equal("", FailureOf(Access.Requiring(new ScopeRule(new Scope("a"))), handler: "other/get", capability: false));
        Assert.Equal("", FailureOf(Access.Authenticated, handler: "tasks/get", capability: true));
        Assert.Equal("", FailureOf(Access.Anyone, handler: "tasks/get", capability: true));
        Assert.Equal("", FailureOf(Access.Requiring(new ScopeRule(new Scope("a"))), handler: "tasks/get", capability: true, (_, _, _) => new(true)));
    }

    [Fact]
    public void A_handler_that_would_get_past_the_owner_check_stops_the_start() => Assert.Contains(
        "past HardeningOptions.OwnsTask",
        TestServer.FailureOf(builder =>
        {
            Harden(builder, Access.Requiring(new ScopeRule(new Scope("a"))), (_, _, _) => new(true));
            builder.Services.PostConfigure<McpServerOptions>(options => (options.RequestHandlers ??= []).Add(Handler("tasks/get")));
        }),
        StringComparison.Ordinal);

    public static TheoryData<string> Methods => ["tasks/get", "tasks/result", "tasks/cancel", "tasks/update"];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Who_owns_a_task_is_answered_and_nobody_else(string method)
    {
        foreach (string protocol in Connection.Protocols)
        {
            await using HttpConnection connection = Open(protocol, method, (caller, task, _) => new(caller?.HasClaim("sub", "ada") is true && task == "t1"));

            Assert.Contains("the result", await AskAsync(connection, "ada", method, new JsonObject { ["taskId"] = "t1" }), StringComparison.Ordinal);
            Assert.Equal(["ada"], _answered);
            _answered.Clear();

            string refused = await AskAsync(connection, "ada", method, new JsonObject { ["taskId"] = "t2" });
            foreach (string caller in (string[])["nobody", "no_identity", "nothing", "app", "level_3"])
            {
                Assert.Equal(refused.Replace("ada", caller, StringComparison.Ordinal), await AskAsync(connection, caller, method, new JsonObject { ["taskId"] = "t1" }));
            }

            Assert.Contains("Unknown task.", refused, StringComparison.Ordinal);
            Assert.Empty(_answered);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"taskId":null}""")]
    [InlineData("""{"taskId":1}""")]
    [InlineData("""{"taskId":["t1"]}""")]
    [InlineData("""{"taskId":{"id":"t1"}}""")]
    [InlineData("""{"id":"t1"}""")]
    public async Task A_request_that_names_no_task_is_refused(string parameters)
    {
        await using HttpConnection connection = Open(TestServer.Stateless, "tasks/get", (_, _, _) => new(true));

        Assert.Contains("Unknown task.", await AskAsync(connection, "ada", "tasks/get", JsonNode.Parse(parameters)!.AsObject()), StringComparison.Ordinal);
        Assert.Empty(_answered);
    }

    [Theory]
    [InlineData("""{"TaskId":"t2"}""")]
    [InlineData("""{"taskId":"t1","TaskId":"t2"}""")]
    [InlineData("""{"TASKID":"t2","taskId":"t1"}""")]
    [InlineData("""{"taskId":"t1","taskId":"t2"}""")]
    [InlineData("""{"task\u0049d":"t2"}""")]
    public async Task A_name_that_the_SDK_would_read_too_gets_nobody_past_the_check(string parameters)
    {
        await using StreamConnection connection = await StreamConnection.OpenAsync(
            TestServer.Initialize,
            configure: builder => builder.Services.Configure<McpServerOptions>(options => (options.RequestHandlers ??= []).Add(Handler("tasks/get"))),
            harden: options => options.OwnsTask = (_, task, _) => new(task == "t1"));

        Assert.DoesNotContain("the result", await connection.AskAsync($$"""{"jsonrpc":"2.0","id":"ada/task","method":"tasks/get","params":{{parameters}}}"""), StringComparison.Ordinal);
        Assert.Empty(_answered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_check_that_throws_refuses_and_its_text_stays_here(bool isLater)
    {
        await using HttpConnection connection = Open(TestServer.Stateless, "tasks/get", async (_, _, _) =>
        {
            if (isLater)
            {
                await Task.Yield();
            }

            throw new InvalidOperationException("secret words");
        });

        string answer = await AskAsync(connection, "ada", "tasks/get", new JsonObject { ["taskId"] = "t1" });
        Assert.Contains("Unknown task.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.Empty(_answered);
    }

    [Fact]
    public async Task What_is_no_request_of_tasks_is_left_alone()
    {
        await using HttpConnection connection = Open(TestServer.Stateless, "other/get", (_, _, _) => new(false));

        Assert.Contains("the result", await AskAsync(connection, "nobody", "other/get", []), StringComparison.Ordinal);
    }

    private HttpConnection Open(string protocol, string method, Func<ClaimsPrincipal?, string, CancellationToken, ValueTask<bool>> owns) => new(
        protocol,
        builder => builder.Services.Configure<McpServerOptions>(options => (options.RequestHandlers ??= []).Add(Handler(method))),
        options => options.OwnsTask = owns);

    private McpServerRequestHandler Handler(string method) => new()
    {
        Method = method,
        Handler = (request, _) =>
        {
            _answered.Enqueue(request.Id.ToString().Split('/')[0]);
            return new(new JsonObject { ["text"] = "the result" });
        },
    };

    private static Task<string> AskAsync(HttpConnection connection, string caller, string method, JsonObject parameters) => connection.AskAsync(connection.Request($"{caller}/task", method, parameters));

    private string FailureOf(
        Access access, string? handler, bool capability, Func<ClaimsPrincipal?, string, CancellationToken, ValueTask<bool>>? owns = null, bool hasAccessByValue = false) => TestServer.FailureOf(builder =>
    {
        builder.Services.Configure<McpServerOptions>(options =>
        {
            if (handler is not null)
            {
                (options.RequestHandlers ??= []).Add(Handler(handler));
            }

            if (capability)
            {
                options.Capabilities = new ServerCapabilities { Extensions = new Dictionary<string, object> { ["io.modelcontextprotocol/tasks"] = new JsonObject() } };
            }
        });
        Harden(builder, access, owns, hasAccessByValue);
    });

    private static void Harden(IMcpServerBuilder builder, Access access, Func<ClaimsPrincipal?, string, CancellationToken, ValueTask<bool>>? owns, bool hasAccessByValue = false) => HardenedToolRegistration.Add(
        builder,
        options => options.OwnsTask = owns,
        [
            Tools.Class(typeof(TaskGuardTests), options => new(
                new()
                {
                    Name = "only",
                    ToolClass = typeof(TaskGuardTests),
                    DeclaringType = typeof(TaskGuardTests),
                    Access = access,
                    HasAccessByValue = hasAccessByValue,
                    Method = static call => call.Denied(),
                    InputSchema = _ => """{"type":"object"}"""u8,
                },
                options)),
        ],
        Tools.None);
}
