using System.Runtime.CompilerServices;
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

    /// <summary>Starts reading an object.</summary>
    /// <param name="json">The value.</param>
    /// <param name="isEntered">Whether it is one; a value that was refused has no members.</param>
    /// <param name="members">The members it may and must have.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ObjectReader(JsonElement json, bool isEntered, MemberTable members)
    {
        _object = json;
        if (isEntered)
        {
            _table = members;
            _members = json.EnumerateObject();
        }
    }

    /// <summary>Which of the declared members the current one is: its place in the table, the required ones first.</summary>
    public readonly int Index => _index;

    /// <summary>The value of the current member.</summary>
    public readonly JsonElement Value => _members.Current.Value;

    /// <summary>The UTF-8 text of the current member's value, as it came: a string has its quotes and escapes.</summary>
    public ReadOnlySpan<byte> RawText { get; private set; }

    /// <summary>
    /// Goes to the next declared member that has a value. Unknown and repeated ones are reported on the way, missing ones at the end.
    /// </summary>
    /// <param name="reader">The call's reader, which takes the violations.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(scoped ref ArgumentReader reader)
    {
        if (_table is null)
        {
            return false;
        }

        while (_members.MoveNext())
        {
            JsonProperty member = _members.Current;
            int index = _table.Names.IndexOfRaw(JsonMarshal.GetRawUtf8PropertyName(member), _index + 1);
            if (index < 0)
            {
                reader.RefuseUnknown(_object, JsonMarshal.GetRawUtf8PropertyName(member), _table.Names);
                continue;
            }

            _index = index;
            RawText = JsonMarshal.GetRawUtf8Value(member.Value);
            if (!_seen.Add(index, _table.Names.Count))
            {
                reader.RefuseMember(_object, _table.Names[index], Expected.OnlyOnce);
            }
            else if (index < _table.RequiredCount || !ArgumentReader.IsNull(RawText))
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
}
