using System.Text.Json;
using McpGen.EndToEnd.Tests.Harness;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace McpGen.EndToEnd.Tests;

/// <summary>The Protected sample does what its tools say, for a caller who may.</summary>
public sealed class ProtectedWorkflowTests(ProtectedServer server) : IClassFixture<ProtectedServer>
{
    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData(Protocol.WithHandshake)]
    [InlineData(Protocol.Stateless)]
    public async Task The_official_client_with_the_admin_key_does_all_of_it(string version)
    {
        await using McpClient admin = await server.ConnectAsync("demo-admin", version);
        Assert.Equal(7, (await admin.ListToolsAsync()).Count);
        await admin.CallToolAsync("rotate_ledger");

        Assert.Contains(Array(await CallAsync(admin, "list_articles")), static article => article.GetProperty("name").GetString() == "lamp");
        JsonElement placed = await CallAsync(admin, "place_order", ("tenant", "contoso"), ("article", "lamp"), ("quantity", 3));
        Assert.Equal(119.70m, placed.GetProperty("total").GetDecimal());
        int order = placed.GetProperty("number").GetInt32();
        Assert.Equal("Shipped", Status(await CallAsync(admin, "ship_order", ("tenant", "contoso"), ("number", order))));
        Assert.Equal("Refunded", Status(await CallAsync(admin, "cancel_order", ("tenant", "contoso"), ("number", order), ("force", true))));
        Assert.Contains(Array(await CallAsync(admin, "list_orders", ("tenant", "contoso"), ("status", "Refunded"))), listed => listed.GetProperty("number").GetInt32() == order);
        Assert.Equal("3", Text(await admin.CallToolAsync("count_entries")));
        Assert.Equal(
            $"ada: placed order {order} of contoso\nada: shipped order {order} of contoso\nada: cancelled order {order} of contoso", Text(await admin.CallToolAsync("rotate_ledger")));
        Assert.Equal("The ledger was empty.", Text(await admin.CallToolAsync("rotate_ledger")));
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("place_order", """{"tenant":"contoso","article":"lamp","quantity":0}""", "/quantity: must be an integer from 1 to 100")]
    [InlineData("place_order", """{"tenant":"contoso","article":"lamp","quantity":1,"price":0}""", "/price: unknown argument")]
    [InlineData("ship_order", """{"tenant":"Contoso","number":1}""", "/tenant: must be a string of at most 32 characters that matches ^[a-z][a-z0-9\\-]*$")]
    [InlineData("list_orders", """{"tenant":"contoso","limit":101}""", "/limit: must be an integer from 1 to 100")]
    public async Task A_value_beyond_its_limits_is_refused(string tool, string arguments, string violation) =>
        Assert.Equal($"Invalid arguments for {tool}: 1 violation\n  {violation}", (await server.CallAsync("demo-clerk", tool, arguments)).Message.Refused());

    [Theory(Timeout = Limits.Milliseconds)]
    [InlineData("place_order", """{"tenant":"contoso","article":"boat","quantity":1}""", "No article of that name. list_articles shows the names there are.")]
    [InlineData("ship_order", """{"tenant":"contoso","number":1}""", "The order is not open.")]
    [InlineData("ship_order", """{"tenant":"contoso","number":1000}""", "No order of that number. list_orders shows the numbers there are.")]
    [InlineData("cancel_order", """{"tenant":"contoso","number":1}""", "The order was shipped. With force it is refunded.")]
    public async Task A_tool_explains_what_it_cannot_do(string tool, string arguments, string explanation) =>
        Assert.Equal(explanation, (await server.CallAsync("demo-clerk", tool, arguments)).Message.Refused());

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await client.CallToolAsync(tool, arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value));
        return Assert.NotNull(result.StructuredContent);
    }

    private static IEnumerable<JsonElement> Array(JsonElement result) => result.GetProperty("result").EnumerateArray();

    private static string? Status(JsonElement order) => order.GetProperty("status").GetString();

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
