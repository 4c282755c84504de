using System.Globalization;
using McpGen.Benchmarks.Generator;

namespace McpGen.Benchmarks.Ratios;

/// <summary>Measures every ratio there is a target for, in under three minutes, and prints one a line; how it went is told on stderr.</summary>
internal static class RatioRun
{
    private static readonly (string[] Names, Func<IEnumerable<(string Name, double Value)>> Measure)[] s_groups =
    [
        (CallRatios.Names, CallRatios.Measure),
        (AccessRatios.Names, AccessRatios.Measure),
        (ValidationRatios.Names, ValidationRatios.Measure),
        (StartRatios.Names, StartRatios.Measure),
        (PathRatios.Names, PathRatios.Measure),
        (PipelineRatios.Names, PipelineRatios.Measure),
        (UrlRatios.Names, UrlRatios.Measure),
        (GeneratorRatios.Names, GeneratorRatios.Measure),
    ];

    /// <summary>Runs the groups that have a name wanted.</summary>
    /// <param name="prefix">What the names wanted start with.</param>
    /// <returns>The exit code: 1 when nothing is named so.</returns>
    public static int Run(string prefix)
    {
        int printed = 0;
        foreach ((string[] names, Func<IEnumerable<(string Name, double Value)>> measure) in s_groups)
        {
            if (!Array.Exists(names, name => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                continue;
            }

            foreach ((string name, double value) in measure())
            {
                if (name.StartsWith(prefix, StringComparison.Ordinal))
                {
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.###}"));
                    printed++;
                }
            }
        }

        return printed > 0 ? 0 : 1;
    }
}
