namespace McpGen.Validation;

/// <summary>Decides in one pass whether a text matches a pattern.</summary>
/// <param name="text">A text of whole characters: no half of a surrogate pair stands alone in it.</param>
/// <returns>Whether it matches.</returns>
public delegate bool TextMatcher(ReadOnlySpan<char> text);
