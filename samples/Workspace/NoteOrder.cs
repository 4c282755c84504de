using System.Text.Json.Serialization;

namespace Workspace;

/// <summary>In which order a search lists what it found.</summary>
public enum NoteOrder
{
    [JsonStringEnumMemberName("relevance")]
    Relevance,

    [JsonStringEnumMemberName("newest-first")]
    NewestFirst,

    [JsonStringEnumMemberName("longest-first")]
    LongestFirst,

    [JsonStringEnumMemberName("name")]
    Name,
}
