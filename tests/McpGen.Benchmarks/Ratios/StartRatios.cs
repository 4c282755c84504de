using System.Globalization;
using System.Runtime.Loader;
using McpGen.Benchmarks.Start;

namespace McpGen.Benchmarks.Ratios;

/// <summary>Host start to the first answered <c>tools/list</c>, with a thousand tools.</summary>
internal static class StartRatios
{
    public static readonly string[] Names = ["start.1000.cold.vs_sdk", "start.1000.warm.vs_sdk"];

    private const int Tools = 1000;
    private const int Processes = 7;

    public static IEnumerable<(string Name, double Value)> Measure()
    {
        using var hardened = new ManyToolsAssembly(Tools, isHardened: true);
        using var plain = new ManyToolsAssembly(Tools, isHardened: false);
        yield return (Names[0], Cold(hardened, plain));

        Race race = Race.Run(new RaceLength(Rounds: 12, WarmUp: TimeSpan.FromMilliseconds(300)), Warm("McpGen, warm", hardened), Warm("SDK, warm", plain));
        yield return (Names[1], race.Ratio("McpGen, warm", "SDK, warm"));
    }

    private static double Cold(ManyToolsAssembly hardened, ManyToolsAssembly plain)
    {
        // The first of each brings its files into the machine's memory.
        ColdStart.Run(hardened);
        ColdStart.Run(plain);
        var ratios = new double[Processes];
        for (int turn = 0; turn < Processes; turn++)
        {
            (TimeSpan fromMain, TimeSpan fromProcess) = ColdStart.Run(hardened);
            (TimeSpan plainFromMain, TimeSpan plainFromProcess) = ColdStart.Run(plain);
            ratios[turn] = fromMain / plainFromMain;
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  cold, from Main (from the start of the process): McpGen {fromMain.TotalMilliseconds:F0} ({fromProcess.TotalMilliseconds:F0}) ms, SDK {plainFromMain.TotalMilliseconds:F0} ({plainFromProcess.TotalMilliseconds:F0}) ms"));
        }

        return Race.Median(ratios);
    }

    private static (string Name, Action Act) Warm(string name, ManyToolsAssembly tools)
    {
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(tools.Path);
        return (name, () => HostStart.ListTools(assembly, tools.IsHardened, tools.Tools));
    }
}
