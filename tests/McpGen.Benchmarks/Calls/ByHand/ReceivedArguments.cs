using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Calls.ByHand;

/// <summary>The message itself: the dictionary made of it has lost repeated names, and says nothing of its size.</summary>
internal static class ReceivedArguments
{
    private const string Missing = "must be the object that was received";
    private const string Repeated = "must not be repeated";
    private const int MaxBytes = 1 << 20;

    public static (string Pointer, string Message)? FindFault(RequestContext<CallToolRequestParams> request, int count)
    {
        if (request.JsonRpcRequest?.Params is not JsonObject parameters)
        {
            return count == 0 ? null : ("arguments", Missing);
        }

        (JsonElement arguments, bool isRepeated) = Element(parameters) is { } untouched ? Find(untouched) : Find(parameters);
        if (isRepeated)
        {
            return ("arguments", Repeated);
        }

        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return count == 0 ? null : ("arguments", Missing);
        }

        return JsonMarshal.GetRawUtf8Value(arguments).Length > MaxBytes ? ("arguments", "must be at most 1048576 bytes of JSON")
            : arguments.GetPropertyCount() == count ? null
            : arguments.GetPropertyCount() > count && FirstRepeated(arguments) is { } repeated ? ("/" + Names.ToSegment(repeated), Repeated)
            : ("arguments", Missing);
    }

    // The SDK looks at a member of every message, which takes the outer node apart and leaves the inner ones as they came. It reads the name in any case.
    private static (JsonElement Arguments, bool IsRepeated) Find(JsonObject parameters)
    {
        JsonNode? found = null;
        for (int index = 0; index < parameters.Count; index++)
        {
            KeyValuePair<string, JsonNode?> parameter = parameters.GetAt(index);
            if (parameter.Key.Length == 9 && parameter.Key.Equals("arguments", StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null)
                {
                    return (default, true);
                }

                found = parameter.Value;
            }
        }

        return (found is not JsonObject arguments ? default : Element(arguments) ?? JsonElement.Parse(arguments.ToJsonString()), false);
    }

    private static (JsonElement Arguments, bool IsRepeated) Find(JsonElement parameters)
    {
        JsonElement arguments = default;
        foreach (JsonProperty parameter in parameters.EnumerateObject())
        {
            ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(parameter);
            if (name.SequenceEqual("arguments"u8) || (name.Length >= 9 && IsAlsoArguments(parameter, name)))
            {
                if (arguments.ValueKind != JsonValueKind.Undefined)
                {
                    return (default, true);
                }

                arguments = parameter.Value;
            }
        }

        return (arguments, false);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsAlsoArguments(JsonProperty parameter, ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(name, "arguments"u8)
        || (name.Contains((byte)'\\') && "arguments".Equals(Names.Decode(parameter), StringComparison.OrdinalIgnoreCase));

    private static string? FirstRepeated(JsonElement arguments)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty argument in arguments.EnumerateObject())
        {
            if (!names.Add(Names.Decode(argument)))
            {
                return Names.Decode(argument);
            }
        }

        return null;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_jsonElement")]
    private static extern ref JsonElement? Element(JsonObject node);
}
