using System.Collections.Generic;

namespace McpGen.Generator.Patterns;

/// <summary>
/// A pattern as its syntax nests: a choice stands only at the root or in a group, and a repetition repeats one
/// character, set or group. So the printers never have to think about precedence.
/// </summary>
public abstract record PatternNode
{
    public virtual IReadOnlyList<PatternNode> Children => [];
}

/// <summary>Takes one code point.</summary>
public abstract record SetNode(CodePointSet Set) : PatternNode;

public sealed record CharacterNode(int CodePoint) : SetNode(new CodePointSet([new(CodePoint, CodePoint)]));

/// <summary><c>\d</c>, <c>\W</c>, <c>.</c> and the like.</summary>
public sealed record ShorthandNode(Shorthand Shorthand) : SetNode(Shorthand.Set);

public sealed record ClassNode(bool IsNegated, IReadOnlyList<ClassItem> Items) : SetNode(CodePointSet.Of(IsNegated, Items));

public sealed record AnchorNode : PatternNode
{
    public static readonly AnchorNode Start = new() { Ecma = "^", DotNet = @"\A" };

    /// <summary>The very end: in .NET <c>$</c> would also hold before a final newline.</summary>
    public static readonly AnchorNode End = new() { Ecma = "$", DotNet = @"\z" };

    private AnchorNode()
    {
    }

    public required string Ecma { get; init; }

    public required string DotNet { get; init; }
}

/// <summary><c>\b</c>, or negated <c>\B</c>; <see cref="BoundaryResolver"/> leaves none for an engine.</summary>
public sealed record BoundaryNode(bool IsNegated, int Position) : PatternNode
{
    public string Spelling => IsNegated ? @"\B" : @"\b";
}

public sealed record SequenceNode(IReadOnlyList<PatternNode> Items) : PatternNode
{
    public override IReadOnlyList<PatternNode> Children => Items;
}

public sealed record ChoiceNode(IReadOnlyList<PatternNode> Branches) : PatternNode
{
    public override IReadOnlyList<PatternNode> Children => Branches;
}

/// <param name="Inner">What the parentheses hold.</param>
/// <param name="IsPlain">Written <c>( )</c>; nothing reads the capture, the schema just keeps the author's spelling.</param>
public sealed record GroupNode(PatternNode Inner, bool IsPlain) : PatternNode
{
    public override IReadOnlyList<PatternNode> Children => [Inner];
}

/// <param name="Inner">A character, a set or a group.</param>
/// <param name="Count">How often. A lazy quantifier is the same one: it changes which match is found, never whether one is.</param>
/// <param name="Position">Where the quantifier stands, for an error to point at.</param>
public sealed record RepeatNode(PatternNode Inner, Quantifier Count, int Position) : PatternNode
{
    public override IReadOnlyList<PatternNode> Children => [Inner];
}
