using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using McpGen.Differential.Deviations;
using McpGen.Differential.Values;

namespace McpGen.Differential.Oracles;

/// <summary>ajv, JSON Schema 2020-12 in strict mode, in a Node process that lives as long as the run.</summary>
internal sealed class AjvOracle : IDisposable
{
    public const string Name = "ajv";

    private static readonly string s_folder = Path.Combine(
        typeof(AjvOracle).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "ProjectDirectory").Value!, "ajv");

    private readonly Process _node;
    private readonly ConcurrentQueue<TaskCompletionSource<string>> _asked = [];

    private AjvOracle(Process node)
    {
        _node = node;

        // Read on a thread of its own: neither side may wait for the other to make room.
        new Thread(Read) { IsBackground = true }.Start();
    }

    /// <summary>What is missing, in words; null when ajv can be asked.</summary>
    public static string? Missing() =>
        !Directory.Exists(Path.Combine(s_folder, "node_modules", "ajv")) ? $"ajv is not installed: run npm install --no-save --no-package-lock in {s_folder}"
        : !CanStartNode() ? "node is not on the path"
        : null;

    public static AjvOracle Start() => new(Process.Start(StartInfo("validate.mjs"))!);

    /// <summary>Sends values to be judged, and gives the verdicts once they are there.</summary>
    public async Task<IReadOnlyList<Verdict>> AskAsync(string schema, IEnumerable<Json> values)
    {
        var line = new StringBuilder("{\"schema\":").Append(schema.ReplaceLineEndings("")).Append(",\"values\":[");
        bool isFirst = true;
        foreach (Json value in values)
        {
            if (!isFirst)
            {
                line.Append(',');
            }

            value.Write(line);
            isFirst = false;
        }

        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked.Enqueue(answer);
        _node.StandardInput.Write(line.Append("]}\n"));
        _node.StandardInput.Flush();
        string verdicts = await answer.Task;
        return verdicts.StartsWith("error", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"ajv does not take the schema: {verdicts}\n{schema}")
            : [.. verdicts.Select(static digit => digit == '1' ? Verdict.Valid : Verdict.Invalid)];
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit(5000);
        _node.Dispose();
    }

    private void Read()
    {
        while (_node.StandardOutput.ReadLine() is { } line)
        {
            _ = _asked.TryDequeue(out TaskCompletionSource<string>? answer);
            answer!.SetResult(line);
        }

        while (_asked.TryDequeue(out TaskCompletionSource<string>? open))
        {
            open.SetResult("error: node has ended");
        }
    }

    private static bool CanStartNode()
    {
        try
        {
            using Process node = Process.Start(StartInfo("--version"))!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static ProcessStartInfo StartInfo(string argument) => new("node", [argument])
    {
        WorkingDirectory = s_folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardInputEncoding = new UTF8Encoding(false),
        StandardOutputEncoding = Encoding.UTF8,
    };
}

/// <summary>Which pairs of one schema ajv can be asked about: those whose numbers JSON.parse and the double arithmetic of JavaScript keep.</summary>
internal sealed class AjvScope
{
    private readonly IReadOnlyList<Deviation> _deviations;
    private readonly HashSet<double> _blurred;
    private readonly bool _divides;
    private readonly bool _dividesFractions;

    public AjvScope(Schema schema)
    {
        Schema[] every = [.. schema.All()];
        _deviations = KnownDeviations.Of(AjvOracle.Name, schema);
        _divides = every.Any(static one => one.MultipleOf is not null);
        _dividesFractions = every.Any(static one => one.MultipleOf is { IsInteger: false });
        _blurred = [.. every.SelectMany(static one => one.Numbers).Where(static number => !number.SurvivesDouble).Select(static number => number.ToDouble())];
    }

    /// <summary>Whether ajv is the right one to ask, and the deviation that speaks against it all the same.</summary>
    public (bool CanJudge, Deviation? Deviation) Of(ValueFacts facts)
    {
        bool fits = facts.NumbersSurvive
            && (!_divides || (facts.NumbersAreSafeIntegers && !_dividesFractions))
            && (_blurred.Count == 0 || !facts.Numbers.Exists(number => _blurred.Contains(number.ToDouble())));
        return fits ? (true, _deviations.FirstOrDefault(deviation => deviation.Holds(facts))) : (false, null);
    }
}
