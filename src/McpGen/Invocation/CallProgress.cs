using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Invocation;

/// <summary>Sends progress notifications under the token that the caller gave.</summary>
internal sealed class CallProgress(McpServer server, ProgressToken token, CancellationToken cancellationToken) : IProgress<ProgressNotificationValue>
{
    public static IProgress<ProgressNotificationValue> None { get; } = new Nowhere();

    // Progress is a courtesy: a notification that cannot be sent must not fail the call.
    public void Report(ProgressNotificationValue value) =>
        _ = server.NotifyProgressAsync(token, value, cancellationToken: cancellationToken)
            .ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private sealed class Nowhere : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value)
        {
        }
    }
}
