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
    private const string Unknown = "must be the object that was received";

    private static readonly Dictionary<string, JsonElement> s_none = [];
    private static readonly bool s_canReachElement = CanReachElement();

    public static Dictionary<string, JsonElement> Of(RequestContext<CallToolRequestParams> request) => request.Params?.Arguments switch
    {
        null => s_none,
        Dictionary<string, JsonElement> arguments => arguments,
        { } arguments => new Dictionary<string, JsonElement>(arguments),
    };

    /// <summary>What is wrong with the object as a whole and where, or null.</summary>
    public static (string Pointer, string Message)? FindViolation(RequestContext<CallToolRequestParams> request, int count, int maxBytes)
    {
        if (request.JsonRpcRequest?.Params is not JsonObject parameters)
        {
            return count == 0 ? null : ("", Unknown);
        }

        if (ElementOf(parameters) is { } element)
        {
            return FindViolation(element, count, maxBytes);
        }

        // A message filter has looked at the node and so taken it apart, which throws on repeated names: what is left has none.
        return FindViolation(JsonElement.Parse(parameters.ToJsonString()), count, maxBytes);
    }

    private static (string Pointer, string Message)? FindViolation(JsonElement parameters, int count, int maxBytes)
    {
        JsonElement? arguments = null;
        foreach (JsonProperty parameter in parameters.EnumerateObject())
        {
            if (IsArguments(JsonMarshal.GetRawUtf8PropertyName(parameter)))
            {
                if (arguments is not null)
                {
                    return ("", Expected.OnlyOnce);
                }

                arguments = parameter.Value;
            }
        }

        if (arguments is not { ValueKind: JsonValueKind.Object } found)
        {
            return count == 0 ? null : ("", Unknown);
        }

        return JsonMarshal.GetRawUtf8Value(found).Length > maxBytes ? ("", Expected.Bytes(maxBytes))
            : found.GetPropertyCount() > count ? FirstRepeated(found) is { } name ? ("/" + name, Expected.OnlyOnce) : ("", Unknown)

            // A filter that adds arguments would leave room for as many repeated ones.
            : found.GetPropertyCount() < count ? ("", Unknown)
            : null;
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
        if (rawName.IndexOf((byte)'\\') < 0)
        {
            return Ascii.EqualsIgnoreCase(rawName, arguments);
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
