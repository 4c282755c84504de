using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace McpGen.Benchmarks.Calls.ByHand;

/// <summary>JSON strings, decided on their raw text wherever it is the text itself.</summary>
internal static class Texts
{
    public const string IllFormed = "must be well-formed Unicode text";

    private const string QueryCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.-";

    private static readonly SearchValues<byte> s_query = SearchValues.Create(Encoding.ASCII.GetBytes(QueryCharacters));
    private static readonly SearchValues<char> s_queryCharacters = SearchValues.Create(QueryCharacters);

    // ASCII without the backslash: one character a byte, in the document and decoded.
    private static readonly SearchValues<byte> s_plain = SearchValues.Create([.. Enumerable.Range(0, 128).Where(static unit => unit != '\\').Select(static unit => (byte)unit)]);

    public static bool HoldsOnlyQueryCharacters(ReadOnlySpan<byte> raw) => !raw.ContainsAnyExcept(s_query);

    public static bool HoldsOnlyQueryCharacters(string text) => !text.AsSpan().ContainsAnyExcept(s_queryCharacters);

    public static bool IsPlain(ReadOnlySpan<byte> raw) => !raw.ContainsAnyExcept(s_plain);

    /// <summary>Latin-1 is ASCII here, and nothing is left to check.</summary>
    public static string FromAscii(ReadOnlySpan<byte> raw) => Encoding.Latin1.GetString(raw);

    /// <summary>The text; null when it is ill-formed.</summary>
    public static string? Decode(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Which of two names a string is, 0 or 1; -1 for neither.</summary>
    public static int IndexOf(JsonElement json, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(json)[1..^1];
        int index = raw.SequenceEqual(first) ? 0 : raw.SequenceEqual(second) ? 1 : -1;
        if (index < 0 && raw.Contains((byte)'\\') && Decode(json) is { } text)
        {
            ReadOnlySpan<byte> decoded = Encoding.UTF8.GetBytes(text);
            return decoded.SequenceEqual(first) ? 0 : decoded.SequenceEqual(second) ? 1 : -1;
        }

        return index;
    }

    public static int CountCodePoints(string text)
    {
        int count = text.Length;
        foreach (char unit in text)
        {
            count -= char.IsLowSurrogate(unit) ? 1 : 0;
        }

        return count;
    }
}
