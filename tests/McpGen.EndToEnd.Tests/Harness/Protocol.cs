namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>The versions of the protocol that the SDK speaks.</summary>
internal static class Protocol
{
    /// <summary>The last version that starts with a handshake.</summary>
    public const string WithHandshake = "2025-11-25";

    /// <summary>The first version without one: every request says what it speaks.</summary>
    public const string Stateless = "2026-07-28";

    public static string[] All { get; } = ["2024-11-05", "2025-03-26", "2025-06-18", WithHandshake, Stateless];
}
