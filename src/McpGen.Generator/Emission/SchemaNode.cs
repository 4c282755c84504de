using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Emission;

/// <summary>One schema as its keywords in order. What is small stands on one line; what holds an object stands on lines of its own.</summary>
public sealed class SchemaNode
{
    private readonly List<Keyword> _keywords = [];

    /// <summary>Whether it is printed over several lines.</summary>
    private bool IsTall => _keywords.Exists(static keyword => keyword.IsTall);

    public SchemaNode Add(string keyword, string json)
    {
        _keywords.Add(new Keyword(keyword, json, null, [], IsList: false));
        return this;
    }

    public SchemaNode Add(string keyword, SchemaNode schema)
    {
        _keywords.Add(new Keyword(keyword, null, schema, [], IsList: false));
        return this;
    }

    /// <summary>A keyword with schemas by name, such as <c>properties</c>.</summary>
    public SchemaNode Add(string keyword, IEnumerable<(string Name, SchemaNode Schema)> schemas)
    {
        _keywords.Add(new Keyword(keyword, null, null, [.. schemas], IsList: false));
        return this;
    }

    /// <summary>A keyword with a list of schemas, such as <c>oneOf</c>.</summary>
    public SchemaNode Add(string keyword, IEnumerable<SchemaNode> schemas)
    {
        _keywords.Add(new Keyword(keyword, null, null, [.. schemas.Select(static schema => ("", schema))], IsList: true));
        return this;
    }

    /// <summary>Prints the schema behind a head, on lines of its own where it is tall or has to be.</summary>
    public void Write(SourceWriter writer, string head = "", string end = "", bool isTall = false)
    {
        if (!isTall && !IsTall)
        {
            writer.Line(head + Inline() + end);
            return;
        }

        using SourceWriter.Closing braces = writer.Enclose(head + "{", "}" + end);
        for (int index = 0; index < _keywords.Count; index++)
        {
            _keywords[index].Write(writer, index == _keywords.Count - 1 ? "" : ",");
        }
    }

    private string Inline() => _keywords.Count == 0 ? "{}" : $"{{ {string.Join(", ", _keywords.Select(static keyword => keyword.Inline()))} }}";

    private sealed record Keyword(string Name, string? Json, SchemaNode? Schema, (string Name, SchemaNode Schema)[] Schemas, bool IsList)
    {
        private string Head => Emission.Json.String(Name) + ": ";

        public bool IsTall => Schema?.IsTall ?? (Json is null && (!IsList || Schemas.Any(static schema => schema.Schema.IsTall)));

        public string Inline() => Head + (Json ?? Schema?.Inline() ?? $"[{string.Join(", ", Schemas.Select(static schema => schema.Schema.Inline()))}]");

        public void Write(SourceWriter writer, string end)
        {
            if (Schema is not null)
            {
                Schema.Write(writer, Head, end);
            }
            else if (!IsTall)
            {
                writer.Line(Inline() + end);
            }
            else if (Schemas.Length == 0)
            {
                writer.Line(Head + "{}" + end);
            }
            else
            {
                using SourceWriter.Closing braces = writer.Enclose(Head + (IsList ? "[" : "{"), (IsList ? "]" : "}") + end);
                for (int index = 0; index < Schemas.Length; index++)
                {
                    string head = IsList ? "" : Emission.Json.String(Schemas[index].Name) + ": ";
                    Schemas[index].Schema.Write(writer, head, index == Schemas.Length - 1 ? "" : ",");
                }
            }
        }
    }
}
