using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace McpGen.Benchmarks.Ratios;

/// <summary>
/// Contestants in one process, in many short rounds: what disturbs the machine disturbs the neighbours in a round alike, and the median
/// over the rounds of their ratio drops the rounds that it hit unevenly.
/// </summary>
internal sealed class Race
{
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(2);

    private readonly (string Name, Action Act)[] _contestants;
    private readonly double[][] _nanoseconds;

    private Race(RaceLength length, (string Name, Action Act)[] contestants)
    {
        _contestants = contestants;
        _nanoseconds = [.. contestants.Select(_ => new double[length.Rounds])];
    }

    /// <summary>Runs the contestants.</summary>
    /// <param name="length">For how long.</param>
    /// <param name="contestants">What each of them does, once.</param>
    public static Race Run(RaceLength length, params (string Name, Action Act)[] contestants)
    {
        var race = new Race(length, contestants);
        int[] counts = race.WarmUp(length.WarmUp);
        for (int round = 0; round < length.Rounds; round++)
        {
            // Nobody always runs after the same neighbour's garbage.
            for (int turn = 0; turn < contestants.Length; turn++)
            {
                int contestant = (round + turn) % contestants.Length;
                race._nanoseconds[contestant][round] = Time(contestants[contestant].Act, counts[contestant]).TotalNanoseconds / counts[contestant];
            }
        }

        race.Log();
        return race;
    }

    /// <summary>How many times as long one contestant takes as another.</summary>
    public double Ratio(string one, string other) => Median([.. Of(one).Zip(Of(other), static (left, right) => left / right)]);

    /// <summary>The nanoseconds that one contestant takes longer than another.</summary>
    public double Difference(string one, string other) => Median([.. Of(one).Zip(Of(other), static (left, right) => left - right)]);

    /// <summary>The bytes that one turn allocates on this thread; the same on every machine.</summary>
    public static double Bytes(Action act)
    {
        const int Count = 1000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int done = 0; done < Count; done++)
        {
            act();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
    }

    public static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    /// <summary>Until everybody runs optimized code, profiled by their own turns; and how many turns fit into one round.</summary>
    private int[] WarmUp(TimeSpan phaseTime)
    {
        int[] counts = [.. _contestants.Select(static _ => 1)];
        for (int phase = 0; phase < 6; phase++)
        {
            for (int contestant = 0; contestant < counts.Length; contestant++)
            {
                for (TimeSpan used = TimeSpan.Zero; used < phaseTime;)
                {
                    TimeSpan time = Time(_contestants[contestant].Act, counts[contestant]);
                    used += time;
                    counts[contestant] = Math.Clamp((int)(counts[contestant] * Math.Clamp(s_turn / time, 0.5, 2)), 1, 1_000_000);
                }
            }

            // The compiler works in the background, and only when nothing new has been met for a while.
            Thread.Sleep(150);
        }

        return counts;
    }

    // Not profiled: a loop that has learnt to expect one contestant favours it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TimeSpan Time(Action act, int count)
    {
        long start = Stopwatch.GetTimestamp();
        for (int done = 0; done < count; done++)
        {
            act();
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private void Log()
    {
        for (int contestant = 0; contestant < _contestants.Length; contestant++)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {_contestants[contestant].Name}: {Median([.. _nanoseconds[contestant]]):N0} ns"));
        }
    }

    private double[] Of(string name) => _nanoseconds[Array.FindIndex(_contestants, contestant => contestant.Name == name)];
}
