using System.Numerics;

namespace McpGen.Validation;

/// <summary>Which members of an object have been met: a bit each, on the heap only beyond 64.</summary>
internal struct SeenMembers
{
    private ulong _first;
    private ulong[]? _more;

    /// <summary>Marks one of so many members; <see langword="false"/> when it was marked before.</summary>
    public bool Add(int index, int count)
    {
        ref ulong bits = ref index < 64 ? ref _first : ref (_more ??= new ulong[(count - 1) / 64])[(index >> 6) - 1];
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
            ulong marked = index < 64 ? _first : _more is null ? 0 : _more[(index >> 6) - 1];
            ulong unmarked = ~marked >> (index & 63);
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
}
