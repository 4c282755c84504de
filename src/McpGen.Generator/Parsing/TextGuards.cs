using McpGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>[Identifier], [CommandArgument] and [PlainText]: patterns whose meaning is told in words.</summary>
public static class TextGuards
{
    /// <summary>What <c>IdentifierAttribute.MaxLength</c> is when nobody sets it.</summary>
    private const int LongestIdentifier = 63;

    private const string Identifier = "^[A-Za-z_][A-Za-z0-9_]*$";

    /// <summary>C0, DEL and C1, and the separators of lines and paragraphs.</summary>
    private const string Controls = @"\u0000-\u001f\u007f-\u009f\u2028\u2029";

    /// <summary>
    /// What the best-fit tables of the ANSI code pages of Windows turn into a quotation mark or a backslash for programs that read their
    /// arguments in one of them. It would move the ends of arguments.
    /// </summary>
    private const string Quotes = @"\u00a5\u02ba\u030e\u20a9\u2216\u301d\u301e\uff02\uff3c";

    /// <summary>Hyphens, and what the same tables or NFKC make one of: box drawings and blocks too.</summary>
    private const string Hyphens = @"\-\u00ad\u2010-\u2015\u2043\u2194\u2212\u2500-\u259f\u25ac\ufe58\ufe63\uff0d";

    private const string CommercialAts = @"@\ufe6b\uff20";

    private const string CommandArgument = "^[^" + Controls + Quotes + Hyphens + CommercialAts + "][^" + Controls + Quotes + "]*$";

    /// <summary>
    /// Default_Ignorable_Code_Point of the Unicode Character Database, with the bidirectional controls, zero-width and tag characters in it; the
    /// interlinear annotation characters, and U+FFFE and U+FFFF, which are none and have no normalization form.
    /// </summary>
    private const string Invisible =
        @"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
        + @"\ud82f\udca0-\ud82f\udca3\ud834\udd73-\ud834\udd7a\udb40\udc00-\udb43\udfff";

    /// <summary>One of the selectors between text and emoji may follow a character; a run of them could hold anything.</summary>
    private const string Selector = @"[\ufe0e\ufe0f]?";

    private const string PlainLine = "^(?:[^" + Controls + Invisible + "]" + Selector + ")*$";

    private const string PlainLines = @"^(?:[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029" + Invisible + "]" + Selector + ")*$";

    public static void Read(AttributeData attribute, Annotations annotations, ParseContext context)
    {
        switch (attribute.AttributeClass!.Name)
        {
            case "IdentifierAttribute":
                int longest = attribute.Named("MaxLength") as int? ?? LongestIdentifier;
                if (longest < 1)
                {
                    context.Report(Descriptors.GuardNotValid, attribute.Location() ?? annotations.Location, attribute.ShortName(), annotations.Subject, "has a MaxLength below 1, so it allows nothing");
                }

                Add(Text(Identifier, "an identifier: ASCII letters, digits and underscores, not a digit first") with { MaxLength = System.Math.Max(longest, 1) });
                break;
            case "CommandArgumentAttribute":
                Add(Text(CommandArgument, "an operand and not an option: not empty, no hyphen or @ first, no control characters, no line breaks"));
                break;
            default:
                Add(attribute.Named("Multiline") is true
                    ? Text(PlainLines, "plain text: no control characters but tab and line feed, no bidirectional or invisible ones, normalization form C") with { IsNormalized = true }
                    : Text(PlainLine, "one line of plain text: no control, bidirectional or invisible characters, normalization form C") with { IsNormalized = true });
                break;
        }

        PatternText Text(string pattern, string meaning) => new(pattern, IsWhole: false, attribute.Location()) { Meaning = meaning };

        void Add(PatternText pattern) => annotations.Patterns = annotations.Patterns.Add(pattern);
    }
}
