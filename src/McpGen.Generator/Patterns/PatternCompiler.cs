using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>Parses a pattern once and prints it in each dialect and, where that can be, as code; what has no exact twin is refused.</summary>
public static class PatternCompiler
{
    /// <param name="pattern">The text as the developer wrote it.</param>
    /// <param name="whole">The pattern must match the whole string; otherwise it is a search.</param>
    public static PatternResult Compile(string pattern, bool whole)
    {
        try
        {
            PatternNode root = PatternParser.Parse(pattern);
            if (whole)
                root = Anchored(root);

            string ecma = EcmaPrinter.Print(root);
            PatternNode resolved = BoundaryResolver.Resolve(root);
            PatternAmbiguity.CheckCounts(resolved);

            // Code has no limits of its own; they are those of the engine.
            string? code = SpanPrinter.Print(resolved, ecma);
            if (code is null)
            {
                PatternSize.Check(resolved);
                PatternAmbiguity.Check(resolved);
            }

            return new PatternResult(new PatternModel(ecma, DotNetPrinter.Print(resolved), code), Error: null);
        }
        catch (PatternRefusedException refused)
        {
            return new PatternResult(Pattern: null, refused.Error);
        }
    }

    private static PatternNode Anchored(PatternNode root)
    {
        List<PatternNode> items = root is SequenceNode sequence ? [.. sequence.Items] : [new GroupNode(root, IsPlain: false)];

        if (items.FirstOrDefault() != AnchorNode.Start)
            items.Insert(0, AnchorNode.Start);
        if (items[items.Count - 1] != AnchorNode.End)
            items.Add(AnchorNode.End);

        return new SequenceNode(items);
    }
}
