using Microsoft.Extensions.Logging;

namespace McpGen.Authorization;

internal static partial class Log
{
    [LoggerMessage(20, LogLevel.Error, "The access to {Tool} could not be decided, so it was refused.")]
    public static partial void AccessUndecided(ILogger logger, string tool, Exception exception);
}
