using Microsoft.Extensions.Logging;

namespace McpGen.Invocation;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Tool} failed; the caller was told the id {Id}")]
    public static partial void CallFailed(ILogger logger, string tool, string id, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The result of {Tool} is larger than {Limit} bytes; the caller was told the id {Id}")]
    public static partial void ResultTooLarge(ILogger logger, string tool, int limit, string id);
}
