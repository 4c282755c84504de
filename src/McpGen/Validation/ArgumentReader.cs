using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using McpGen.Invocation;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

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
    private readonly RequestContext<CallToolRequestParams> _request;
    private readonly bool _isClosed;
    private string _name = "";
    private int _depth = 1;
    private JsonElement _value;
    private Violations? _violations;

    /// <summary>Starts reading the arguments of a call.</summary>
    /// <param name="call">The call.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ArgumentReader(ToolCall call)
    {
        _tool = call.Tool;
        _request = call.Request;
        Arguments = RawArguments.Of(call.Request);
        if (RawArguments.FindViolation(call.Request, Arguments.Count, _tool.Definition.Limits.MaxArgumentBytes) is { } violation)
        {
            // The object as a whole is refused: nothing in it is looked at.
            _isClosed = true;
            Arguments = RawArguments.None;
            Describe(violation.Pointer, violation.Message);
        }
    }

    /// <summary>What the caller sent, by name; nothing where the object as a whole is refused.</summary>
    public Dictionary<string, JsonElement> Arguments { get; }

    /// <summary>Whether the current argument has a value: null for an optional one counts as absent.</summary>
    public readonly bool HasValue => !IsNull(RawText);

    /// <summary>The UTF-8 text of the current value, as it came: a string has its quotes and escapes.</summary>
    public ReadOnlySpan<byte> RawText { readonly get; private set; }

    /// <summary>Whether anything was refused so far.</summary>
    public readonly bool IsRefused => _violations is not null;

    internal readonly int ViolationCount => _violations?.Count ?? 0;

    /// <summary>Takes an argument to read or to refuse.</summary>
    /// <param name="name">Its name, as the caller wrote it.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="InvalidOperationException">It is a default element; no message holds one.</exception>
    public void Take(string name, JsonElement value)
    {
        _name = name;
        _value = value;
        RawText = JsonMarshal.GetRawUtf8Value(value);
    }

    /// <summary>Reports the current argument, whose name is none of the declared ones.</summary>
    /// <param name="declared">The declared names.</param>
    /// <param name="ignored">Names that are dropped unread.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RefuseUnknown(NameTable declared, scoped ReadOnlySpan<string> ignored = default)
    {
        if (!ignored.Contains(_name) && !_tool.Options.IgnoredArguments.Contains(_name) && Count())
        {
            _violations!.Describe("/" + Violations.Segment(_name), Expected.Unknown(ClosestName.Find(_name, declared)));
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
        _violations!.Describe(Violations.PointerTo(_name, _value, raw), message);
}
