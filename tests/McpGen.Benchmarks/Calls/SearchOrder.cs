using System.Text.Json.Serialization;

namespace McpGen.Benchmarks.Calls;

/// <summary>In which order articles are returned.</summary>
public enum SearchOrder
{
    [JsonStringEnumMemberName("relevance")]
    Relevance,

    [JsonStringEnumMemberName("newest")]
    Newest,
}
