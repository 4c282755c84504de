using System.ComponentModel.DataAnnotations;

namespace Workspace;

/// <summary>Narrows a search; what is left out does not narrow it.</summary>
/// <param name="Tag">Only notes with this tag.</param>
/// <param name="MinWords">Only notes of at least this many words.</param>
/// <param name="MaxWords">Only notes of at most this many words.</param>
/// <param name="ModifiedAfter">Only notes modified after this day (UTC).</param>
public sealed record NoteFilter(
    [StringLength(32, MinimumLength = 1), RegularExpression(Patterns.Tag)] string? Tag = null,
    [Range(0, 1_000_000)] int? MinWords = null,
    [Range(0, 1_000_000)] int? MaxWords = null,
    DateOnly? ModifiedAfter = null);
