using System.Text;
using System.Text.Json;

namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>JSON-RPC as lines of text, for what a client library would not send.</summary>
internal sealed class Wire
{
    private const string StatelessMeta =
        $$$"""
        "_meta":{"io.modelcontextprotocol/protocolVersion":"{{{Protocol.Stateless}}}","io.modelcontextprotocol/clientInfo":{"name":"raw","version":"1"},"io.modelcontextprotocol/clientCapabilities":{}}
        """;

    private readonly TextWriter _toServer;
    private readonly TextReader _fromServer;
    private readonly string _version;
    private int _id;

    private Wire(TextWriter toServer, TextReader fromServer, string version)
    {
        _toServer = toServer;
        _fromServer = fromServer;
        _version = version;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<Wire> OpenAsync(Stream toServer, Stream fromServer, string version) =>
        OpenAsync(new StreamWriter(toServer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), new StreamReader(fromServer), version);

    public static async Task<Wire> OpenAsync(TextWriter toServer, TextReader fromServer, string version)
    {
        var wire = new Wire(toServer, fromServer, version);
        if (version != Protocol.Stateless)
        {
            Answer answer = await wire.RequestAsync("initialize", $$$"""{"protocolVersion":"{{{version}}}","capabilities":{},"clientInfo":{"name":"raw","version":"1"}}""");
            Assert.Equal(version, answer.Result.GetProperty("protocolVersion").GetString());
            await wire.SendAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        }

        return wire;
    }

    public Task<Answer> CallAsync(string tool, string arguments) => CallAsync($$"""{"name":"{{tool}}","arguments":{{arguments}}}""");

    /// <summary>A call whose <c>params</c> are written by hand.</summary>
    public Task<Answer> CallAsync(string parameters) => RequestAsync("tools/call", parameters);

    public async Task<Answer> RequestAsync(string method, string parameters)
    {
        int id = ++_id;
        await SendAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{WithVersion(parameters)}}}""");
        while (await _fromServer.ReadLineAsync(Cancellation) is { } line)
        {
            JsonElement message = JsonElement.Parse(line);
            if (message.TryGetProperty("result", out _) || message.TryGetProperty("error", out _))
            {
                Assert.Equal(id, message.GetProperty("id").GetInt32());
                return new Answer(line, message);
            }
        }

        throw new EndOfStreamException("The server is gone.");
    }

    private async Task SendAsync(string message)
    {
        await _toServer.WriteAsync((message + "\n").AsMemory(), Cancellation);
        await _toServer.FlushAsync(Cancellation);
    }

    private string WithVersion(string parameters) =>
        _version == Protocol.Stateless ? $"{parameters[..^1]}{(parameters.Length > 2 ? "," : "")}{StatelessMeta}}}" : parameters;
}
