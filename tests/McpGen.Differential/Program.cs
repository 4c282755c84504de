using System.Diagnostics;
using System.Globalization;
using McpGen.Differential.Mutations;
using McpGen.Differential.Oracles;
using McpGen.Differential.Report;

namespace McpGen.Differential;

/// <summary>
/// With <c>--pairs N --seed S</c> the differential run, with <c>--mutate</c> the proof that it sees every check; without either the tests
/// of this project.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args.Contains("--pairs"))
        {
            return Compare(new RunOptions(Number(args, "--pairs", 1_000_000), Number(args, "--seed", 1)));
        }

        if (args.Contains("--mutate"))
        {
            return Mutate(Number(args, "--seed", 1));
        }

        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
    }

    private static int Compare(RunOptions options)
    {
        var time = Stopwatch.StartNew();
        using AjvOracle? ajv = StartAjv();
        Tally tally = new DifferentialRun(options, ajv, Console.Out).Run();
        string[] thin = options.Pairs >= 1_000_000 ? [.. tally.Thin(1000)] : [];
        bool isLax = tally.Deviations > options.Pairs / 50;
        Console.WriteLine($"{options.Pairs / time.Elapsed.TotalSeconds:F0} pairs per second");
        foreach (string row in thin)
        {
            Console.WriteLine("fewer than 1000 pairs: " + row);
        }

        if (isLax)
        {
            Console.WriteLine("the deviations are more than 2% of the pairs");
        }

        Console.WriteLine(tally);
        return tally.Disagreements == 0 && thin.Length == 0 && !isLax ? 0 : 1;
    }

    private static int Mutate(int seed)
    {
        using AjvOracle? ajv = StartAjv();
        return new MutationRun(seed, ajv, Console.Out).Run().Count == 0 ? 0 : 1;
    }

    private static AjvOracle? StartAjv()
    {
        string? missing = AjvOracle.Missing();
        if (missing is null)
        {
            return AjvOracle.Start();
        }

        Console.WriteLine("ajv is not asked: " + missing);
        return null;
    }

    private static int Number(string[] args, string option, int otherwise) =>
        Array.IndexOf(args, option) is >= 0 and var index && index + 1 < args.Length ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : otherwise;
}
