using System;
using System.Globalization;
using System.Text;

namespace McpGen.Generator.Emission;

/// <summary>Indented text with '\n' line ends; blank lines carry no spaces.</summary>
public sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indentation;

    /// <summary>Writes one or more lines at the current indentation.</summary>
    public void Line(string lines = "")
    {
        for (int start = 0; start <= lines.Length;)
        {
            int end = lines.IndexOf('\n', start);
            int next = end < 0 ? lines.Length : end;
            int length = next - start - (end > start && lines[end - 1] == '\r' ? 1 : 0);
            if (length > 0)
            {
                _text.Append(' ', 4 * _indentation).Append(lines, start, length);
            }

            _text.Append('\n');
            start = next + 1;
        }
    }

    /// <summary>Opens a block in braces under a head; disposing closes it.</summary>
    public Closing Block(string head, string end = "}") => Enclose(head + "\n{", end);

    /// <summary>Writes what opens something and indents; disposing writes the end, if there is one.</summary>
    public Closing Enclose(string opening, string? end = null)
    {
        Line(opening);
        _indentation++;
        return new Closing(this, end);
    }

    /// <summary>The text in plain ASCII: what is left of other characters stands in identifiers, where C# reads escapes.</summary>
    public override string ToString()
    {
        string text = _text.ToString();
        var ascii = new StringBuilder();
        int written = 0;
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] > '~')
            {
                ascii.Append(text, written, index - written).Append("\\u").Append(((int)text[index]).ToString("x4", CultureInfo.InvariantCulture));
                written = index + 1;
            }
        }

        return written == 0 ? text : ascii.Append(text, written, text.Length - written).ToString();
    }

    public readonly struct Closing(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._indentation--;
            if (end is not null)
            {
                writer.Line(end);
            }
        }
    }
}
