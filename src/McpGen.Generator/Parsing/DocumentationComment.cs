using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Xml;

namespace McpGen.Generator.Parsing;

/// <summary>One documentation comment, read. <see cref="Inherits"/> lists its inheritdoc elements: the cref, or null for the plain form.</summary>
public sealed class DocumentationComment
{
    private static readonly DocumentationComment Nothing = new(Documentation.None, []);

    // The text may come from a stranger's source file: no DTD, so no entities to expand and nothing to fetch.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private DocumentationComment(Documentation written, ImmutableArray<string?> inherits) => (Written, Inherits) = (written, inherits);

    public Documentation Written { get; }

    public ImmutableArray<string?> Inherits { get; }

    /// <summary>Malformed XML documents nothing, as it does for the compiler.</summary>
    public static DocumentationComment Parse(string xml)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader("<doc>" + xml + "</doc>"), Settings);
            return Read(reader);
        }
        catch (XmlException)
        {
            return Nothing;
        }
    }

    private static DocumentationComment Read(XmlReader reader)
    {
        Documentation written = Documentation.None;
        ImmutableArray<string?>.Builder inherits = ImmutableArray.CreateBuilder<string?>();

        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != 1)
                continue;

            switch (reader.Name)
            {
                case "summary":
                    written = written.Or(Documentation.None with { Summary = ReadText(reader, inherits) });
                    break;
                case "returns":
                    written = written.Or(Documentation.None with { Returns = ReadText(reader, inherits) });
                    break;
                case "param" when reader.GetAttribute("name") is { } name:
                    written = written with { Parameters = written.Parameters.With(name.Trim(), ReadText(reader, inherits)) };
                    break;
                case "inheritdoc":
                    AddInherited(reader, inherits);
                    break;
            }
        }

        return new(written, inherits.ToImmutable());
    }

    private static string? ReadText(XmlReader reader, ImmutableArray<string?>.Builder inherits)
    {
        if (reader.IsEmptyElement)
            return null;

        var text = new DocumentationText();
        var open = new Stack<(int Start, string? Label)>();
        int depth = reader.Depth;

        while (reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (IsBlock(reader.Name))
                        text.Separate();
                    if (reader.Name == "inheritdoc")
                        AddInherited(reader, inherits);

                    string? label = Label(reader);
                    if (!reader.IsEmptyElement)
                        open.Push((text.Length, label));
                    else if (label is not null)
                        text.Append(label);
                    break;

                case XmlNodeType.EndElement:
                    // A reference shows its own words, or else the name of what it refers to.
                    (int start, label) = open.Pop();
                    if (label is not null && text.Length == start)
                        text.Append(label);
                    if (IsBlock(reader.Name))
                        text.Separate();
                    break;

                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
            }
        }

        return text.ToText();
    }

    private static string? Label(XmlReader element) => element.Name switch
    {
        "see" or "seealso" =>
            element.GetAttribute("langword")
            ?? (element.GetAttribute("cref") is { } cref ? DocumentationCref.Parse(cref).Label : null)
            ?? element.GetAttribute("href"),
        "paramref" or "typeparamref" => element.GetAttribute("name"),
        _ => null,
    };

    private static bool IsBlock(string element) =>
        element is "para" or "br" or "list" or "listheader" or "item" or "term" or "description" or "note" or "p" or "div" or "ul" or "ol" or "li";

    private static void AddInherited(XmlReader element, ImmutableArray<string?>.Builder inherits)
    {
        // A path selects nodes by XPath, which is not followed: taking everything instead would say more than the author asked for.
        if (element.GetAttribute("path") is null)
            inherits.Add(element.GetAttribute("cref"));
    }
}
