using System.Text.Json;

namespace McpGen.Benchmarks.Calls;

/// <summary>A bare pass over the text of the arguments: what is paid for looking at every token once, and for nothing else.</summary>
internal static class ReaderPass
{
    public static int CountTokens(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        int count = 0;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }
}
