using McpGen.Authorization;
using McpGen.Hosting;
using McpGen.Invocation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;

namespace McpGen.AspNetCore;

/// <summary>Tells a client over HTTP, before the call, what the wrapper would refuse in it for want of a scope.</summary>
internal sealed class ToolScopeChallenges(RequestDelegate next, ToolRegistry registry, ProtectedResourceMetadata metadata)
{
    // A body that no tool could take is not held in memory to be compared.
    private readonly int _longestCall = registry.Tools.Values.Select(static tool => tool.Definition.Limits.MaxArgumentBytes).DefaultIfEmpty().Max();

    public Task InvokeAsync(HttpContext http) =>
        http.Request.PathBase.Add(http.Request.Path).StartsWithSegments(metadata.EndpointPath, StringComparison.OrdinalIgnoreCase) ? DecideAsync(http) : next(http);

    private async Task DecideAsync(HttpContext http)
    {
        IReadOnlyList<string> scopes = [];
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status401Unauthorized)
            {
                http.Response.Headers.WWWAuthenticate = BearerChallenge.Complete(http.Response.Headers.WWWAuthenticate, TokenError(http), scopes, metadata.Url);
            }

            return Task.CompletedTask;
        });

        if (HttpMethods.IsPost(http.Request.Method))
        {
            MessageHead? head = await MessageHead.PeekAsync(http.Request, _longestCall, http.RequestAborted).ConfigureAwait(false);
            if (head?.IsContradictedBy(http.Request.Headers) ?? MessageHead.IsNamed(http.Request.Headers))
            {
                await http.RefuseAsync(StatusCodes.Status400BadRequest, "A header contradicts the message: Mcp-Method and Mcp-Name must say what the body says.", (int)McpErrorCode.HeaderMismatch).ConfigureAwait(false);
                return;
            }

            // A name that is not found and a tool that is hidden go the same way, to the same answer.
            if (head?.Tool is { } name && registry.Tools.TryGetValue(name, out HardenedTool? tool))
            {
                switch (AccessGate.Decide(tool, http.User, message: null, http.RequestServices, out _))
                {
                    case AccessOutcome.NotAuthenticated:
                        scopes = tool.Definition.Access.Scopes;
                        if (EndpointDecides(http))
                        {
                            break;
                        }

                        await http.RefuseAsync(StatusCodes.Status401Unauthorized, "This call needs an authenticated caller.").ConfigureAwait(false);
                        return;

                    case AccessOutcome.ScopeMissing:
                        http.Response.Headers.WWWAuthenticate = BearerChallenge.Compose("insufficient_scope", tool.Definition.Access.Scopes, metadata.Url);
                        await http.RefuseAsync(StatusCodes.Status403Forbidden, "The caller lacks a scope that this call needs.").ConfigureAwait(false);
                        return;
                }
            }
        }

        await next(http).ConfigureAwait(false);
    }

    // An endpoint may authenticate by schemes of its own; its 401 is completed on the way out.
    private static bool EndpointDecides(HttpContext http) =>
        http.GetEndpoint() is { Metadata: var attached } && attached.GetMetadata<IAuthorizeData>() is not null && attached.GetMetadata<IAllowAnonymous>() is null;

    // RFC 6750 section 3.1: no error code for a request that brought no token.
    private static string? TokenError(HttpContext http) =>
        http.Request.Headers.Authorization.Any(value => value is not null && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) ? "invalid_token" : null;
}
