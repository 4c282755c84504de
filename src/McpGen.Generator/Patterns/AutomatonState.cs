using System.Collections.Generic;

namespace McpGen.Generator.Patterns;

/// <summary>A state that takes one code point out of its set; without a set it goes on for free, where its anchor holds.</summary>
public sealed class AutomatonState(params AutomatonState[] next)
{
    public List<AutomatonState> Next { get; } = [.. next];

    public CodePointSet? Set { get; init; }

    /// <summary>Its index among the states with a set.</summary>
    public int Place { get; init; }

    public AnchorNode? Anchor { get; init; }
}
