using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace McpGen.Validation;

/// <summary>Walks the items of one JSON array whose count has been checked.</summary>
public ref struct ArrayReader
{
    private readonly JsonElement _array;
    private readonly bool _isEntered;
    private int _violationsBefore;
    private JsonElement.ArrayEnumerator _items;

    /// <summary>Starts reading an array.</summary>
    /// <param name="json">The value.</param>
    /// <param name="count">How many items it has; negative for a value that was refused.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayReader(JsonElement json, int count)
    {
        _array = json;
        if (count >= 0)
        {
            _isEntered = true;
            Count = count;
            _items = json.EnumerateArray();
        }
    }

    /// <summary>How many items there are; 0 for a value that was refused.</summary>
    public int Count { get; }

    /// <summary>The current position, from 0.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>The current item.</summary>
    public readonly JsonElement Value => _items.Current;

    /// <summary>The UTF-8 text of the current item, as it came: a string has its quotes and escapes.</summary>
    public ReadOnlySpan<byte> RawText { get; private set; }

    /// <summary>An array that takes the items.</summary>
    public readonly T[] NewArray<T>() => Count == 0 ? [] : new T[Count];

    /// <summary>A list that takes the items.</summary>
    public readonly List<T> NewList<T>() => new(Count);

    /// <summary>Goes to the next item.</summary>
    /// <param name="reader">The call's reader.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(scoped ref ArgumentReader reader)
    {
        if (!_isEntered)
        {
            return false;
        }

        if (_items.MoveNext())
        {
            if (++Index == 0)
            {
                _violationsBefore = reader.ViolationCount;
            }

            RawText = JsonMarshal.GetRawUtf8Value(_items.Current);
            return true;
        }

        reader.Leave();
        return false;
    }

    /// <summary>Requires the items to differ; asked after they were read.</summary>
    /// <param name="reader">The call's reader.</param>
    /// <param name="values">What was read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void RequireUnique<T>(scoped ref ArgumentReader reader, scoped ReadOnlySpan<T> values)
    {
        // Items that were refused have no value to compare.
        if (reader.ViolationCount == _violationsBefore && !UniqueItems.AreUnique(values))
        {
            reader.Refuse(_array, Expected.UniqueItems);
        }
    }
}
