using ModelContextProtocol;

namespace McpGen;

/// <summary>
/// A <see cref="GuardedHttpClient"/> did not go where a URL or a redirect leads, or did not take the answer. The message is for the caller of
/// the tool: it says what is allowed, and holds no address and nothing of the caller's or the server's.
/// </summary>
/// <param name="message">The message.</param>
public sealed class UrlRefusedException(string message) : McpException(message);
