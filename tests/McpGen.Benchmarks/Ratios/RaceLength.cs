namespace McpGen.Benchmarks.Ratios;

/// <summary>How long a race is.</summary>
/// <param name="Rounds">The rounds that count.</param>
/// <param name="WarmUp">For how long each contestant warms up in each phase; at least one turn.</param>
internal sealed record RaceLength(int Rounds, TimeSpan WarmUp)
{
    /// <summary>For what takes less than a millisecond.</summary>
    public static RaceLength Short { get; } = new(Rounds: 200, TimeSpan.FromMilliseconds(80));
}
