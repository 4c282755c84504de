using System.Text.Json;

namespace McpGen.Validation;

/// <summary>Walks the items of one JSON array whose count has been checked.</summary>
public ref struct ArrayReader
{
    private JsonElement.ArrayEnumerator _items;

    private readonly bool _isEntered;

    /// <summary>A reader without items, for a value that was refused.</summary>
    internal ArrayReader(JsonElement json) => Json = json;

    internal ArrayReader(JsonElement json, int count, int violationsBefore)
    {
        Json = json;
        Count = count;
        ViolationsBefore = violationsBefore;
        _items = json.EnumerateArray();
        _isEntered = true;
    }

    /// <summary>How many items there are; 0 for a value that was refused.</summary>
    public int Count { get; }

    /// <summary>The current position, from 0.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>The current item.</summary>
    public readonly JsonElement Value => _items.Current;

    /// <summary>An array that takes the items.</summary>
    public readonly T[] NewArray<T>() => Count == 0 ? [] : new T[Count];

    /// <summary>A list that takes the items.</summary>
    public readonly List<T> NewList<T>() => new(Count);

    internal JsonElement Json { get; }

    internal int ViolationsBefore { get; }

    /// <summary>Goes to the next item.</summary>
    /// <param name="reader">The call's reader.</param>
    public bool Next(ref ArgumentReader reader)
    {
        if (_isEntered && _items.MoveNext())
        {
            Index++;
            return true;
        }

        if (_isEntered)
        {
            reader.Leave();
        }

        return false;
    }
}
