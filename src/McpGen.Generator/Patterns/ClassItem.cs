using System.Collections.Generic;

namespace McpGen.Generator.Patterns;

/// <summary>One member of a character class.</summary>
public abstract record ClassItem
{
    public abstract IReadOnlyList<CodePointRange> Ranges { get; }
}

public sealed record RangeItem(CodePointRange Range) : ClassItem
{
    public override IReadOnlyList<CodePointRange> Ranges => [Range];
}

public sealed record ShorthandItem(Shorthand Shorthand) : ClassItem
{
    public override IReadOnlyList<CodePointRange> Ranges => Shorthand.Set.Ranges;
}
