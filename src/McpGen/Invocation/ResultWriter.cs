using System.Text;
using System.Text.Json;
using McpGen.Validation;
using ModelContextProtocol.Protocol;

namespace McpGen.Invocation;

/// <summary>
/// Writes the result of one call as JSON, and holds it to what its tool declares. Used by generated code; the methods that write a value
/// take the limits that those of <see cref="ArgumentReader"/> take.
/// </summary>
/// <remarks>
/// A value that does not fit ends the call in the fixed error: the log is told where it stands and what was expected, and nobody what it
/// was. Where it stands is read off what was written so far, so that a result that fits pays nothing for it.
/// </remarks>
public sealed partial class ResultWriter : IDisposable
{
    // A result is written without waiting for anything, so a thread needs one writer at a time, unless writing calls a tool in turn.
    [ThreadStatic]
    private static ResultWriter? s_spare;

    private readonly BoundedBuffer _buffer = new();
    private readonly Utf8JsonWriter _json;
    private int _maxDepth;
    private bool _isStructured;

    private ResultWriter() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });

    /// <summary>Starts a result. A structured one is sent twice, as text and as structured content, so each may have half the bytes.</summary>
    internal static ResultWriter Start(ToolLimits limits, bool isStructured)
    {
        ResultWriter writer = s_spare ?? new ResultWriter();
        s_spare = null;
        writer._maxDepth = limits.MaxDepth;
        writer._isStructured = isStructured;
        writer._buffer.Restart(isStructured ? limits.MaxResultBytes / 2 : limits.MaxResultBytes);
        writer._json.Reset(writer._buffer);
        return writer;
    }

    /// <summary>The result that was written.</summary>
    public CallToolResult ToResult()
    {
        _json.Flush();
        CallToolResult result = ToolResult.Text(Encoding.UTF8.GetString(_buffer.Written));
        if (_isStructured)
        {
            var reader = new Utf8JsonReader(_buffer.Written);
            result.StructuredContent = JsonElement.ParseValue(ref reader);
        }

        return result;
    }

    /// <summary>Makes the writer ready for the next result of this thread.</summary>
    public void Dispose()
    {
        _buffer.Dispose();
        s_spare = this;
    }

    /// <summary>Starts an object.</summary>
    /// <param name="value">The value it is written from, which must be there.</param>
    public void BeginObject(object? value)
    {
        Require(value);
        BeginObject();
    }

    /// <summary>Starts an object.</summary>
    public void BeginObject()
    {
        RequireDepth();
        _json.WriteStartObject();
    }

    /// <summary>Ends an object.</summary>
    public void EndObject() => _json.WriteEndObject();

    /// <summary>Writes the name of a member.</summary>
    /// <param name="name">The name: ASCII that needs no escape.</param>
    public void Name(ReadOnlySpan<byte> name) => _json.WritePropertyName(name);

    /// <summary>Starts an array.</summary>
    /// <param name="value">The value it is written from, which must be there.</param>
    public void BeginArray(object? value)
    {
        Require(value);
        BeginArray();
    }

    /// <summary>Starts an array.</summary>
    public void BeginArray()
    {
        RequireDepth();
        _json.WriteStartArray();
    }

    /// <summary>Ends an array.</summary>
    public void EndArray() => _json.WriteEndArray();

    /// <summary>Ends an array whose items are counted.</summary>
    /// <param name="count">How many items were written.</param>
    /// <param name="minItems">The fewest items.</param>
    /// <param name="maxItems">The most items.</param>
    public void EndArray(int count, int minItems = 0, int maxItems = int.MaxValue)
    {
        if (count < minItems || count > maxItems)
        {
            throw UnfitContainer(Expected.Items(minItems, maxItems));
        }

        _json.WriteEndArray();
    }

    /// <summary>Requires the items of the current array to differ; asked before it ends.</summary>
    /// <param name="values">What was written.</param>
    public void RequireUnique<T>(ReadOnlySpan<T> values)
    {
        if (!UniqueItems.AreUnique(values))
        {
            throw UnfitContainer(Expected.UniqueItems);
        }
    }

    /// <summary>Starts an object whose names are data.</summary>
    /// <param name="value">The value it is written from, which must be there.</param>
    /// <returns>What takes its names.</returns>
    public HashSet<string> BeginMap(object? value)
    {
        BeginObject(value);
        return new HashSet<string>(StringComparer.Ordinal);
    }

    /// <summary>Writes the name of an entry.</summary>
    /// <param name="names">The names of the object so far.</param>
    /// <param name="name">The name.</param>
    /// <param name="minLength">The fewest Unicode code points.</param>
    /// <param name="maxLength">The most Unicode code points.</param>
    /// <param name="pattern">What it must match.</param>
    /// <param name="format">The standard form it must have.</param>
    public void WriteKey(HashSet<string> names, string? name, int minLength = 0, int maxLength = int.MaxValue, Pattern? pattern = null, StringFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (name is null)
        {
            throw UnfitContainer(Expected.NotNull);
        }

        RequireRoom(name.Length);
        string? violation = !TextChecks.Fits(name, minLength, maxLength, pattern, format, out bool isWellFormed)
            ? (isWellFormed ? Expected.Name(minLength, maxLength, format, pattern) : Expected.UnicodeText)
            : names.Add(name) ? null : Expected.OnlyOnce;
        if (violation is not null)
        {
            throw new UnfitResultException($"{Pointer(ofContainer: true)}/{Violations.Segment(name)}", violation);
        }

        _json.WritePropertyName(name);
    }

    /// <summary>Ends an object whose names are data.</summary>
    /// <param name="names">Its names.</param>
    /// <param name="minEntries">The fewest entries.</param>
    /// <param name="maxEntries">The most entries.</param>
    public void EndMap(HashSet<string> names, int minEntries = 0, int maxEntries = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count < minEntries || names.Count > maxEntries)
        {
            throw UnfitContainer(Expected.Entries(minEntries, maxEntries));
        }

        _json.WriteEndObject();
    }

    /// <summary>What a null ends in where none is declared.</summary>
    public Exception UndeclaredNull() => Unfit(Expected.NotNull);

    /// <summary>What an enum value ends in that no declared name stands for.</summary>
    public Exception UndefinedValue() => Unfit(Expected.DefinedName);

    /// <summary>What an object ends in whose type is none of those that its base lists.</summary>
    public Exception UnlistedType() => Unfit(Expected.ListedType);

    private void Require(object? value)
    {
        if (value is null)
        {
            throw UndeclaredNull();
        }
    }

    private void RequireDepth()
    {
        if (_json.CurrentDepth >= _maxDepth)
        {
            throw Unfit(Expected.Depth(_maxDepth));
        }
    }

    /// <summary>Ends what is too large before room is made for it.</summary>
    private void RequireRoom(int length)
    {
        if (length > _buffer.Limit)
        {
            throw new ResultTooLargeException();
        }
    }

    private UnfitResultException Unfit(string expected) => new(Pointer(ofContainer: false), expected);

    private UnfitResultException UnfitContainer(string expected) => new(Pointer(ofContainer: true), expected);
}
