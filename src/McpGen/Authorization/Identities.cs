namespace McpGen.Authorization;

/// <summary>Which of a caller's identities fulfil what was asked so far: a bit each, for the first 64.</summary>
public readonly struct Identities
{
    internal const int Most = 64;

    internal Identities(ulong bits) => Bits = bits;

    internal ulong Bits { get; }

    internal bool IsEmpty => Bits == 0;
}
