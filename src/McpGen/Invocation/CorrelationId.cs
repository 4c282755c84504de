using System.Security.Cryptography;

namespace McpGen.Invocation;

/// <summary>Ties an answer to a log entry: random, so that it tells a caller nothing, least of all a trace id.</summary>
internal static class CorrelationId
{
    public static string Next() => RandomNumberGenerator.GetHexString(16, lowercase: true);
}
