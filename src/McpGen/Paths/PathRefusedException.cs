using ModelContextProtocol;

namespace McpGen;

/// <summary>
/// A path was refused when it was used. The message is for the caller: it says what is allowed, and neither what the caller sent nor
/// where the root really is.
/// </summary>
public sealed class PathRefusedException : McpException
{
    internal PathRefusedException(PathRefusal reason, string message)
        : base(message) => Reason = reason;

    /// <summary>Why it was refused.</summary>
    public PathRefusal Reason { get; }
}
