namespace McpGen;

/// <summary>
/// Requires text in which nothing is hidden: no control characters, no line or paragraph separators, no bidirectional controls, no zero-width and other
/// invisible characters, no tag characters, no unpaired surrogates, and normalization form C (Unicode Standard Annex #15).
/// </summary>
/// <remarks>
/// A person who reads the text sees what a program compares. An emoji's variation selector is allowed, a joiner is not. The schema says it as a pattern,
/// except for the normalization form, which it has no word for. On a collection each item is meant. An application in globalization-invariant
/// mode cannot tell the normalization form and does not start.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PlainTextAttribute : Attribute
{
    /// <summary>Whether tab (U+0009) and line feed (U+000A) are allowed; <see langword="false"/> by default.</summary>
    public bool Multiline { get; set; }
}
