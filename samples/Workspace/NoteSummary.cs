using System.ComponentModel.DataAnnotations;
using McpGen;

namespace Workspace;

/// <summary>What is known of a note beside its text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Modified">When it was written last, in UTC.</param>
/// <param name="FirstLine">Its first line; left out where it has none.</param>
public sealed record NoteSummary(
    [StringLength(255, MinimumLength = 1)] string Name,
    [UniqueItems] IReadOnlyList<string> Tags,
    [Range(0, int.MaxValue)] int Words,
    DateTime Modified,
    string? FirstLine);
