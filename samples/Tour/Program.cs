using ModelContextProtocol.Client;
using Tour;

using var notes = new NotesFolder();
bool isTerminal = !Console.IsOutputRedirected;
var table = new Table(
    Console.Out,
    width: isTerminal ? Console.WindowWidth : 200,
    inColour: isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

// The official client, as any host uses it.
await using (McpClient client = await McpClient.CreateAsync(WorkspaceProcess.Transport(notes.Path)))
{
    IList<McpClientTool> tools = await client.ListToolsAsync();
    table.Title($"Workspace serves {tools.Count} tools over stdio");
    foreach (McpClientTool tool in tools)
    {
        ToolPrinter.Print(tool.ProtocolTool, table);
    }

    table.Title("Calls as they are meant");
    table.Header();
    foreach (Call call in Calls.Good)
    {
        table.Row(call, await call.SendAsync(client));
    }

    table.Title("Calls that a confused or a hostile model makes");
    table.Header();
    foreach (Call call in Calls.Hostile)
    {
        table.Row(call, await call.SendAsync(client));
    }
}

// What a client library would not send, as text on a pipe.
await using (RawClient client = await RawClient.StartAsync(notes.Path))
{
    table.Title("Messages that no client library writes");
    table.Header();
    foreach (Call call in Calls.Raw)
    {
        table.Row(call, await client.CallAsync(call.Tool, call.Arguments));
    }
}

return table.Close();
