using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using McpGen.Authorization;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

// Request handlers of extensions are experimental; an application that uses them must not get past the owner check.
#pragma warning disable MCPEXP002

namespace McpGen.Hosting;

/// <summary>
/// Asks who owns a background task before a handler of the SDK's Tasks extension, which asks nobody, answers for it: whoever knows an id
/// could read the result of a call that it may not make.
/// </summary>
internal sealed class TaskGuard(ToolRegistry registry, ILogger logger)
{
    private const string Methods = "tasks/";
    private const string Extension = "io.modelcontextprotocol/tasks";

    public void Enclose(McpServerOptions options)
    {
        for (int i = 0; options.RequestHandlers is { } handlers && i < handlers.Count; i++)
        {
            McpServerRequestHandler handler = handlers[i];
            if (IsOpen(handler))
            {
                handlers[i] = new McpServerRequestHandler
                {
                    Method = handler.Method,
                    RoutingNameParameter = handler.RoutingNameParameter,
                    Handler = new Owned(registry.Options, handler.Handler, logger).HandleAsync,
                };
            }
        }
    }

    /// <summary>Why a server with these options must not start; null where it may.</summary>
    public string? Objection(McpServerOptions options)
    {
        McpServerRequestHandler[] tasks = [.. (options.RequestHandlers ?? []).Where(static handler => IsOfTasks(handler.Method))];
        if (tasks.Length == 0 && options.Capabilities?.Extensions?.ContainsKey(Extension) is not true)
        {
            return null;
        }

        string? closed = registry.Tools.Values.FirstOrDefault(static tool => !tool.Definition.Access.IsPublic || tool.Definition.HasAccessByValue)?.Name;
        return registry.Options.OwnsTask is not null
            ? Array.Exists(tasks, IsOpen)
                ? "The handlers of the Tasks extension were registered after all options were configured, past HardeningOptions.OwnsTask. Call WithTasks in Configure<McpServerOptions>, not in PostConfigure."
                : null
            : closed is null ? null
            : $"Tool '{closed}': the server uses the SDK's Tasks extension, whose tasks/get gives a task's result to whoever knows its id, and this tool is not public. Set HardeningOptions.OwnsTask, or do without the extension.";
    }

    private static bool IsOfTasks(string? method) => method?.StartsWith(Methods, StringComparison.Ordinal) is true;

    private static bool IsOpen(McpServerRequestHandler handler) => IsOfTasks(handler.Method) && handler.Handler.Target is not Owned;

    private sealed class Owned(HardeningOptions options, Func<JsonRpcRequest, CancellationToken, ValueTask<JsonNode?>> inner, ILogger logger)
    {
        public async ValueTask<JsonNode?> HandleAsync(JsonRpcRequest request, CancellationToken cancellationToken)
        {
            if (options.OwnsTask is { } owns && !await IsOwnedAsync(owns, request, cancellationToken).ConfigureAwait(false))
            {
                // The same for a task of somebody else and for one that never was.
                throw new McpProtocolException("Unknown task.", McpErrorCode.InvalidParams);
            }

            return await inner(request, cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Of several identities the first that is authenticated.</summary>
        private ClaimsPrincipal? CallerOf(JsonRpcRequest request)
        {
            var caller = new Caller(request.Context?.User, request, options);
            return caller.First(caller.Authenticated);
        }

        private async ValueTask<bool> IsOwnedAsync(Func<ClaimsPrincipal?, string, CancellationToken, ValueTask<bool>> owns, JsonRpcRequest request, CancellationToken cancellationToken)
        {
            if (request.Params is not JsonObject parameters || parameters["taskId"] is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            {
                return false;
            }

            try
            {
                return await owns(CallerOf(request), value.GetValue<string>(), cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception exception)
            {
                Log.OwnerUndecided(logger, request.Method, exception);
                return false;
            }
        }
    }
}
