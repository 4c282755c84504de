using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace McpGen.Generator.Parsing;

/// <summary>
/// The text of a cref attribute, taken apart: "Store{T}.Find(string, int)" or the identifier form "M:Store`1.Find(System.String,System.Int32)".
/// </summary>
public sealed class DocumentationCref
{
    private readonly string text;

    private DocumentationCref(string text, ImmutableArray<Segment> segments, ImmutableArray<string>? parameters) =>
        (this.text, Segments, Parameters) = (text, segments, parameters);

    /// <summary>The dotted names, outermost first.</summary>
    public ImmutableArray<Segment> Segments { get; }

    /// <summary>The parameter types as written; null when there is no list.</summary>
    public ImmutableArray<string>? Parameters { get; }

    public bool IsIdentifierForm => HasPrefix(text);

    /// <summary>What a reader is shown: the last name alone.</summary>
    public string Label => Segments.LastOrDefault(static segment => segment.Name != "#ctor")?.Name ?? text;

    public override string ToString() => text;

    public static DocumentationCref Parse(string cref)
    {
        string text = cref.Trim();
        var segments = ImmutableArray.CreateBuilder<Segment>();
        ImmutableArray<string>? parameters = null;
        var name = new StringBuilder();
        var arity = 0;

        for (int i = HasPrefix(text) ? 2 : 0; i < text.Length && parameters is null; i++)
        {
            switch (text[i])
            {
                case '.' or ':':
                    Close();
                    break;
                case '{' or '<':
                    arity = Arguments(text, ref i).Length;
                    break;
                case '(' when name.Length > 0:
                    parameters = Arguments(text, ref i);
                    break;
                case '`':
                    arity = MetadataArity(text, ref i);
                    break;
                case '[':
                    i = text.Length;
                    break;
                case '@' or '?' or '*':
                    break;
                default:
                    name.Append(text[i]);
                    break;
            }
        }

        Close();
        return new(text, segments.ToImmutable(), parameters);

        void Close()
        {
            if (name.ToString().Trim() is { Length: > 0 } closed)
                segments.Add(new(closed, arity));
            name.Clear();
            arity = 0;
        }
    }

    // From an opening bracket to its closing one: the parts between the commas of this level.
    private static ImmutableArray<string> Arguments(string text, ref int position)
    {
        var arguments = ImmutableArray.CreateBuilder<string>();
        int start = position + 1;
        var depth = 0;

        for (; position < text.Length; position++)
        {
            char character = text[position];
            depth += character is '{' or '<' or '(' or '[' ? 1 : character is '}' or '>' or ')' or ']' ? -1 : 0;
            if (depth > 1 || (depth == 1 && character != ','))
                continue;

            arguments.Add(text.Substring(start, position - start).Trim());
            start = position + 1;
            if (depth == 0)
                break;
        }

        return arguments.Count == 1 && arguments[0].Length == 0 ? [] : arguments.ToImmutable();
    }

    // "`1" and "``1": as many digits as an arity can have.
    private static int MetadataArity(string text, ref int position)
    {
        var arity = 0;
        while (position + 1 < text.Length && text[position + 1] is '`' or (>= '0' and <= '9'))
        {
            position++;
            if (text[position] != '`')
                arity = ((arity * 10) + text[position] - '0') % 100_000;
        }

        return arity;
    }

    // "T:Name", not "alias::Name".
    private static bool HasPrefix(string text) => text.Length > 2 && text[1] == ':' && text[2] != ':';

    /// <summary>One name of the dotted path and how many type arguments it has.</summary>
    public sealed record Segment(string Name, int Arity);
}
