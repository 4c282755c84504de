using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Invocation;

/// <summary>
/// A tool that is called through its generated wrapper. It contains what the wrapper lets out: no text of an exception, no result beyond
/// its limit.
/// </summary>
public sealed class HardenedTool : McpServerTool, IMcpServerPrimitive
{
    private Tool? _protocolTool;
    private object[]? _metadata;

    /// <summary>Makes a tool.</summary>
    /// <param name="definition">What the generator knows of it.</param>
    /// <param name="options">What the server decides about it.</param>
    public HardenedTool(ToolDefinition definition, HardeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(options);
        Definition = definition;
        Options = options;
    }

    /// <summary>What is known of the tool at build time.</summary>
    public ToolDefinition Definition { get; }

    /// <summary>The tool's name on the wire.</summary>
    public string Name => Definition.Name;

    // Not through ProtocolTool: registering a thousand tools must not parse a thousand schemas.
    string IMcpServerPrimitive.Id => Name;

    /// <inheritdoc/>
    public override Tool ProtocolTool => _protocolTool ??= CreateProtocolTool();

    /// <summary>The attributes of the tool's class and method, less those that name an authorization rule.</summary>
    public override IReadOnlyList<object> Metadata => _metadata ??= Definition.Attributes?.Invoke(Definition.Index) ?? [];

    internal HardeningOptions Options { get; }

    /// <inheritdoc/>
    public override ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);

        ValueTask<CallToolResult> pending;
        try
        {
            pending = Definition.Method(new ToolCall(this, request, cancellationToken));
            if (pending.IsCompletedSuccessfully)
            {
                // What is there at once costs no state machine.
                CallToolResult result = pending.Result;
                return new(ResultSize.Exceeds(result, Definition.Limits.MaxResultBytes) ? TooLarge(request) : result);
            }
        }
        catch (Exception exception)
        {
            pending = ValueTask.FromException<CallToolResult>(exception);
        }

        return CompleteAsync(pending, request, cancellationToken);
    }

    private async ValueTask<CallToolResult> CompleteAsync(ValueTask<CallToolResult> pending, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        try
        {
            CallToolResult result = await pending.ConfigureAwait(false);
            return ResultSize.Exceeds(result, Definition.Limits.MaxResultBytes) ? TooLarge(request) : result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (InputRequiredException)
        {
            // Not a failure: the protocol's way to ask the user something.
            throw;
        }
        catch (McpProtocolException exception)
        {
            // The SDK sends Data to the caller.
            exception.Data.Clear();
            throw;
        }
        catch (McpException exception)
        {
            return ToolResult.Error(PlainMessage.Clean(exception.Message));
        }
        catch (ResultTooLargeException)
        {
            return TooLarge(request);
        }
        catch (Exception exception)
        {
            string id = CorrelationId.Next();
            Log.CallFailed(Logger(request), Name, id, exception);
            return ToolResult.Error($"{Name} failed. The server's log has the details under {id}.");
        }
    }

    private CallToolResult TooLarge(RequestContext<CallToolRequestParams> request)
    {
        string id = CorrelationId.Next();
        Log.ResultTooLarge(Logger(request), Name, Definition.Limits.MaxResultBytes, id);
        return ToolResult.Error($"The result of {Name} is larger than {Definition.Limits.MaxResultBytes} bytes; ask for less. The server's log has this call under {id}.");
    }

    private static ILogger Logger(RequestContext<CallToolRequestParams> request)
    {
        try
        {
            return ((request.Services ?? request.Server.Services)?.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("McpGen");
        }
        catch (ObjectDisposedException)
        {
            // The server is going down; the caller still gets the fixed answer.
            return NullLogger.Instance;
        }
    }

    private Tool CreateProtocolTool()
    {
        ToolDefinition definition = Definition;
        bool hasAnnotations = (definition.Title, definition.ReadOnly, definition.Destructive, definition.Idempotent, definition.OpenWorld) is not (null, null, null, null, null);
        return new Tool
        {
            Name = definition.Name,
            Title = definition.Title,
            Description = definition.Description,
            InputSchema = Parse(definition.InputSchema, definition.Index),
            OutputSchema = definition.OutputSchema is null ? null : Parse(definition.OutputSchema, definition.Index),
            Icons = definition.IconSource is null ? null : [new Icon { Source = definition.IconSource }],
            Meta = definition.Meta is null ? null : JsonObject.Create(Parse(definition.Meta, definition.Index)),
            Annotations = !hasAnnotations ? null : new ToolAnnotations
            {
                Title = definition.Title,
                ReadOnlyHint = definition.ReadOnly,
                DestructiveHint = definition.Destructive,
                IdempotentHint = definition.Idempotent,
                OpenWorldHint = definition.OpenWorld,
            },
        };
    }

    private static JsonElement Parse(Utf8Text text, int tool)
    {
        var reader = new Utf8JsonReader(text(tool));
        return JsonElement.ParseValue(ref reader);
    }
}
