using McpGen.Differential.Compilation;
using McpGen.Differential.Signatures;
using McpGen.Differential.Values;

namespace McpGen.Differential;

/// <summary>Values for a tool: valid ones, ones that were changed in one place or two, hostile ones.</summary>
internal sealed class PairDraw(Draw draw, LoadedTool tool)
{
    private readonly ValueDraw _values = new(draw);
    private readonly Mutator _mutator = new(draw);

    public Pair Next()
    {
        JsonObject value = _values.Arguments(tool.Schema, tool.Signature);
        if (draw.PerMille(20) && Hostile.Make(draw, value, tool.Schema, tool.Signature) is { } hostile)
        {
            return new Pair(tool, hostile, null, IsHostile: true);
        }

        if (draw.Chance(40))
        {
            return new Pair(tool, value, null, IsHostile: false);
        }

        (value, Node? target) = _mutator.Mutate(value, tool.Schema, tool.Signature);
        if (draw.Chance(8))
        {
            value = _mutator.Mutate(value, tool.Schema, tool.Signature).Value;
        }

        return new Pair(tool, value, target, IsHostile: false);
    }
}
