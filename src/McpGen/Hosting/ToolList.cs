using McpGen.Authorization;
using McpGen.Invocation;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Hosting;

/// <summary>What <c>tools/list</c> holds for one caller: the tools it may call, in the order they were listed in.</summary>
internal sealed class ToolList(ToolRegistry registry, ToolGuard guard)
{
    private bool _isSameForAll = true;

    public async ValueTask<ListToolsResult> FilterAsync(RequestContext<ListToolsRequestParams> request, ListToolsResult result, CancellationToken cancellationToken)
    {
        var shown = new List<Tool>(result.Tools.Count);
        foreach (Tool tool in result.Tools)
        {
            if (await IsShownAsync(request, tool, cancellationToken).ConfigureAwait(false))
            {
                shown.Add(tool);
            }
            else
            {
                _isSameForAll = false;
            }
        }

        result.Tools = shown;

        // Where nobody said public, the SDK says private itself, to the clients that know the word.
        if (!_isSameForAll && result.CacheScope is CacheScope.Public)
        {
            result.CacheScope = CacheScope.Private;
        }

        return result;
    }

    private async ValueTask<bool> IsShownAsync(RequestContext<ListToolsRequestParams> request, Tool listed, CancellationToken cancellationToken)
    {
        if (request.Server.ServerOptions.ToolCollection is not { } served || !served.TryGetPrimitive(listed.Name, out McpServerTool? found))
        {
            return registry.Options.UnhardenedTools.Contains(listed.Name);
        }

        if (!registry.IsHardened(found))
        {
            return !guard.IsRefused(found);
        }

        var tool = (HardenedTool)found;
        _isSameForAll &= tool.Definition.Access.AllowsAnonymous;
        IServiceProvider? services = request.Services ?? request.Server.Services;
        return await AccessGate.DecideAsync(tool, request.User, request.JsonRpcRequest, services, cancellationToken).ConfigureAwait(false) switch
        {
            AccessOutcome.Admitted => true,
            AccessOutcome.ScopeMissing => registry.Options.ListProtected && !tool.Definition.Access.IsPrivate
                && await AccessGate.LacksOnlyScopesAsync(tool, request.User, request.JsonRpcRequest, services, cancellationToken).ConfigureAwait(false),
            _ => false,
        };
    }
}
