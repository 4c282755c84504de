using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using McpGen.Invocation;
using ModelContextProtocol.Protocol;

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
    private readonly bool _isClosed;
    private Dictionary<string, JsonElement>.Enumerator _arguments;
    private int _depth = 1;
    private JsonElement _value;
    private Violations? _violations;

    /// <summary>Starts reading the arguments of a call.</summary>
    /// <param name="call">The call.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ArgumentReader(ToolCall call)
    {
        _tool = call.Tool;
        Dictionary<string, JsonElement> arguments = RawArguments.Of(call.Request);
        if (RawArguments.FindViolation(call.Request, arguments.Count, _tool.Definition.Limits.MaxArgumentBytes) is { } violation)
        {
            // The object as a whole is refused: nothing in it is looked at.
            _isClosed = true;
            arguments = RawArguments.None;
            Describe(violation.Pointer, violation.Message);
        }

        _arguments = arguments.GetEnumerator();
    }

    /// <summary>The name of the current argument, as the caller wrote it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The value of the current argument.</summary>
    public readonly JsonElement Value => _value;

    /// <summary>Whether the current argument has a value: null for an optional one counts as absent.</summary>
    public readonly bool HasValue => !IsNull(RawText);

    /// <summary>The UTF-8 text of the current value, as it came: a string has its quotes and escapes.</summary>
    public ReadOnlySpan<byte> RawText { readonly get; private set; }

    /// <summary>Whether anything was refused so far.</summary>
    public readonly bool IsRefused => _violations is not null;

    internal readonly int ViolationCount => _violations?.Count ?? 0;

    /// <summary>Goes to the next argument that the caller sent.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Next()
    {
        while (_arguments.MoveNext())
        {
            (string name, JsonElement value) = _arguments.Current;
            ReadOnlySpan<byte> text = TextOf(value);
            Name = name;
            _value = value;
            RawText = text;
            if (!text.IsEmpty)
            {
                return true;
            }

            // No message holds a value that is none; whoever calls the tool by hand may.
            Describe("/" + Violations.Segment(Name), Expected.Present);
        }

        return false;
    }

    /// <summary>Reports the current argument, whose name is none of the declared ones.</summary>
    /// <param name="declared">The declared names.</param>
    /// <param name="ignored">Names that are dropped unread.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RefuseUnknown(NameTable declared, scoped ReadOnlySpan<string> ignored = default)
    {
        if (!ignored.Contains(Name) && !_tool.Options.IgnoredArguments.Contains(Name) && Count())
        {
            _violations!.Describe("/" + Violations.Segment(Name), Expected.Unknown(ClosestName.Find(Name, declared)));
        }
    }

    /// <summary>Reports an argument that must be there and is not.</summary>
    /// <param name="name">Its declared name.</param>
    public void RefuseMissing(string name)
    {
        if (!_isClosed)
        {
            Describe("/" + name, Expected.Present);
        }
    }

    /// <summary>The answer to a call whose arguments were refused.</summary>
    public readonly ValueTask<CallToolResult> Refusal() => new(ToolResult.Error(_violations!.ToText(_tool.Name)));

    /// <summary>Whether a value is null, where null is one of the values.</summary>
    /// <param name="raw">The raw text of the value.</param>
    public static bool IsNull(ReadOnlySpan<byte> raw) => raw[0] == 'n';

    /// <summary>Empty for a value that is none: no message holds one; whoever calls the tool by hand may.</summary>
    private static ReadOnlySpan<byte> TextOf(JsonElement value)
    {
        try
        {
            return JsonMarshal.GetRawUtf8Value(value);
        }
        catch (InvalidOperationException) when (value.ValueKind == JsonValueKind.Undefined)
        {
            // Not asked beforehand: that costs every argument of every call.
            return default;
        }
    }

    /// <summary>Counts a violation; a description is worth its cost only for those that are printed.</summary>
    private bool Count() => (_violations ??= new Violations()).Add();

    private void Describe(string pointer, string message)
    {
        if (Count())
        {
            _violations!.Describe(pointer, message);
        }
    }

    private readonly void DescribeAt(scoped ReadOnlySpan<byte> raw, string message) =>
        _violations!.Describe(Violations.PointerTo(Name, _value, raw), message);
}
