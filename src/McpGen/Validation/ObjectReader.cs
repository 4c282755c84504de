using System.Runtime.InteropServices;
using System.Text.Json;

namespace McpGen.Validation;

/// <summary>Walks the members of one JSON object: only declared ones, each at most once, all the required ones.</summary>
public ref struct ObjectReader
{
    private readonly JsonElement _object;
    private readonly MemberTable? _table;
    private JsonElement.ObjectEnumerator _members;
    private SeenMembers _seen;
    private int _index = -1;

    /// <summary>A reader without members, for a value that turned out to be no object.</summary>
    internal ObjectReader(JsonElement json) => _object = json;

    internal ObjectReader(JsonElement json, MemberTable table)
    {
        _object = json;
        _table = table;
        _members = json.EnumerateObject();
        _seen = new SeenMembers(table.Names.Count);
    }

    /// <summary>The declared name of the current member.</summary>
    public readonly string Name => _table!.Names[_index];

    /// <summary>The value of the current member.</summary>
    public JsonElement Value { get; private set; }

    /// <summary>
    /// Goes to the next declared member that has a value. Unknown and repeated ones are reported on the way, missing ones at the end.
    /// </summary>
    /// <param name="reader">The call's reader, which takes the violations.</param>
    public bool Next(ref ArgumentReader reader)
    {
        if (_table is null)
        {
            return false;
        }

        while (_members.MoveNext())
        {
            JsonProperty member = _members.Current;
            int index = Find(JsonMarshal.GetRawUtf8PropertyName(member));
            if (index < 0)
            {
                reader.RefuseUnknown(_object, JsonMarshal.GetRawUtf8PropertyName(member), _table.Names);
                continue;
            }

            _index = index;
            Value = member.Value;
            if (!_seen.Add(index))
            {
                reader.RefuseMember(_object, Name, Expected.OnlyOnce);
            }
            else if (index < _table.RequiredCount || Value.ValueKind != JsonValueKind.Null)
            {
                return true;
            }
        }

        for (int missing = _seen.NextMissing(0, _table.RequiredCount); missing >= 0; missing = _seen.NextMissing(missing + 1, _table.RequiredCount))
        {
            reader.RefuseMember(_object, _table.Names[missing], Expected.Present);
        }

        reader.Leave();
        return false;
    }

    private readonly int Find(ReadOnlySpan<byte> rawName)
    {
        if (rawName.IndexOf((byte)'\\') < 0)
        {
            return _table!.Names.IndexOf(rawName, _index + 1);
        }

        // An escape makes a name longer, up to six bytes for one: whatever is longer than that is no declared name.
        const int LongestEscaped = 6 * 64;
        if (rawName.Length > LongestEscaped)
        {
            return -1;
        }

        Span<byte> name = stackalloc byte[LongestEscaped];
        int length = JsonText.GetUtf8(rawName, name);
        return length < 0 ? -1 : _table!.Names.IndexOf(name[..length], _index + 1);
    }
}
