using System.Text;

namespace McpGen.Generator.Parsing;

/// <summary>Collects prose into one trimmed line: every run of white space becomes a single space.</summary>
public sealed class DocumentationText
{
    private readonly StringBuilder line = new(capacity: 120);
    private bool spaceIsDue;

    public int Length => line.Length;

    public void Append(string text)
    {
        foreach (char character in text)
        {
            if (IsSpace(character))
            {
                Separate();
                continue;
            }

            if (spaceIsDue)
                line.Append(' ');
            spaceIsDue = false;
            line.Append(character);
        }
    }

    public void Separate() => spaceIsDue = line.Length > 0;

    /// <summary>The line; null when nothing visible was collected.</summary>
    public string? ToText() => line.Length == 0 ? null : line.ToString();

    // A fixed set: char.IsWhiteSpace differs between the runtimes that host a compiler, and other Unicode spaces are content.
    private static bool IsSpace(char character) => character is ' ' or '\t' or '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';
}
