using System.Runtime.InteropServices;
using System.Text.Json;

namespace McpGen.Validation;

/// <summary>Walks the entries of one JSON object whose names are data: each name once, and within its limits.</summary>
public ref struct MapReader<T>
{
    private readonly JsonElement _object;
    private readonly bool _isEntered;
    private JsonElement.ObjectEnumerator _entries;

    /// <summary>Starts reading an object whose names are data.</summary>
    /// <param name="json">The value.</param>
    /// <param name="count">How many entries it has; negative for a value that was refused.</param>
    public MapReader(JsonElement json, int count)
    {
        _object = json;
        if (count >= 0)
        {
            _isEntered = true;
            _entries = json.EnumerateObject();
        }

        Values = new Dictionary<string, T>(Math.Max(count, 0));
    }

    /// <summary>What was read so far, by name; compared ordinally.</summary>
    public Dictionary<string, T> Values { get; }

    /// <summary>The name of the current entry.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The value of the current entry.</summary>
    public readonly JsonElement Value => _entries.Current.Value;

    /// <summary>The UTF-8 text of the current entry's value, as it came: a string has its quotes and escapes.</summary>
    public readonly ReadOnlySpan<byte> RawText => JsonMarshal.GetRawUtf8Value(Value);

    /// <summary>Goes to the next entry whose name is allowed; others are reported on the way, without a look at their values.</summary>
    /// <param name="reader">The call's reader, which takes the violations.</param>
    /// <param name="minLength">The fewest Unicode code points of a name.</param>
    /// <param name="maxLength">The most Unicode code points of a name.</param>
    /// <param name="format">The format of a name.</param>
    /// <param name="pattern">What a name must match.</param>
    public bool Next(scoped ref ArgumentReader reader, int minLength = 0, int maxLength = int.MaxValue, StringFormat? format = null, Pattern? pattern = null)
    {
        while (_isEntered && _entries.MoveNext())
        {
            JsonProperty entry = _entries.Current;
            ReadOnlySpan<byte> rawName = JsonMarshal.GetRawUtf8PropertyName(entry);
            if (!ArgumentReader.TryReadText(rawName, minLength, maxLength, format, pattern, out string name, out bool isWellFormed))
            {
                reader.RefuseName(_object, rawName, isWellFormed ? Expected.Name(minLength, maxLength, format, pattern) : Expected.UnicodeText);
            }
            else if (Values.ContainsKey(name))
            {
                reader.RefuseName(_object, rawName, Expected.OnlyOnce);
            }
            else
            {
                Name = name;
                return true;
            }
        }

        if (_isEntered)
        {
            reader.Leave();
        }

        return false;
    }
}
