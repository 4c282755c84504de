using System.Text.Json;
using McpGen.Invocation;

namespace McpGen.Validation;

/// <summary>
/// Reads the arguments of one call: strictly, in one pass, reporting every violation. Used by generated code on the stack of the wrapper.
/// </summary>
/// <remarks>
/// A method that reads a value returns it, or the type's default after it has reported what is wrong; the wrapper asks
/// <see cref="IsRefused"/> once, after everything was read. Nothing is coerced.
/// </remarks>
public ref partial struct ArgumentReader
{
    private readonly HardenedTool _tool;
    private readonly MemberTable _table;
    private Dictionary<string, JsonElement>.Enumerator _arguments;
    private SeenMembers _seen;
    private int _index = -1;
    private int _depth = 1;
    private JsonElement _root;
    private Violations? _violations;

    internal ArgumentReader(HardenedTool tool, MemberTable table, Dictionary<string, JsonElement> arguments, (string Pointer, string Message)? violation)
    {
        _tool = tool;
        _table = table;
        _seen = new SeenMembers(table.Names.Count);
        if (violation is not { } found)
        {
            _arguments = arguments.GetEnumerator();
        }
        else
        {
            // The object as a whole is refused: nothing in it is looked at.
            IsClosed = true;
            Describe(found.Pointer, found.Message);
        }
    }

    /// <summary>The declared name of the current argument.</summary>
    public readonly string Name => _table.Names[_index];

    /// <summary>The value of the current argument.</summary>
    public readonly JsonElement Value => _root;

    /// <summary>Whether anything was refused so far.</summary>
    public readonly bool IsRefused => _violations is not null;

    internal readonly int ViolationCount => _violations?.Count ?? 0;

    private readonly bool IsClosed { get; init; }

    /// <summary>
    /// Goes to the next declared argument that has a value. Unknown ones are reported on the way, missing ones at the end; null for an
    /// optional argument counts as absent.
    /// </summary>
    public bool Next()
    {
        if (IsClosed)
        {
            return false;
        }

        while (_arguments.MoveNext())
        {
            (string name, JsonElement value) = _arguments.Current;
            int index = _table.Names.IndexOf(name, _index + 1);
            if (index < 0)
            {
                RefuseUnknownArgument(name);
                continue;
            }

            _index = index;
            _root = value;
            _seen.Add(index);
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                // No message holds such a value; whoever calls the tool by hand may.
                Describe("/" + Name, Expected.Present);
                continue;
            }

            if (index < _table.RequiredCount || value.ValueKind != JsonValueKind.Null)
            {
                return true;
            }
        }

        for (int missing = _seen.NextMissing(0, _table.RequiredCount); missing >= 0; missing = _seen.NextMissing(missing + 1, _table.RequiredCount))
        {
            Describe("/" + _table.Names[missing], Expected.Present);
        }

        return false;
    }

    /// <summary>The answer to a call whose arguments were refused.</summary>
    public readonly ValueTask<ModelContextProtocol.Protocol.CallToolResult> Refusal() =>
        new(ToolResult.Error(_violations!.ToText(_tool.Name)));

    /// <summary>Whether a value is null, where null is one of the values.</summary>
    /// <param name="json">The value.</param>
    public static bool IsNull(JsonElement json) => json.ValueKind == JsonValueKind.Null;

    /// <summary>Counts a violation; a description is worth its cost only for those that are printed.</summary>
    private bool Count() => (_violations ??= new Violations()).Add();

    private void Describe(string pointer, string message)
    {
        if (Count())
        {
            _violations!.Describe(pointer, message);
        }
    }

    private readonly void DescribeAt(JsonElement json, string message) =>
        _violations!.Describe(Violations.PointerTo(Name, _root, json), message);

    private void RefuseUnknownArgument(string name)
    {
        if (!_table.Ignores(name) && !_tool.Options.IgnoredArguments.Contains(name) && Count())
        {
            _violations!.Describe("/" + Violations.Segment(name), Expected.Unknown(ClosestName.Find(name, _table.Names)));
        }
    }

    internal void RefuseUnknown(JsonElement parent, ReadOnlySpan<byte> rawName, NameTable names)
    {
        if (Count())
        {
            string pointer = $"{Violations.PointerTo(Name, _root, parent)}/{Violations.Segment(rawName)}";
            string? closest = rawName.Length <= ClosestName.Longest ? ClosestName.Find(JsonText.ToDisplay(rawName), names) : null;
            _violations!.Describe(pointer, Expected.Unknown(closest));
        }
    }

    internal void RefuseMember(JsonElement parent, string name, string message)
    {
        if (Count())
        {
            _violations!.Describe($"{Violations.PointerTo(Name, _root, parent)}/{name}", message);
        }
    }
}
