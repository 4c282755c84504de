using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace McpGen.AspNetCore;

/// <summary>What a JSON-RPC message in a request's body asks for, where nobody could read it in two ways.</summary>
/// <param name="Method">The message's method.</param>
/// <param name="Tool">The tool that a <c>tools/call</c> names; null for another method, or without a name.</param>
internal readonly record struct MessageHead(string Method, string? Tool)
{
    /// <summary>How much of a body is read ahead, in bytes, where only a challenge is at stake.</summary>
    private const int MostBytes = 64 * 1024;

    private const string MethodHeader = "Mcp-Method";
    private const string NameHeader = "Mcp-Name";
    private const string ToolsCall = "tools/call";

    /// <summary>Reads ahead; whoever reads the body afterwards finds all of it. Null where the body is longer, or in any doubt.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longestCall">The most bytes of arguments that a tool takes: as much is read where headers must be compared with the body.</param>
    /// <param name="cancellation">Cancelled when the caller gives up.</param>
    public static async ValueTask<MessageHead?> PeekAsync(HttpRequest request, int longestCall, CancellationToken cancellation)
    {
        long most = MostBytes + (IsNamed(request.Headers) ? (long)longestCall : 0);
        if (request.ContentLength > most)
        {
            return null;
        }

        PipeReader body = request.BodyReader;

        // What the reader holds ahead of a stream is lost to those who read the stream: from here on both are the reader.
        request.Body = body.AsStream();
        while (true)
        {
            ReadResult read = await body.ReadAsync(cancellation).ConfigureAwait(false);
            if (read.IsCompleted || read.Buffer.Length > most)
            {
                MessageHead? head = read.Buffer.Length > most ? null : Read(read.Buffer);
                body.AdvanceTo(read.Buffer.Start);
                return head;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Whether the headers of protocol 2026-07-28 name another method or tool than the body, which is what will be done.</summary>
    public bool IsContradictedBy(IHeaderDictionary headers) =>
        Contradicts(headers, MethodHeader, Method) || (Method == ToolsCall && Contradicts(headers, NameHeader, Tool));

    /// <summary>Whether headers say what the message is: a gateway in front may have believed them.</summary>
    public static bool IsNamed(IHeaderDictionary headers) => headers.ContainsKey(MethodHeader) || headers.ContainsKey(NameHeader);

    private static bool Contradicts(IHeaderDictionary headers, string name, string? said) =>
        headers.TryGetValue(name, out var values)
        && (values.Count != 1 || !string.Equals(McpHeaderEncoder.DecodeValue(values[0]), said, StringComparison.Ordinal));

    private static MessageHead? Read(ReadOnlySequence<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (Only(document.RootElement, "method") is not { ValueKind: JsonValueKind.String } method)
            {
                return null;
            }

            string name = method.GetString()!;
            return new(name, name == ToolsCall && Only(document.RootElement, "params") is { } call && Only(call, "name") is { ValueKind: JsonValueKind.String } tool ? tool.GetString() : null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or a lone surrogate.
            return null;
        }
    }

    // The SDK reads some names in any case: a second one in another case is a second reading.
    private static JsonElement? Only(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        JsonProperty[] members = [.. element.EnumerateObject().Where(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)).Take(2)];
        return members.Length == 1 ? members[0].Value : null;
    }
}
