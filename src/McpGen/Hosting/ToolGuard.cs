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
/// Asks the registry about the tool of every call, because a tool collection may change at run time and sessions may have their own,
/// and shows a caller only what it may call.
/// </summary>
internal sealed class ToolGuard : IPostConfigureOptions<McpServerOptions>
{
    private const int MostNamesLogged = 1024;

    private readonly ToolRegistry _registry;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, bool> _logged = new(StringComparer.Ordinal);

    private readonly McpRequestFilter<ListToolsRequestParams, ListToolsResult> _list;
    private readonly McpRequestFilter<CallToolRequestParams, CallToolResult> _first;
    private readonly McpRequestFilter<CallToolRequestParams, CallToolResult> _last;
    private readonly McpRequestInvocationFilter<CallToolRequestParams, ResultOrAlternate<CallToolResult>> _firstAlternate;
    private readonly McpRequestInvocationFilter<CallToolRequestParams, ResultOrAlternate<CallToolResult>> _lastAlternate;

    public ToolGuard(ToolRegistry registry, ILoggerFactory? loggerFactory = null)
    {
        _registry = registry;
        _logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger("McpGen");
        _list = next => async (request, cancellationToken) => Filter(request, await next(request, cancellationToken).ConfigureAwait(false));
        _first = next => (request, cancellationToken) => Refuse(request) is { } refusal ? new(refusal) : next(request, cancellationToken);
        _last = next => (request, cancellationToken) =>
            Unknown(request) is { } unknown ? ValueTask.FromException<CallToolResult>(unknown)
            : Refuse(request) is { } refusal ? new(refusal)
            : next(request, cancellationToken);
        _firstAlternate = (request, next, cancellationToken) => Refuse(request) is { } refusal ? new(refusal) : next(request, cancellationToken);
        _lastAlternate = (request, next, cancellationToken) =>
            Unknown(request) is { } unknown ? ValueTask.FromException<ResultOrAlternate<CallToolResult>>(unknown)
            : Refuse(request) is { } refusal ? new(refusal)
            : next(request, cancellationToken);
    }

    // First, so that no filter of the application answers for a tool that is refused; last, because a filter may exchange the tool.
    // The SDK refuses ordinary filters beside an alternate handler.
    public void PostConfigure(string? name, McpServerOptions options)
    {
        McpRequestFilters filters = options.Filters.Request;
        if (!filters.ListToolsFilters.Contains(_list))
        {
            filters.ListToolsFilters.Insert(0, _list);
        }

        if (options.Handlers.CallToolWithAlternateHandler is null)
        {
            Enclose(filters.CallToolFilters, _first, _last);
        }
        else
        {
            Enclose(filters.CallToolWithAlternateFilters, _firstAlternate, _lastAlternate);
        }
    }

    /// <summary>Whether the filters are still there when everybody has configured the options.</summary>
    public bool Guards(McpServerOptions options)
    {
        McpRequestFilters filters = options.Filters.Request;
        return filters.ListToolsFilters.Contains(_list)
            && (options.Handlers.CallToolWithAlternateHandler is null
                ? filters.CallToolFilters.Contains(_first) && filters.CallToolFilters.Contains(_last)
                : filters.CallToolWithAlternateFilters.Contains(_firstAlternate) && filters.CallToolWithAlternateFilters.Contains(_lastAlternate));
    }

    private static void Enclose<T>(IList<T> filters, T first, T last)
    {
        if (!filters.Contains(first))
        {
            filters.Insert(0, first);
            filters.Add(last);
        }
    }

    private CallToolResult? Refuse(RequestContext<CallToolRequestParams> request) =>
        request.MatchedPrimitive is McpServerTool tool && IsRefused(tool) ? ToolResult.Error("This tool is not available.") : null;

    // The SDK's own words for a name without a tool: an application's handler answers only the names it was given.
    private McpProtocolException? Unknown(RequestContext<CallToolRequestParams> request) =>
        request.MatchedPrimitive is McpServerTool || (request.Params?.Name is { } name && _registry.Options.UnhardenedTools.Contains(name))
            ? null
            : new McpProtocolException($"Unknown tool: '{request.Params?.Name}'", McpErrorCode.InvalidParams);

    private bool IsRefused(McpServerTool tool)
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

    private ListToolsResult Filter(RequestContext<ListToolsRequestParams> request, ListToolsResult result)
    {
        bool isSameForAll = true;
        var shown = new List<Tool>(result.Tools.Count);
        foreach (Tool tool in result.Tools)
        {
            if (IsShown(tool))
            {
                shown.Add(tool);
            }
            else
            {
                isSameForAll = false;
            }
        }

        result.Tools = shown;

        // Where nobody said public, the SDK says private itself, to the clients that know the word.
        if (!isSameForAll && result.CacheScope is CacheScope.Public)
        {
            result.CacheScope = CacheScope.Private;
        }

        return result;

        bool IsShown(Tool tool)
        {
            if (request.Server.ServerOptions.ToolCollection is not { } served || !served.TryGetPrimitive(tool.Name, out McpServerTool? found))
            {
                return _registry.Options.UnhardenedTools.Contains(tool.Name);
            }

            if (!_registry.IsHardened(found))
            {
                return !IsRefused(found);
            }

            Access access = ((HardenedTool)found).Definition.Access;
            isSameForAll &= access.AllowsAnonymous;
            return Admits(access);
        }

        bool Admits(Access access)
        {
            try
            {
                return access.Admits(request.User, request.JsonRpcRequest);
            }
            catch (Exception)
            {
                // The call itself fails and logs why.
                return false;
            }
        }
    }
}
