using System.Globalization;
using System.Text;
using McpGen.Differential.Deviations;
using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;
using McpGen.Differential.Values;

namespace McpGen.Differential.Report;

/// <summary>What was compared: by keyword, by type, by oracle.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (int Accepted, int Refused)> _keywords = [];
    private readonly Dictionary<string, (int Accepted, int Refused)> _types = [];
    private readonly Dictionary<string, int> _oracles = [];
    private readonly Dictionary<Deviation, int> _deviations = [];

    public int Pairs { get; private set; }

    public int Accepted { get; private set; }

    public int Hostile { get; private set; }

    /// <summary>Pairs that no oracle could be asked about; they count for nothing else.</summary>
    public int Unjudged { get; private set; }

    /// <summary>Written results that were held against their output schema.</summary>
    public int Results { get; private set; }

    /// <summary>Pairs that an oracle was not asked about for a known deviation.</summary>
    public int Deviations { get; private set; }

    /// <summary>Why drawn declarations were left out: the generator refuses them, so there is nothing to compare.</summary>
    public List<string> RefusedDeclarations { get; } = [];

    public int Disagreements { get; private set; }

    public IReadOnlyDictionary<string, (int Accepted, int Refused)> ByKeyword => _keywords;

    public IReadOnlyDictionary<string, (int Accepted, int Refused)> ByType => _types;

    /// <summary>Counts a pair.</summary>
    /// <returns>Who disagrees with the check about it, if anybody does.</returns>
    public string? Add(Pair pair)
    {
        string? disagreement = pair.Disagreement();
        Disagreements += disagreement is null ? 0 : 1;
        if (!pair.IsJudged && disagreement is null)
        {
            Unjudged++;
            return null;
        }

        Pairs++;
        Accepted += pair.IsAccepted ? 1 : 0;
        Hostile += pair.IsHostile ? 1 : 0;
        Results += pair.Result is null ? 0 : 1;
        Deviations += pair.Deviations.Count > 0 ? 1 : 0;
        foreach (Deviation deviation in pair.Deviations)
        {
            _deviations[deviation] = _deviations.GetValueOrDefault(deviation) + 1;
        }

        CountOracle("exact", pair.Exact);
        CountOracle(AjvOracle.Name, pair.Ajv);
        CountOracle(NJsonSchemaOracle.Name, pair.NJson);
        if (!pair.IsHostile)
        {
            foreach (Keyword keyword in Keywords.All.Where(keyword => ((pair.IsAccepted ? pair.Applied : pair.Failed) & keyword) != 0))
            {
                Count(_keywords, Keywords.Name(keyword), pair.IsAccepted);
            }

            foreach (string kind in KindsOf(pair))
            {
                Count(_types, kind, pair.IsAccepted);
            }
        }

        return disagreement;
    }

    /// <summary>The rows that have fewer pairs than asked for.</summary>
    public IEnumerable<string> Thin(int least) => _keywords.Concat(_types).Where(row => row.Value.Accepted < least || row.Value.Refused < least)
        .Select(static row => $"{row.Key}: {row.Value.Accepted} accepted, {row.Value.Refused} refused");

    public override string ToString()
    {
        var text = new StringBuilder();
        Table(text, "keyword", Keywords.All.Select(Keywords.Name).Where(_keywords.ContainsKey).Select(name => (name, _keywords[name])));
        Table(text, "type", _types.OrderBy(static row => row.Key, StringComparer.Ordinal).Select(static row => (row.Key, row.Value)));
        text.Append(CultureInfo.InvariantCulture, $"accepted {Accepted}, refused {Pairs - Accepted}, of these hostile {Hostile}; judged by {string.Join(", ", _oracles.Select(static row => $"{row.Key} {row.Value}"))}; left out, judged by none, {Unjudged}; results held {Results}\n");
        text.Append(CultureInfo.InvariantCulture, $"declarations that the generator refuses, left out: {RefusedDeclarations.Count}\n");
        foreach (string reason in RefusedDeclarations.Take(3))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {reason}\n");
        }

        foreach (Deviation deviation in KnownDeviations.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"deviation {deviation.Name}: {_deviations.GetValueOrDefault(deviation)} pairs; {deviation.Oracle} {deviation.Reason}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"pairs {Pairs}, deviations {Deviations}, disagreements {Disagreements}").ToString();
    }

    private void CountOracle(string name, Verdict verdict) => _oracles[name] = _oracles.GetValueOrDefault(name) + (verdict == Verdict.Unknown ? 0 : 1);

    private static void Count(Dictionary<string, (int Accepted, int Refused)> rows, string name, bool isAccepted)
    {
        (int accepted, int refused) = rows.GetValueOrDefault(name);
        rows[name] = isAccepted ? (accepted + 1, refused) : (accepted, refused + 1);
    }

    /// <summary>A refused value counts for the type in whose place it was changed, an accepted one for every type it holds.</summary>
    private static IEnumerable<string> KindsOf(Pair pair) =>
        !pair.IsAccepted ? pair.Target is null ? [] : [pair.Target.Kind]
        : Mutator.Spots(pair.Value, pair.Tool.Schema, pair.Tool.Signature).Select(static spot => spot.Node?.Kind).OfType<string>().Distinct();

    private static void Table(StringBuilder text, string head, IEnumerable<(string Name, (int Accepted, int Refused) Counts)> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"{head,-40}{"accepted",10}{"refused",10}\n");
        foreach ((string name, (int accepted, int refused)) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name,-40}{accepted,10}{refused,10}\n");
        }

        text.Append('\n');
    }
}
