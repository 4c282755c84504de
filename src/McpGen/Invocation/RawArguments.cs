using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using McpGen.Validation;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Invocation;

/// <summary>
/// The arguments object as it came: the SDK's dictionary has lost repeated names (the last wins), so the message itself is asked how many
/// members there were and how many bytes they took.
/// </summary>
internal static class RawArguments
{
    private static readonly Violation s_unknown = new("", "must be the object that was received");
    private static readonly Violation s_repeated = new("", Expected.OnlyOnce);
    private static readonly bool s_canReachElement = CanReachElement();

    public static Dictionary<string, JsonElement> None { get; } = [];

    /// <summary>The arguments by name, as the filters have left them.</summary>
    public static Dictionary<string, JsonElement> Of(RequestContext<CallToolRequestParams> request) => request.Params?.Arguments switch
    {
        null => None,
        Dictionary<string, JsonElement> arguments => arguments,
        { } arguments => new Dictionary<string, JsonElement>(arguments),
    };

    /// <summary>What is wrong with the object as a whole, or null.</summary>
    public static Violation? FindViolation(RequestContext<CallToolRequestParams> request, int count, int maxBytes)
    {
        if (request.JsonRpcRequest?.Params is not JsonObject parameters)
        {
            return count == 0 ? null : s_unknown;
        }

        return ElementOf(parameters) is { } element ? FindViolation(element, count, maxBytes) : FindViolationInNode(parameters, count, maxBytes);
    }

    /// <summary>Nobody has looked at the message yet: every name is there, as often as it was sent.</summary>
    private static Violation? FindViolation(JsonElement parameters, int count, int maxBytes)
    {
        JsonElement arguments = default;
        bool isThere = false;
        foreach (JsonProperty parameter in parameters.EnumerateObject())
        {
            if (IsArguments(JsonMarshal.GetRawUtf8PropertyName(parameter)))
            {
                if (isThere)
                {
                    return s_repeated;
                }

                arguments = parameter.Value;
                isThere = true;
            }
        }

        return Compare(arguments, count, maxBytes);
    }

    /// <summary>The SDK has looked for a parameter, which takes the outer object apart and throws where it repeats a name; the arguments are as they were.</summary>
    private static Violation? FindViolationInNode(JsonObject parameters, int count, int maxBytes)
    {
        JsonNode? arguments = null;
        bool isThere = false;
        for (int index = 0; index < parameters.Count; index++)
        {
            (string name, JsonNode? value) = parameters.GetAt(index);
            if (name.Equals("arguments", StringComparison.OrdinalIgnoreCase))
            {
                if (isThere)
                {
                    return s_repeated;
                }

                arguments = value;
                isThere = true;
            }
        }

        // Where there is no element, a filter has taken the arguments apart too: what is left repeats no name.
        return arguments is JsonObject received ? Compare(ElementOf(received) ?? JsonElement.Parse(received.ToJsonString()), count, maxBytes)
            : count == 0 ? null
            : s_unknown;
    }

    private static Violation? Compare(JsonElement arguments, int count, int maxBytes)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return count == 0 ? null : s_unknown;
        }

        if (JsonMarshal.GetRawUtf8Value(arguments).Length > maxBytes)
        {
            return new Violation("", Expected.Bytes(maxBytes));
        }

        int received = arguments.GetPropertyCount();
        return received == count ? null

            // A filter that adds arguments would leave room for as many repeated ones.
            : received > count && FirstRepeated(arguments) is { } name ? new Violation("/" + name, Expected.OnlyOnce)
            : s_unknown;
    }

    private static string? FirstRepeated(JsonElement arguments)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty argument in arguments.EnumerateObject())
        {
            ReadOnlySpan<byte> rawName = JsonMarshal.GetRawUtf8PropertyName(argument);
            if (!JsonText.TryMeasure(rawName, out _, out bool hasEscapes) || !names.Add(JsonText.GetString(rawName, hasEscapes)))
            {
                return Violations.Segment(rawName);
            }
        }

        return null;
    }

    /// <summary>The SDK reads the name in any case and with escapes; so does this.</summary>
    private static bool IsArguments(ReadOnlySpan<byte> rawName)
    {
        ReadOnlySpan<byte> arguments = "arguments"u8;
        if (rawName.Length <= arguments.Length)
        {
            // An escape makes a name longer.
            return rawName.Length == arguments.Length && (rawName.SequenceEqual("arguments"u8) || Ascii.EqualsIgnoreCase(rawName, arguments));
        }

        Span<byte> name = stackalloc byte[6 * 9];
        if (rawName.Length > name.Length)
        {
            return false;
        }

        int length = JsonText.GetUtf8(rawName, name);
        return length >= 0 && Ascii.EqualsIgnoreCase(name[..length], arguments);
    }

    private static JsonElement? ElementOf(JsonObject node) => s_canReachElement ? Element(node) : null;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_jsonElement")]
    private static extern ref JsonElement? Element(JsonObject node);

    /// <summary>The field is not part of a contract: where a later runtime has none of that name, the slower way is taken.</summary>
    private static bool CanReachElement()
    {
        try
        {
            return Element(new JsonObject()) is null;
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }
}
