using McpGen.Differential.Compilation;
using McpGen.Differential.Oracles;
using McpGen.Differential.Report;
using McpGen.Differential.Shrinking;
using McpGen.Differential.Signatures;

namespace McpGen.Differential;

/// <summary>How much is run and from which seed.</summary>
/// <param name="Pairs">How many pairs of schema and value are compared.</param>
/// <param name="Seed">The same seed makes the same pairs.</param>
/// <param name="PairsPerTool">How many values each drawn tool is given.</param>
/// <param name="ToolsPerBatch">How many tools one compilation has.</param>
internal sealed record RunOptions(int Pairs, int Seed, int PairsPerTool = 500, int ToolsPerBatch = 40);

/// <summary>Draw tools, compile them, draw values, ask the check and the oracles, compare.</summary>
internal sealed class DifferentialRun(RunOptions options, AjvOracle? ajv, TextWriter output)
{
    private const int MostReported = 10;

    private readonly Draw _draw = new(options.Seed);
    private readonly Queue<(IReadOnlyList<Pair> Pairs, Action Finish)> _open = [];
    private readonly Tally _tally = new();
    private int _drawn;

    public Tally Run()
    {
        // A pair that nobody can judge is none: the count goes on until so many were compared.
        for (int batch = 0; _tally.Pairs < options.Pairs; batch++)
        {
            Draw draw = _draw.Part(batch);
            _drawn = _tally.Pairs;
            int tools = Math.Min(options.ToolsPerBatch, ((options.Pairs - _drawn) / options.PairsPerTool) + 1);
            IReadOnlyList<Signature> signatures = SignatureDraw.Batch(draw, tools);
            foreach (LoadedBatch loaded in Compiler.LoadUsable(signatures, _tally.RefusedDeclarations))
            {
                foreach (LoadedTool tool in loaded.Tools)
                {
                    Compare(tool, draw);
                }

                // What is still open holds on to the batch.
                Finish(0);
                loaded.Dispose();
            }
        }

        return _tally;
    }

    private void Compare(LoadedTool tool, Draw draw)
    {
        var values = new PairDraw(draw, tool);
        int count = Math.Min(options.PairsPerTool, options.Pairs - _drawn);
        Pair[] pairs = [.. Enumerable.Range(0, count).Select(_ => values.Next())];
        _drawn += count;
        _open.Enqueue((pairs, new Comparison(tool, ajv).Start(pairs)));
        Finish(2);
    }

    /// <summary>Reads what ajv has answered, until so many tools are left open.</summary>
    private void Finish(int open)
    {
        while (_open.Count > open)
        {
            (IReadOnlyList<Pair> pairs, Action finish) = _open.Dequeue();
            finish();
            foreach (Pair pair in pairs)
            {
                if (_tally.Add(pair) is { } disagreement && _tally.Disagreements <= MostReported)
                {
                    output.WriteLine(Shrinker.Describe(pair, disagreement, ajv));
                }
            }
        }
    }
}
