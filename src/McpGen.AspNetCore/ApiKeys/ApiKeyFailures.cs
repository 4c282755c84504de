using System.Net;
using Microsoft.Extensions.Logging;

namespace McpGen.AspNetCore;

/// <summary>Logs refused keys by the caller's address, and so few of them that nobody fills the log by guessing.</summary>
internal sealed partial class ApiKeyFailures(ILoggerFactory loggerFactory, TimeProvider time)
{
    private const int MostPerMinute = 60;

    private readonly ILogger _logger = loggerFactory.CreateLogger("McpGen");
    private readonly Lock _lock = new();
    private long _start = time.GetTimestamp();
    private int _count;

    public void Report(IPAddress? address, string reason)
    {
        int left = 0;
        lock (_lock)
        {
            if (time.GetElapsedTime(_start) >= TimeSpan.FromMinutes(1))
            {
                left = _count - MostPerMinute;
                _start = time.GetTimestamp();
                _count = 0;
            }

            if (++_count > MostPerMinute)
            {
                return;
            }
        }

        if (left > 0)
        {
            LogLeftOut(left);
        }

        LogRefused(address, reason);
    }

    [LoggerMessage(40, LogLevel.Warning, "An API key from {Address} was refused: {Reason}")]
    private partial void LogRefused(IPAddress? address, string reason);

    [LoggerMessage(41, LogLevel.Warning, "{Count} further API keys were refused and not logged one by one")]
    private partial void LogLeftOut(int count);
}
