using System.Globalization;
using System.Text;

namespace McpGen.Invocation;

/// <summary>Cleans the developer's own error text before a model reads it.</summary>
internal static class PlainMessage
{
    private const int Longest = 1000;

    /// <summary>Without control, format (bidi, zero-width, tag) and unpaired surrogate characters; cut to 1,000.</summary>
    public static string Clean(string message)
    {
        var text = new StringBuilder(Math.Min(message.Length, Longest));
        foreach (Rune rune in message.EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            // EnumerateRunes gives U+FFFD for an unpaired surrogate.
            if (rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                text.Append(rune);
            }
        }

        return text.ToString();
    }
}
