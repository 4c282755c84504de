namespace McpGen;

/// <summary>
/// Requires text without hidden characters: no control characters, no line or paragraph separators, no bidirectional controls, no zero-width and other
/// invisible characters, no tag characters, no unpaired surrogates, and normalization form C (Unicode Standard Annex #15).
/// </summary>
/// <remarks>
/// A person who reads the text sees nearly what a program compares; look-alikes and blanks of other scripts remain. One variation selector between text
/// and emoji may follow a character, a joiner may not. The schema says it as a pattern,
/// except for the normalization form, which it has no word for. On a collection each item is meant. An application in globalization-invariant
/// mode cannot tell the normalization form and does not start.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PlainTextAttribute : Attribute
{
    /// <summary>Whether tab (U+0009) and line feed (U+000A) are allowed; <see langword="false"/> by default.</summary>
    public bool Multiline { get; set; }
}
