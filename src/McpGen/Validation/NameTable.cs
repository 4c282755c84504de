namespace McpGen.Validation;

/// <summary>A fixed set of names, found by UTF-16 or UTF-8 text without allocating: enum members, or the members of an object.</summary>
/// <remarks>Ordinal throughout. A look-up compares only the names of one length, so an unknown name costs no more than a known one.</remarks>
public sealed class NameTable
{
    private const int Buckets = 64;
    private const int LongestEscape = 6;

    private readonly string[] _names;
    private readonly byte[][] _utf8;
    private readonly int[] _first = new int[Buckets];
    private readonly int[] _next;
    private readonly int _longest;
    private readonly bool _hasBackslash;

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
            _longest = Math.Max(_longest, _utf8[index].Length);
            _hasBackslash |= names[index].Contains('\\');
            ref int first = ref _first[_utf8[index].Length % Buckets];
            _next[index] = first;
            first = index;
        }
    }

    /// <summary>The names, in order.</summary>
    public ReadOnlySpan<string> Names => _names;

    internal string this[int index] => _names[index];

    internal int Count => _names.Length;

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

    /// <summary>The index of a name as it stands between the quotes of a JSON string, escapes included, or -1.</summary>
    /// <param name="raw">The raw text of the name.</param>
    /// <param name="hint">Where to look first.</param>
    internal int IndexOfRaw(ReadOnlySpan<byte> raw, int hint = 0)
    {
        if (!_hasBackslash)
        {
            // Text that equals such a name holds no escape.
            int index = IndexOf(raw, hint);
            if (index >= 0)
            {
                return index;
            }
        }

        return raw.Contains((byte)'\\') ? IndexOfEscaped(raw) : _hasBackslash ? IndexOf(raw, hint) : -1;
    }

    private int IndexOfEscaped(ReadOnlySpan<byte> raw)
    {
        // An escape takes up to six bytes for one: whatever is longer is none of the names.
        if (raw.Length > LongestEscape * _longest)
        {
            return -1;
        }

        using var text = new UnescapedText(raw, stackalloc byte[UnescapedText.StackBytes]);
        return IndexOf(text.Utf8);
    }
}
