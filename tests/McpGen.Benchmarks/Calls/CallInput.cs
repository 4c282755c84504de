using System.Text;

namespace McpGen.Benchmarks.Calls;

/// <summary>The arguments that are measured, as JSON text.</summary>
internal static class CallInput
{
    public const string Valid =
        """{"query":"wireless noise-cancelling headphones, over-ear, foldable, 2026","limit":25,"sort":"newest","tags":["audio","wireless","sale","new-arrival","hi-res"],"filter":{"minPrice":19.99,"maxPrice":349.5,"category":"music"}}""";

    /// <summary>The same length for everybody, stated where figures are published.</summary>
    public const int ValidBytes = 223;

    /// <summary>A word where a number belongs: the one violation that the SDK refuses too.</summary>
    public static string WrongType { get; } = With("\"limit\":25", "\"limit\":\"ten\"");

    public static string UnknownNested { get; } = With("\"minPrice\":", "\"minprice\":");

    public static string OutOfRange { get; } = With("\"limit\":25", "\"limit\":500");

    public static string Pattern { get; } = With("over-ear", "over_ear");

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["valid"] = Valid,
        ["unknown nested name"] = UnknownNested,
        ["out of range"] = OutOfRange,
        ["pattern"] = Pattern,
        ["wrong type"] = WrongType,
    };

    private static string With(string part, string replacement)
    {
        string changed = Valid.Replace(part, replacement, StringComparison.Ordinal);
        return Encoding.UTF8.GetByteCount(Valid) == ValidBytes && changed != Valid
            ? changed
            : throw new InvalidOperationException($"The valid arguments are {Encoding.UTF8.GetByteCount(Valid)} bytes, not {ValidBytes}, or have no {part}.");
    }
}
