using System;
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
        foreach (string line in lines.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', 4 * _indentation).Append(line);
            }

            _text.Append('\n');
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
        var ascii = new StringBuilder(_text.Length);
        for (int index = 0; index < _text.Length; index++)
        {
            char character = _text[index];
            _ = character <= '~' ? ascii.Append(character) : ascii.Append("\\u").Append(((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return ascii.ToString();
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
