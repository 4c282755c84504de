namespace McpGen.Validation;

/// <summary>A fixed set of names, found by UTF-16 or UTF-8 text without allocating: enum members, or the members of an object.</summary>
/// <remarks>Ordinal throughout. A look-up compares only the names of one length, so an unknown name costs no more than a known one.</remarks>
public sealed class NameTable
{
    private const int Buckets = 64;

    private readonly string[] _names;
    private readonly byte[][] _utf8;
    private readonly int[] _first = new int[Buckets];
    private readonly int[] _next;

    /// <summary>Makes a table.</summary>
    /// <param name="names">Distinct names, in the order they are reported in.</param>
    public NameTable(params string[] names)
    {
        _names = names;
        _utf8 = new byte[names.Length][];
        _next = new int[names.Length];
        Array.Fill(_first, -1);

        for (int index = names.Length - 1; index >= 0; index--)
        {
            _utf8[index] = System.Text.Encoding.UTF8.GetBytes(names[index]);
            ref int first = ref _first[_utf8[index].Length % Buckets];
            _next[index] = first;
            first = index;
        }
    }

    /// <summary>The names, in order.</summary>
    public ReadOnlySpan<string> Names => _names;

    internal string this[int index] => _names[index];

    internal int Count => _names.Length;

    internal ReadOnlySpan<byte> Utf8(int index) => _utf8[index];

    /// <summary>The index of a name given as UTF-8 text without escapes, or -1.</summary>
    /// <param name="name">The name.</param>
    /// <param name="hint">Where to look first: names usually come in the declared order.</param>
    internal int IndexOf(ReadOnlySpan<byte> name, int hint = 0)
    {
        if ((uint)hint < (uint)_utf8.Length && name.SequenceEqual(_utf8[hint]))
        {
            return hint;
        }

        int index = _first[name.Length % Buckets];
        while (index >= 0 && !name.SequenceEqual(_utf8[index]))
        {
            index = _next[index];
        }

        return index;
    }

    /// <summary>The index of a name, or -1.</summary>
    internal int IndexOf(string name, int hint = 0)
    {
        if ((uint)hint < (uint)_names.Length && name == _names[hint])
        {
            return hint;
        }

        // Non-ASCII names are longer in UTF-8 than in UTF-16, so the buckets only serve ASCII ones. Members are always ASCII.
        int index = _first[name.Length % Buckets];
        while (index >= 0 && name != _names[index])
        {
            index = _next[index];
        }

        return index;
    }
}
