using System.Text.Json.Nodes;
using McpGen.Hosting;
using McpGen.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.Tests.Authorization;

/// <summary>One server, one transport, one protocol version. A request is sent by the caller that its id names.</summary>
public abstract class Connection(string protocol) : IAsyncDisposable
{
    private readonly Dictionary<string, string[]> _lists = [];

    public static string[] Protocols { get; } = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"];

    public string Protocol { get; } = protocol;

    /// <summary>Whether the messages carry the mark of a local transport.</summary>
    public virtual bool IsLocal => false;

    public MatrixTools Tools { get; } = new();

    /// <summary>The answer to one request, as it stands on the wire.</summary>
    public abstract Task<string> AskAsync(JsonObject request);

    public abstract ValueTask DisposeAsync();

    /// <summary>What came of a call, and whether the tool is listed, in the words of <see cref="MatrixRule.Expected"/>.</summary>
    public async Task<string> DecisionAsync(string caller, string tool)
    {
        string id = $"{caller}/{tool}";
        int before = Tools.EntriesOf(id);
        JsonNode answer = JsonNode.Parse(await AskAsync(Request(id, "tools/call", new JsonObject { ["name"] = tool })))!;
        int entries = Tools.EntriesOf(id) - before;
        string? text = (string?)answer["result"]?["content"]?[0]?["text"];
        bool isError = (bool?)answer["result"]?["isError"] is true;
        string call =
            (text, isError, entries) is (Hosting.Tools.Checked, false, 1) ? "entered once"
            : isError && entries == 0 && text!.StartsWith($"Access to {tool} is denied", StringComparison.Ordinal) ? "denied"
            : entries == 0 && (string?)answer["error"]?["message"] == $"Unknown tool: '{tool}'" ? "unknown tool"
            : $"entered {entries} times and answered {answer.ToJsonString()}";
        return $"{caller}: {call}, {((await ListAsync(caller)).Contains(tool) ? "listed" : "not listed")}";
    }

    /// <summary>The names of the tools that a caller is shown.</summary>
    public async Task<string[]> ListAsync(string caller)
    {
        if (!_lists.TryGetValue(caller, out string[]? names))
        {
            JsonNode answer = JsonNode.Parse(await AskAsync(Request($"{caller}/list", "tools/list", [])))!;
            names = [.. answer["result"]!["tools"]!.AsArray().Select(static tool => (string)tool!["name"]!)];
            _lists.Add(caller, names);
        }

        return names;
    }

    /// <summary>A request as a client of this protocol version writes it.</summary>
    public JsonObject Request(string id, string method, JsonObject parameters)
    {
        if (Protocol == TestServer.Stateless)
        {
            parameters["_meta"] = new JsonObject
            {
                ["io.modelcontextprotocol/protocolVersion"] = Protocol,
                ["io.modelcontextprotocol/clientInfo"] = new JsonObject { ["name"] = "raw", ["version"] = "1" },
                ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject(),
            };
        }

        return new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters };
    }

    public override string ToString() => $"{GetType().Name} {(IsLocal ? "local " : "")}{Protocol}";

    protected static string CallerOf(string id) => id[..id.IndexOf('/')];

    protected IMcpServerBuilder Configure(IMcpServerBuilder builder, Action<HardeningOptions>? harden = null) => HardenedToolRegistration.Add(
        builder,
        options =>
        {
            options.Issuers.UnionWith(["https://a", "https://b"]);
            harden?.Invoke(options);
        },
        [Tools.Class],
        Hosting.Tools.None);
}
