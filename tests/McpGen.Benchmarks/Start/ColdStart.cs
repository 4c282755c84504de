using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace McpGen.Benchmarks.Start;

/// <summary>A start in a process of its own: this program again, which loads the tools and serves them once.</summary>
internal static class ColdStart
{
    /// <summary>The first argument of such a process.</summary>
    public const string Argument = "start";

    /// <summary>Starts a process and waits for it.</summary>
    /// <returns>
    /// The time from its first own instruction to the answered list, and the time from before it was made. The first is what the registered
    /// tools are answerable for; the second has the same start of the runtime in it for everybody.
    /// </returns>
    public static (TimeSpan FromMain, TimeSpan FromProcess) Run(ManyToolsAssembly tools)
    {
        string program = typeof(ColdStart).Assembly.Location;
        string[] arguments =
        [
            "exec", "--runtimeconfig", Path.ChangeExtension(program, ".runtimeconfig.json"), "--depsfile", Path.ChangeExtension(program, ".deps.json"), program,
            Argument, tools.Path, tools.IsHardened.ToString(), tools.Tools.ToString(CultureInfo.InvariantCulture),
        ];
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        string[] stamps = output.Split(' ');
        return process.ExitCode == 0 && stamps is [var main, var end]
            ? (Between(Stamp(main), Stamp(end)), Between(start, Stamp(end)))
            : throw new InvalidOperationException($"The process ended with {process.ExitCode}: {output}");
    }

    /// <summary>What that process does. The clock is the machine's, so its readings can be compared across processes.</summary>
    /// <param name="main">When it started.</param>
    /// <param name="arguments">The assembly, whether it is hardened, and how many tools it has.</param>
    public static int Serve(long main, string[] arguments)
    {
        Assembly tools = AssemblyLoadContext.Default.LoadFromAssemblyPath(arguments[0]);
        long end = HostStart.ListTools(tools, bool.Parse(arguments[1]), int.Parse(arguments[2], CultureInfo.InvariantCulture));
        Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{main} {end}"));
        return 0;
    }

    private static long Stamp(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan Between(long start, long end) => Stopwatch.GetElapsedTime(start, end);
}
