using McpGen.Differential.Compilation;
using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;
using McpGen.Differential.Values;

namespace McpGen.Differential.Shrinking;

/// <summary>Makes a disagreement small: first the value, then the declaration, then the value again.</summary>
internal static class Shrinker
{
    private const int MostCompilations = 60;

    public static string Describe(Pair pair, string found, AjvOracle? ajv)
    {
        Pair small = pair;
        LoadedBatch? batch = null;
        try
        {
            small = Value(small, ajv);
            (small, batch) = Declaration(small, ajv);
            small = Value(small, ajv);
            return $"""
                DISAGREEMENT: {small.Disagreement() ?? found}
                  value:  {small.Value}
                  schema: {small.Tool.SchemaText.ReplaceLineEndings(" ")}
                  source:
                {string.Join("\n", Signature.Source([small.Tool.Signature]).Split('\n').Where(static line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal)).Select(static line => "    " + line))}
                """;
        }
        finally
        {
            batch?.Dispose();
        }
    }

    private static Pair Value(Pair pair, AjvOracle? ajv)
    {
        bool shrunk = true;
        while (shrunk)
        {
            shrunk = false;
            foreach (Json smaller in ValueShrinks.Of(pair.Value))
            {
                if (smaller is JsonObject arguments && Again(pair with { Value = arguments }, ajv) is { } again)
                {
                    pair = again;
                    shrunk = true;
                    break;
                }
            }
        }

        return pair;
    }

    private static (Pair Pair, LoadedBatch? Batch) Declaration(Pair pair, AjvOracle? ajv)
    {
        LoadedBatch? kept = null;
        int compilations = 0;
        bool shrunk = true;
        while (shrunk)
        {
            shrunk = false;
            foreach (Signature smaller in SignatureShrinks.Of(pair.Tool.Signature))
            {
                if (++compilations > MostCompilations)
                {
                    return (pair, kept);
                }

                if (TryLoad(smaller) is not { } batch)
                {
                    continue;
                }

                JsonObject value = new([.. pair.Value.Members.Where(member => smaller.Parameters.Any(parameter => parameter.JsonName == member.Name) || pair.Tool.Signature.Parameters.All(parameter => parameter.JsonName != member.Name))]);
                if (Again(pair with { Tool = batch.Tools[0], Value = value }, ajv) is not { } again)
                {
                    batch.Dispose();
                    continue;
                }

                kept?.Dispose();
                (pair, kept, shrunk) = (again, batch, true);
                break;
            }
        }

        return (pair, kept);
    }

    /// <summary>The pair, judged anew, if it still is a disagreement.</summary>
    private static Pair? Again(Pair pair, AjvOracle? ajv)
    {
        var again = new Pair(pair.Tool, pair.Value, pair.Target, pair.IsHostile);
        new Comparison(pair.Tool, ajv).Start([again])();
        return again.Disagreement() is null ? null : again;
    }

    private static LoadedBatch? TryLoad(Signature signature)
    {
        try
        {
            return Compiler.Load([signature]);
        }
        catch (DrawnSourceException)
        {
            // Not every smaller declaration is one that the generator takes.
            return null;
        }
    }
}
