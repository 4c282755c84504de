using System.Numerics;

namespace McpGen.Validation;

/// <summary>Which members of an object have been met: a bit each, on the heap only beyond 64.</summary>
internal struct SeenMembers(int count)
{
    private readonly ulong[]? _more = count > 64 ? new ulong[(count - 1) / 64] : null;
    private ulong _first;

    /// <summary>Marks a member; <see langword="false"/> when it was marked before.</summary>
    public bool Add(int index)
    {
        ref ulong bits = ref Bits(index);
        ulong bit = 1UL << (index & 63);
        bool isNew = (bits & bit) == 0;
        bits |= bit;
        return isNew;
    }

    /// <summary>The first unmarked member from <paramref name="from"/> on and below <paramref name="limit"/>, or -1.</summary>
    public int NextMissing(int from, int limit)
    {
        for (int index = from; index < limit;)
        {
            ulong unmarked = ~Bits(index) >> (index & 63);
            if (unmarked == 0)
            {
                index = (index | 63) + 1;
                continue;
            }

            index += BitOperations.TrailingZeroCount(unmarked);
            return index < limit ? index : -1;
        }

        return -1;
    }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    private ref ulong Bits(int index) => ref index < 64 ? ref _first : ref _more![(index >> 6) - 1];
}
