namespace McpGen.Package.Tests.Harness;

internal static class Limits
{
    /// <summary>When a test is given up: far beyond what any of them takes, so that it only ends what hangs.</summary>
    public const int Milliseconds = 600_000;
}
