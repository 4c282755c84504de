using System.Text.Json;
using McpGen.Differential.Compilation;
using McpGen.Differential.Deviations;
using McpGen.Differential.Oracles;
using McpGen.Differential.Values;

namespace McpGen.Differential;

/// <summary>The check of one tool beside everyone who can judge its schema.</summary>
/// <param name="tool">The tool.</param>
/// <param name="ajv">The process to ask; null where there is none.</param>
internal sealed class Comparison(LoadedTool tool, AjvOracle? ajv)
{
    private readonly NJsonSchemaOracle _njson = new(tool.SchemaText, tool.Schema);
    private readonly AjvScope _ajvScope = new(tool.Schema);

    /// <summary>Asks the check and the oracles; what ajv says is read by what is returned, so that it can think meanwhile.</summary>
    public Action Start(IReadOnlyList<Pair> pairs)
    {
        List<Pair> asked = [];
        List<Json> values = [];
        foreach (Pair pair in pairs)
        {
            (pair.IsAccepted, pair.Fault, JsonElement? result) = tool.Call(pair.Value.ToString());
            pair.Result = result is { } written ? Json.From(written) : null;
            if (pair.IsHostile)
            {
                continue;
            }

            JsonObject seen = ListedDifferences.AsSchemaSees(pair.Value, tool.Schema, tool.Signature);
            var facts = new ValueFacts(seen);
            Judge(pair, seen, facts);
            (bool canJudge, Deviation? deviation) = _ajvScope.Of(facts);
            if (ajv is not null && canJudge && Allows(pair, deviation))
            {
                asked.Add(pair);
                values.Add(seen);
            }
        }

        Task<IReadOnlyList<Verdict>>? answer = asked.Count > 0 ? ajv!.AskAsync(tool.SchemaText, values) : null;
        Action finishResults = StartResults([.. pairs.Where(static pair => pair.Result is not null)]);
        return () =>
        {
            IReadOnlyList<Verdict> verdicts = answer?.GetAwaiter().GetResult() ?? [];
            for (int index = 0; index < verdicts.Count; index++)
            {
                asked[index].Ajv = verdicts[index];
            }

            finishResults();
        };
    }

    /// <summary>Holds written results against their own schema, in the same way.</summary>
    private Action StartResults(IReadOnlyList<Pair> pairs)
    {
        if (pairs.Count == 0)
        {
            return static () => { };
        }

        foreach (Pair pair in pairs.Where(pair => new ExactOracle().Judge(tool.OutputSchema!, pair.Result!) == Verdict.Invalid))
        {
            pair.Fault = $"the result {pair.Result} is not valid by its schema {tool.OutputSchemaText}, says the exact evaluator";
        }

        var scope = new AjvScope(tool.OutputSchema!);
        Pair[] asked = [.. pairs.Where(pair => scope.Of(new ValueFacts(pair.Result!)) is (true, null))];
        Task<IReadOnlyList<Verdict>>? answer = ajv is not null && asked.Length > 0 ? ajv.AskAsync(tool.OutputSchemaText!, asked.Select(static pair => pair.Result!)) : null;
        return () =>
        {
            IReadOnlyList<Verdict> verdicts = answer?.GetAwaiter().GetResult() ?? [];
            for (int index = 0; index < verdicts.Count; index++)
            {
                asked[index].Fault = verdicts[index] == Verdict.Valid ? asked[index].Fault : $"the result {asked[index].Result} is not valid by its schema {tool.OutputSchemaText}, says ajv";
            }
        };
    }

    private void Judge(Pair pair, JsonObject seen, ValueFacts facts)
    {
        pair.CanHold = ListedDifferences.CanHold(pair.Value, tool.Schema, tool.Signature);
        var exact = new ExactOracle();
        pair.Exact = exact.Judge(tool.Schema, seen);
        pair.Applied = exact.Applied;
        pair.Failed = exact.Failed;
        if (pair.Exact == Verdict.Unknown)
        {
            // Everything else is valid: whoever refuses the value refuses it for this.
            pair.Failed |= Keyword.Pattern;
        }

        (bool canJudge, Deviation? deviation) = _njson.Of(facts);
        if (canJudge && Allows(pair, deviation))
        {
            pair.NJson = _njson.Judge(seen);
        }
    }

    private static bool Allows(Pair pair, Deviation? deviation)
    {
        if (deviation is not null)
        {
            pair.Deviations.Add(deviation);
        }

        return deviation is null;
    }
}
