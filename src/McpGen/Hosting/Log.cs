using Microsoft.Extensions.Logging;

namespace McpGen.Hosting;

internal static partial class Log
{
    [LoggerMessage(10, LogLevel.Error, "A tool is refused at every call. {Objection}")]
    public static partial void ToolRefused(ILogger logger, string objection);

    [LoggerMessage(11, LogLevel.Warning, "{Class} is not hardened: {Reason}")]
    public static partial void ClassLeftOut(ILogger logger, Type @class, string reason);

    [LoggerMessage(12, LogLevel.Warning, "No caller can reach {Count} tools, the first of them {Tool}: they admit authenticated callers and the local process, and this server has neither authentication nor a local transport. "
        + "Call AddAuthentication, register the transport as a LocalTransport if only the parent process can reach it, or say [PublicTool(AllowAnonymous = true)]")]
    public static partial void NobodyIsAdmitted(ILogger logger, int count, string tool);

    [LoggerMessage(13, LogLevel.Error, "Who owns a task could not be decided, so {Method} was refused.")]
    public static partial void OwnerUndecided(ILogger logger, string method, Exception exception);

    [LoggerMessage(14, LogLevel.Warning, "{Promise}")]
    public static partial void WeakerPaths(ILogger logger, string promise);
}
