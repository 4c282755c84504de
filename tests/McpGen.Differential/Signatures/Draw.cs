namespace McpGen.Differential.Signatures;

/// <summary>The one source of chance: the same seed draws the same things on every machine.</summary>
internal sealed class Draw(int seed)
{
    // A Random with a seed keeps its sequence between versions of .NET.
    private readonly Random _random = new(seed);

    /// <summary>A source of its own for a part of the run, so that one part does not shift the others.</summary>
    public Draw Part(int index) => new(HashOf(seed, index));

    /// <summary>A number from both ends included.</summary>
    public int Int(int least, int most) => _random.Next(least, most + 1);

    public long Bits() => _random.NextInt64(long.MinValue, long.MaxValue);

    public double Fraction() => _random.NextDouble();

    public bool Chance(int percent) => _random.Next(100) < percent;

    public bool PerMille(int count) => _random.Next(1000) < count;

    public T Of<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>Some of the items, in their order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> items, int least, int most)
    {
        int wanted = Math.Min(items.Count, Int(least, most));
        List<T> some = [.. items];
        while (some.Count > wanted)
        {
            some.RemoveAt(_random.Next(some.Count));
        }

        return some;
    }

    public List<T> Shuffled<T>(IReadOnlyList<T> items)
    {
        List<T> shuffled = [.. items];
        for (int index = shuffled.Count - 1; index > 0; index--)
        {
            int other = _random.Next(index + 1);
            (shuffled[index], shuffled[other]) = (shuffled[other], shuffled[index]);
        }

        return shuffled;
    }

    private static int HashOf(int seed, int index) => unchecked((int)((((uint)seed * 2654435761u) ^ ((uint)index * 2246822519u)) & 0x7FFFFFFF));
}
