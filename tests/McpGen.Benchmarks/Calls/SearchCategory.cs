using System.Text.Json.Serialization;

namespace McpGen.Benchmarks.Calls;

/// <summary>What kind of article.</summary>
public enum SearchCategory
{
    [JsonStringEnumMemberName("books")]
    Books,

    [JsonStringEnumMemberName("music")]
    Music,
}
