namespace McpGen.Differential.Oracles;

/// <summary>What an oracle says of a value.</summary>
internal enum Verdict
{
    /// <summary>It is not for this oracle to say.</summary>
    Unknown,

    Valid,

    Invalid,
}
