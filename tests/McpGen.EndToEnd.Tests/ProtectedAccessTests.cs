using System.Net;
using System.Text.Json;
using McpGen.EndToEnd.Tests.Harness;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace McpGen.EndToEnd.Tests;

/// <summary>Who may do what in the Protected sample, asked over HTTP.</summary>
public sealed class ProtectedAccessTests(ProtectedServer server) : IClassFixture<ProtectedServer>
{
    private const string Reached = "reached";
    private const string Denied = "denied";
    private const string Forbidden = "403";
    private const string Unknown = "unknown";

    // {0} is the number of an open order of contoso's; reader, clerk and admin are contoso's too.
    private static readonly (string Tool, string Arguments, string Reader, string Clerk, string Admin)[] s_decisions =
    [
        ("list_articles", "{}", Reached, Reached, Reached),
        ("list_orders", """{"tenant":"contoso"}""", Reached, Reached, Reached),
        ("list_orders", """{"tenant":"fabrikam"}""", Denied, Denied, Denied),
        ("place_order", """{"tenant":"contoso","article":"desk","quantity":2}""", Forbidden, Reached, Reached),
        ("place_order", """{"tenant":"fabrikam","article":"desk","quantity":2}""", Forbidden, Denied, Denied),
        ("ship_order", """{"tenant":"contoso","number":{0}}""", Denied, Reached, Reached),
        ("cancel_order", """{"tenant":"contoso","number":{0}}""", Forbidden, Reached, Reached),
        ("cancel_order", """{"tenant":"contoso","number":{0},"force":true}""", Forbidden, Denied, Reached),
        ("count_entries", "{}", Denied, Denied, Reached),
        ("rotate_ledger", "{}", Unknown, Unknown, Reached),
        ("no_such_tool", "{}", Unknown, Unknown, Unknown),
    ];

    public static TheoryData<string> Versions { get; } = [.. Protocol.All];

    public static TheoryData<string, string?> VersionsAndStrangers { get; } =
        [.. Protocol.All.SelectMany(static version => new (string, string?)[] { (version, null), (version, "demo-reader"), (version, "demo-clerk"), (version, "unknown-key") })];

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(Versions))]
    public async Task Every_version_of_the_protocol_decides_alike(string version)
    {
        string[] expected = [.. s_decisions.SelectMany(static row => new[] { row.Reader, row.Clerk, row.Admin }.Zip(Callers, (decision, caller) => $"{caller} {row.Tool} {row.Arguments}: {decision}"))];
        var decided = new List<string>();
        await using McpClient reader = await server.ConnectAsync("demo-reader", version);
        await using McpClient clerk = await server.ConnectAsync("demo-clerk", version);
        await using McpClient admin = await server.ConnectAsync("demo-admin", version);

        foreach ((string tool, string arguments, _, _, _) in s_decisions)
        {
            foreach ((McpClient client, string caller) in new[] { reader, clerk, admin }.Zip(Callers))
            {
                Assert.Equal(version, client.NegotiatedProtocolVersion);
                decided.Add($"{caller} {tool} {arguments}: {await DecisionAsync(client, tool, arguments)}");
            }
        }

        Assert.Equal(expected, decided);
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(Versions))]
    public async Task The_list_shows_what_its_caller_may_call(string version)
    {
        Assert.Equal(["list_articles", "list_orders"], await ListAsync("demo-reader", version));
        Assert.Equal(["cancel_order", "list_articles", "list_orders", "place_order", "ship_order"], await ListAsync("demo-clerk", version));
        Assert.Equal(["cancel_order", "count_entries", "list_articles", "list_orders", "place_order", "rotate_ledger", "ship_order"], await ListAsync("demo-admin", version));
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(VersionsAndStrangers))]
    public async Task A_private_tool_answers_byte_for_byte_as_an_unknown_one(string version, string? key)
    {
        ProtectedAnswer hidden = await server.CallAsync(key, "rotate_ledger", "{}", version);
        ProtectedAnswer unknown = await server.CallAsync(key, "rotate_nothin", "{}", version);

        Assert.Equal(unknown.Everything.Replace("rotate_nothin", "rotate_ledger", StringComparison.Ordinal), hidden.Everything);
        Assert.Equal(key is "demo-reader" or "demo-clerk" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, hidden.Status);
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(Versions))]
    public async Task A_reader_who_calls_a_clerks_tool_is_told_every_scope_it_needs(string version)
    {
        ProtectedAnswer answer = await server.CallAsync("demo-reader", "place_order", """{"tenant":"contoso","article":"desk","quantity":1}""", version);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(
            """Bearer error="insufficient_scope", scope="orders:write orders:read", resource_metadata="http://127.0.0.1:5005/.well-known/oauth-protected-resource/mcp" """.Trim(), answer.Challenge);
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("demo-clerk", "contoso", "fabrikam", "desk")]
    [InlineData("demo-fabrikam", "fabrikam", "contoso", "chair")]
    public async Task A_clerk_reaches_the_orders_of_its_own_tenant_alone(string key, string own, string other, string ordered)
    {
        Assert.Contains(ordered, (await server.CallAsync(key, "list_orders", $$"""{"tenant":"{{own}}"}""")).Message.Accepted());

        Assert.Equal("Access to list_orders is denied for these arguments.", (await server.CallAsync(key, "list_orders", $$"""{"tenant":"{{other}}"}""")).Message.Refused());
        Assert.Equal("Access to ship_order is denied for these arguments.", (await server.CallAsync(key, "ship_order", $$"""{"tenant":"{{other}}","number":1}""")).Message.Refused());

        // Whether a tenant exists is none of its business either.
        Assert.Equal("Access to list_orders is denied for these arguments.", (await server.CallAsync(key, "list_orders", """{"tenant":"nobody"}""")).Message.Refused());
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_refund_needs_a_scope_of_its_own_and_names_it()
    {
        int order = await server.PlaceOrderAsync();
        (await server.CallAsync("demo-clerk", "ship_order", $$"""{"tenant":"contoso","number":{{order}}}""")).Message.Accepted();

        Assert.Equal(
            """Access to cancel_order is denied for these arguments: the call needs the scopes "orders:write", "orders:read", "orders:refund".""",
            (await server.CallAsync("demo-clerk", "cancel_order", $$"""{"tenant":"contoso","number":{{order}},"force":true}""")).Message.Refused());
        Assert.Contains("Refunded", (await server.CallAsync("demo-admin", "cancel_order", $$"""{"tenant":"contoso","number":{{order}},"force":true}""")).Message.Accepted());
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_caller_without_access_learns_nothing_about_the_arguments()
    {
        Assert.Equal("Access to ship_order is denied to this caller.", (await server.CallAsync("demo-reader", "ship_order", """{"nonsense":1}""")).Message.Refused());
        Assert.StartsWith("Invalid arguments for ship_order: ", (await server.CallAsync("demo-clerk", "ship_order", """{"nonsense":1}""")).Message.Refused());
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task Both_keys_of_a_caller_hold_while_one_replaces_the_other()
    {
        Assert.Equal(await ListAsync("demo-clerk", Protocol.Stateless), await ListAsync("demo-clerk-next", Protocol.Stateless));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.CallAsync("demo-clerk-last", "list_articles")).Status);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task Parallel_callers_never_get_each_others_answer()
    {
        (string Key, string[] Tools, string Own, string Other)[] callers =
        [
            ("demo-fabrikam", await ListAsync("demo-fabrikam", Protocol.Stateless), "fabrikam", "contoso"),
            ("demo-reader", await ListAsync("demo-reader", Protocol.Stateless), "contoso", "fabrikam"),
        ];

        await Parallel.ForAsync(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (index, _) =>
        {
            (string key, string[] tools, string own, string other) = callers[index % 2];
            Assert.Equal(tools, await ListAsync(key, Protocol.Stateless));
            Assert.Equal(own == "fabrikam", (await server.CallAsync(key, "list_orders", $$"""{"tenant":"{{own}}"}""")).Message.Accepted().Contains("chair", StringComparison.Ordinal));
            (await server.CallAsync(key, "list_orders", $$"""{"tenant":"{{other}}"}""")).Message.Refused();
        });
    }

    private static string[] Callers => ["reader", "clerk", "admin"];

    private async Task<string> DecisionAsync(McpClient client, string tool, string arguments)
    {
        if (arguments.Contains("{0}", StringComparison.Ordinal))
        {
            arguments = arguments.Replace("{0}", $"{await server.PlaceOrderAsync()}", StringComparison.Ordinal);
        }

        try
        {
            Dictionary<string, object?> values = JsonElement.Parse(arguments).EnumerateObject().ToDictionary(static member => member.Name, static member => (object?)member.Value);
            CallToolResult result = await client.CallToolAsync(tool, values);
            string text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
            return result.IsError is not true ? Reached : text.StartsWith($"Access to {tool} is denied", StringComparison.Ordinal) ? Denied : text;
        }
        catch (HttpRequestException exception)
        {
            return $"{(int?)exception.StatusCode}";
        }
        catch (McpProtocolException exception) when (exception.Message.Contains($"Unknown tool: '{tool}'", StringComparison.Ordinal))
        {
            return Unknown;
        }
    }

    private async Task<string[]> ListAsync(string key, string version)
    {
        ProtectedAnswer answer = await server.SendAsync(ProtectedRequest.List(version).WithKey(key));
        return [.. answer.Message.Result.GetProperty("tools").EnumerateArray().Select(static tool => tool.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];
    }
}
