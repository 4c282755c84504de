using System.Globalization;
using System.Linq;
using System.Text;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Emission;

/// <summary>The only way values become code: ASCII throughout, so that nothing invisible or reordering stands in reviewed code.</summary>
public static class CSharp
{
    public static string Literal(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        if (Json.IsPlain(text))
        {
            return "\"" + text + "\"";
        }

        var code = new StringBuilder("\"", text.Length + 2);
        foreach (char character in text)
        {
            switch (character)
            {
                case '"': code.Append("\\\""); break;
                case '\\': code.Append(@"\\"); break;
                case '\n': code.Append("\\n"); break;
                case '\r': code.Append("\\r"); break;
                case '\t': code.Append("\\t"); break;
                case >= ' ' and <= '~': code.Append(character); break;
                default: code.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)); break;
            }
        }

        return code.Append('"').ToString();
    }

    public static string Literal(char value) => $"'\\u{(int)value:x4}'";

    public static string Literal(bool value) => value ? "true" : "false";

    /// <summary>The name of an accessor, with the member's place between the names: A and BC are not AB and C.</summary>
    public static string Accessor(string verb, string method, ObjectValue value, MemberModel member) => $"{verb}{method}_{value.Members.ToList().IndexOf(member)}_{member.Name}";

    /// <summary>A name as an identifier: with an @ where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
