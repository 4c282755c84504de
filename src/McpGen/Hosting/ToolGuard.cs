using System.Collections.Concurrent;
using McpGen.Authorization;
using McpGen.Invocation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

// The alternate pipeline is experimental; an application that uses it must not get past the guard.
#pragma warning disable MCPEXP002

namespace McpGen.Hosting;

/// <summary>
/// Asks the registry about the tool of every call, because a tool collection may change at run time and sessions may have their own; asks
/// the tool's access, so that a refused caller gets no further; and shows a caller only what it may call.
/// </summary>
internal sealed class ToolGuard : IPostConfigureOptions<McpServerOptions>
{
    private const int MostNamesLogged = 1024;
    private const string HiddenKey = "McpGen.Hidden";

    private readonly ToolRegistry _registry;
    private readonly ILogger _logger;
    private readonly TaskGuard _tasks;
    private readonly ConcurrentDictionary<string, bool> _logged = new(StringComparer.Ordinal);

    private readonly McpRequestFilter<ListToolsRequestParams, ListToolsResult> _list;
    private readonly McpRequestInvocationFilter<CallToolRequestParams, ResultOrAlternate<CallToolResult>> _gate;
    private readonly McpRequestFilter<CallToolRequestParams, CallToolResult> _first;
    private readonly McpRequestFilter<CallToolRequestParams, CallToolResult> _last;
    private readonly McpRequestInvocationFilter<CallToolRequestParams, ResultOrAlternate<CallToolResult>> _lastAlternate;

    public ToolGuard(ToolRegistry registry, ILoggerFactory? loggerFactory = null)
    {
        _registry = registry;
        _logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger("McpGen");
        _tasks = new TaskGuard(registry, _logger);
        _list = next => async (request, cancellationToken) =>
            await new ToolList(_registry, this).FilterAsync(request, await next(request, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        _gate = AdmitAsync;
        _first = next => (request, cancellationToken) =>
        {
            // The SDK matches the name again between its two pipelines.
            if (request.JsonRpcRequest.Context?.Items?.ContainsKey(HiddenKey) is true)
            {
                request.MatchedPrimitive = null;
            }

            return next(request, cancellationToken);
        };
        _last = next => (request, cancellationToken) =>
            Unknown(request) is { } unknown ? ValueTask.FromException<CallToolResult>(unknown)
            : Refuse(request) is { } refusal ? new(refusal)
            : next(request, cancellationToken);
        _lastAlternate = (request, next, cancellationToken) =>
            Unknown(request) is { } unknown ? ValueTask.FromException<ResultOrAlternate<CallToolResult>>(unknown)
            : Refuse(request) is { } refusal ? new(refusal)
            : next(request, cancellationToken);
    }

    // The gate is the first alternate filter, so that no filter answers for a tool that is refused and no refused call becomes a background
    // task; the last one asks again, because a filter may exchange the tool. The SDK refuses ordinary filters beside an alternate handler.
    public void PostConfigure(string? name, McpServerOptions options)
    {
        McpRequestFilters filters = options.Filters.Request;
        _tasks.Enclose(options);
        PutFirst(filters.ListToolsFilters, _list);
        PutFirst(filters.CallToolWithAlternateFilters, _gate);
        if (options.Handlers.CallToolWithAlternateHandler is null)
        {
            PutFirst(filters.CallToolFilters, _first);
            PutLast(filters.CallToolFilters, _last);
        }
        else
        {
            PutLast(filters.CallToolWithAlternateFilters, _lastAlternate);
        }
    }

    /// <summary>Why background tasks must not be served with these options; null where they may.</summary>
    public string? TaskObjection(McpServerOptions options) => _tasks.Objection(options);

    /// <summary>Whether the filters are still there, in their places, when everybody has configured the options.</summary>
    public bool Guards(McpServerOptions options)
    {
        McpRequestFilters filters = options.Filters.Request;
        return IsFirst(filters.ListToolsFilters, _list)
            && IsFirst(filters.CallToolWithAlternateFilters, _gate)
            && (options.Handlers.CallToolWithAlternateHandler is null
                ? IsFirst(filters.CallToolFilters, _first) && filters.CallToolFilters[^1] == _last
                : filters.CallToolWithAlternateFilters[^1] == _lastAlternate);
    }

    /// <summary>Whether a tool must not be served; says why in the log, once.</summary>
    public bool IsRefused(McpServerTool tool)
    {
        if (_registry.Objection(tool) is not { } objection)
        {
            return false;
        }

        if (_logged.Count < MostNamesLogged && _logged.TryAdd(((IMcpServerPrimitive)tool).Id, true))
        {
            Log.ToolRefused(_logger, objection);
        }

        return true;
    }

    private static bool IsFirst<T>(IList<T> filters, T filter) => filters.Count > 0 && Equals(filters[0], filter);

    private static void PutFirst<T>(IList<T> filters, T filter)
    {
        if (!filters.Contains(filter))
        {
            filters.Insert(0, filter);
        }
    }

    private static void PutLast<T>(IList<T> filters, T filter)
    {
        if (!filters.Contains(filter))
        {
            filters.Add(filter);
        }
    }

    private ValueTask<ResultOrAlternate<CallToolResult>> AdmitAsync(
        RequestContext<CallToolRequestParams> request, McpRequestHandler<CallToolRequestParams, ResultOrAlternate<CallToolResult>> next, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refusal)
        {
            return new(refusal);
        }

        if (request.MatchedPrimitive is not HardenedTool tool)
        {
            return next(request, cancellationToken);
        }

        ValueTask<AccessOutcome> decision = AccessGate.DecideAsync(tool, request.User, request.JsonRpcRequest, request.Services ?? request.Server.Services, cancellationToken);
        return decision.IsCompletedSuccessfully
            ? Follow(decision.Result, tool, request, next, cancellationToken)
            : AfterDecisionAsync(decision, tool, request, next, cancellationToken);
    }

    private static async ValueTask<ResultOrAlternate<CallToolResult>> AfterDecisionAsync(
        ValueTask<AccessOutcome> decision, HardenedTool tool, RequestContext<CallToolRequestParams> request, McpRequestHandler<CallToolRequestParams, ResultOrAlternate<CallToolResult>> next, CancellationToken cancellationToken) =>
        await Follow(await decision.ConfigureAwait(false), tool, request, next, cancellationToken).ConfigureAwait(false);

    private static ValueTask<ResultOrAlternate<CallToolResult>> Follow(
        AccessOutcome outcome, HardenedTool tool, RequestContext<CallToolRequestParams> request, McpRequestHandler<CallToolRequestParams, ResultOrAlternate<CallToolResult>> next, CancellationToken cancellationToken)
    {
        if (outcome == AccessOutcome.Hidden)
        {
            // From here on it is a name without a tool, for every filter and handler of the application too.
            request.MatchedPrimitive = null;
            request.JsonRpcRequest.Context ??= new JsonRpcMessageContext();
            (request.JsonRpcRequest.Context.Items ??= new Dictionary<string, object?>())[HiddenKey] = null;
        }

        return outcome is AccessOutcome.Admitted or AccessOutcome.Hidden ? next(request, cancellationToken) : new(AccessRefusal.Of(tool, outcome));
    }

    private CallToolResult? Refuse(RequestContext<CallToolRequestParams> request) =>
        request.MatchedPrimitive is McpServerTool tool && IsRefused(tool) ? ToolResult.Error("This tool is not available.") : null;

    // An application's handler answers only the names it was given.
    private McpProtocolException? Unknown(RequestContext<CallToolRequestParams> request) =>
        request.MatchedPrimitive is McpServerTool || (request.Params?.Name is { } name && _registry.Options.UnhardenedTools.Contains(name))
            ? null
            : AccessRefusal.Unknown(request.Params?.Name);
}
