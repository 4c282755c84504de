using System.Security.Claims;
using McpGen.Authorization;
using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Invocation;

/// <summary>One call of a tool, as the generated wrapper sees it.</summary>
public readonly struct ToolCall
{
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

    /// <summary>The authenticated caller, if there is one.</summary>
    public ClaimsPrincipal? User => Request.User;

    /// <summary>The caller, or a principal without an authenticated identity.</summary>
    public ClaimsPrincipal UserOrAnonymous => Request.User ?? new ClaimsPrincipal(new ClaimsIdentity());

    /// <summary>The services of this request.</summary>
    public IServiceProvider Services =>
        Request.Services ?? Request.Server.Services ?? throw new InvalidOperationException("The server has no services.");

    /// <summary>Where the tool reports progress; goes nowhere when the caller did not ask for it.</summary>
    public IProgress<ProgressNotificationValue> Progress =>
        Request.Params?.ProgressToken is { } token ? new CallProgress(Request.Server, token, CancellationToken) : CallProgress.None;

    internal HardenedTool Tool => _tool;

    /// <summary>The most bytes of UTF-8 that the result may have.</summary>
    public int MaxResultBytes => _tool.Definition.Limits.MaxResultBytes;

    /// <summary>Whether the caller may make this call. The first thing a wrapper asks.</summary>
    /// <param name="access">The tool's rule.</param>
    public bool Admits(Access access) => access.Admits(Request.User, Request.JsonRpcRequest);

    /// <summary>The answer to a caller that is not admitted.</summary>
    public ValueTask<CallToolResult> Denied() =>
        new(ToolResult.Error($"Access to {_tool.Name} is denied: the caller is not authenticated."));

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
