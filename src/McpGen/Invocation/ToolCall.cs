using System.Security.Claims;
using McpGen.Authorization;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Invocation;

/// <summary>One call of a tool, as the generated wrapper sees it.</summary>
public readonly struct ToolCall
{
    private const string AdmittedKey = "McpGen.Admitted";

    private readonly HardenedTool _tool;

    internal ToolCall(HardenedTool tool, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        _tool = tool;
        Request = request;
        CancellationToken = cancellationToken;
    }

    /// <summary>The SDK's request.</summary>
    public RequestContext<CallToolRequestParams> Request { get; }

    /// <summary>Cancelled when the caller gives up.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The server that was called.</summary>
    public McpServer Server => Request.Server;

    /// <summary>
    /// The caller, with the one identity that access was decided on and no other: an authenticated one of the request's principal, or on a
    /// local transport what <see cref="HardeningOptions.LocalCaller"/> says. Null for neither.
    /// </summary>
    public ClaimsPrincipal? User
    {
        get
        {
            var caller = new Caller(Request.User, Request.JsonRpcRequest, _tool.Options);
            if (caller.IsOne && !caller.Authenticated.IsEmpty && Request.User is { } user && ReferenceEquals(user.Identity, caller[0]))
            {
                return user;
            }

            if (!Request.Items.TryGetValue(AdmittedKey, out object? admitted))
            {
                _tool.Definition.Access.Decide(caller, out Identities decided);
                return caller.First(decided);
            }

            return caller.First((Identities)admitted!);
        }
    }

    /// <summary>The caller, or a principal without an authenticated identity.</summary>
    public ClaimsPrincipal UserOrAnonymous => User ?? new ClaimsPrincipal(new ClaimsIdentity());

    /// <summary>The services of this request.</summary>
    public IServiceProvider Services => KnownServices ?? throw new InvalidOperationException("The server has no services.");

    private IServiceProvider? KnownServices => Request.Services ?? Request.Server.Services;

    /// <summary>Where the tool reports progress; goes nowhere when the caller did not ask for it.</summary>
    public IProgress<ProgressNotificationValue> Progress =>
        Request.Params?.ProgressToken is { } token ? new CallProgress(Request.Server, token, CancellationToken) : CallProgress.None;

    internal HardenedTool Tool => _tool;

    /// <summary>The most bytes of UTF-8 that the result may have.</summary>
    public int MaxResultBytes => _tool.Definition.Limits.MaxResultBytes;

    /// <summary>Whether the caller may make this call, as far as claims decide. The first thing a wrapper asks.</summary>
    /// <param name="access">The tool's access.</param>
    public bool Admits(Access access) =>
        access.IsPublic
            ? access.AdmitsWithoutRules(Request.User, Request.JsonRpcRequest)
            : AccessGate.Admits(_tool, Request.User, Request.JsonRpcRequest, KnownServices);

    /// <summary>The answer to a caller that is not admitted: for a private tool, that of an unknown name.</summary>
    public ValueTask<CallToolResult> Denied() =>
        Decide(out _) is var outcome && outcome == AccessOutcome.Hidden
            ? ValueTask.FromException<CallToolResult>(AccessRefusal.Unknown(_tool.Name))
            : new(AccessRefusal.Of(_tool, outcome));

    /// <summary>Goes on when every policy of the tool admits an identity that its other rules admit.</summary>
    /// <param name="next">The rest of the wrapper; it is given the identities that are left.</param>
    public ValueTask<CallToolResult> WhenPoliciesAdmit(Func<ToolCall, Identities, ValueTask<CallToolResult>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return WhenPoliciesAdmit(this, next);
    }

    /// <summary>Starts deciding what depends on the values of arguments.</summary>
    public ValueAccess AccessByValue() => new(this, admitted: null);

    /// <summary>Starts deciding what depends on the values of arguments, after policies.</summary>
    /// <param name="admitted">The identities that the policies left.</param>
    public ValueAccess AccessByValue(Identities admitted) => new(this, admitted);

    /// <summary>Remembers which identities are left, where there are several to choose from.</summary>
    internal void Narrow(scoped in Caller caller, Identities admitted)
    {
        if (!caller.IsOne)
        {
            Request.Items[AdmittedKey] = admitted;
        }
    }

    private AccessOutcome Decide(out Identities admitted) =>
        AccessGate.Decide(_tool, Request.User, Request.JsonRpcRequest, KnownServices, out admitted);

    private static async ValueTask<CallToolResult> WhenPoliciesAdmit(ToolCall call, Func<ToolCall, Identities, ValueTask<CallToolResult>> next)
    {
        call.Decide(out Identities candidates);
        Identities admitted = await AccessGate.HoldPoliciesAsync(
            call._tool, call.Request.User, call.Request.JsonRpcRequest, call.KnownServices, candidates, call.CancellationToken).ConfigureAwait(false);
        call.Narrow(new Caller(call.Request.User, call.Request.JsonRpcRequest, call._tool.Options), admitted);
        return admitted.IsEmpty ? AccessRefusal.Of(call._tool, AccessOutcome.Refused) : await next(call, admitted).ConfigureAwait(false);
    }

    /// <summary>Starts writing the result.</summary>
    /// <param name="isStructured">Whether it is structured content too.</param>
    public ResultWriter WriteResult(bool isStructured = false) => ResultWriter.Start(_tool.Definition.Limits, isStructured);

    /// <summary>A service that must be there.</summary>
    /// <typeparam name="T">The service type.</typeparam>
    public T Service<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A service that may be missing.</summary>
    /// <typeparam name="T">The service type.</typeparam>
    public T? OptionalService<T>() => Services.GetService<T>();

    /// <summary>A keyed service that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <typeparam name="T">The service type.</typeparam>
    public T KeyedService<T>(object? key) where T : notnull => Services.GetRequiredKeyedService<T>(key);

    /// <summary>A keyed service that may be missing.</summary>
    /// <param name="key">The key.</param>
    /// <typeparam name="T">The service type.</typeparam>
    public T? OptionalKeyedService<T>(object? key) => Services.GetKeyedService<T>(key);
}
