using McpGen.Differential.Compilation;
using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;

namespace McpGen.Differential.Mutations;

/// <summary>Takes every check out in turn, and asks whether the comparison sees it.</summary>
internal sealed class MutationRun(int seed, AjvOracle? ajv, TextWriter output)
{
    private const int Tools = 8;
    private const int Batches = 6;
    private const int PairsPerTool = 250;

    /// <summary>The names of what was not seen, and of rows without a mutation; empty when all is well.</summary>
    public IReadOnlyList<string> Run()
    {
        string[] without = [.. DocumentedRows.Read().Except(AllMutations.All.Select(static mutation => mutation.Row)).Select(static row => "no mutation: " + row)];
        string[] strangers = [.. AllMutations.All.Select(static mutation => mutation.Row).Distinct().Except(DocumentedRows.Read()).Select(static row => "no such row: " + row)];
        List<string> alive = [.. without, .. strangers];
        int killed = 0;
        foreach (Mutation mutation in AllMutations.All)
        {
            string? seen = Kill(mutation);
            output.WriteLine($"{(seen is null ? "ALIVE " : "killed")} {mutation.Row}: {mutation.Name}{(seen is null ? "" : $" ({seen})")}");
            killed += seen is null ? 0 : 1;
            if (seen is null)
            {
                alive.Add($"not seen: {mutation.Row}: {mutation.Name}");
            }
        }

        foreach (string name in alive)
        {
            output.WriteLine(name);
        }

        output.WriteLine($"mutations killed {killed}/{AllMutations.All.Count + without.Length}");
        return alive;
    }

    /// <summary>How the mutation was seen; null when it was not.</summary>
    private string? Kill(Mutation mutation)
    {
        Draw draw = new Draw(seed).Part(AllMutations.All.ToList().IndexOf(mutation));
        for (int batch = 0; batch < Batches; batch++)
        {
            IReadOnlyList<Signature> signatures = SignatureDraw.Using(draw, mutation.Row, Tools);
            bool isEdited = false;
            using LoadedBatch loaded = Compiler.Load(signatures, source =>
            {
                string edited = mutation.Edit(source);
                isEdited = edited != source;
                return edited + AllMutations.Unchecked;
            });
            if (isEdited && loaded.Tools.Select(tool => FirstDisagreement(tool, draw)).FirstOrDefault(static found => found is not null) is { } seen)
            {
                return seen;
            }
        }

        return null;
    }

    private string? FirstDisagreement(LoadedTool tool, Draw draw)
    {
        var values = new PairDraw(draw, tool);
        Pair[] pairs = [.. Enumerable.Range(0, PairsPerTool).Select(_ => values.Next())];
        new Comparison(tool, ajv).Start(pairs)();
        return pairs.Select(static pair => pair.Disagreement() is { } found ? $"{pair.Value}: {found}" : null).OfType<string>().MinBy(static text => text.Length);
    }
}
