using System;
using System.Linq;

namespace McpGen.Generator.Parsing;

/// <summary>Names in JSON and stems of generated names.</summary>
public static class Naming
{
    public const string PropertyNameRule = "1 to 64 of A-Z a-z 0-9 _ . -";
    public const string ToolNameRule = "1 to 128 of A-Z a-z 0-9 _ . -";

    public static bool IsPropertyName(string name) => IsName(name, 64);

    public static bool IsToolName(string name) => IsName(name, 128);

    /// <summary>A stem for generated identifiers: letters and digits of the name, first one upper-case.</summary>
    public static string Pascal(string name)
    {
        string stem = IsAll(name, static character => char.IsLetterOrDigit(character) || character == '_') ? name
            : new([.. name.Where(static character => char.IsLetterOrDigit(character) || character == '_')]);
        return stem.Length == 0 || char.ToUpperInvariant(stem[0]) == char.ToLowerInvariant(stem[0]) ? "Value" + stem : char.ToUpperInvariant(stem[0]) + stem.Substring(1);
    }

    /// <summary>A text with U+FFFD in place of unpaired surrogates, which no JSON could carry.</summary>
    public static string? WellFormed(string? text) => text is null || IsWellFormed(text) ? text : Mended(text);

    private static string Mended(string text) => new([.. text.Select((character, index) => IsUnpaired(text, index) ? '\uFFFD' : character)]);

    public static bool IsWellFormed(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (IsUnpaired(text, index))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnpaired(string text, int index) =>
        char.IsHighSurrogate(text[index]) ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
        : char.IsLowSurrogate(text[index]) && (index == 0 || !char.IsHighSurrogate(text[index - 1]));

    private static bool IsName(string name, int longest) =>
        name.Length > 0 && name.Length <= longest
        && IsAll(name, static character => character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '.' or '-');

    private static bool IsAll(string text, Func<char, bool> isSuch)
    {
        foreach (char character in text)
        {
            if (!isSuch(character))
            {
                return false;
            }
        }

        return true;
    }
}
