using System.Globalization;
using System.Text;

namespace McpGen.Generator.Emission;

/// <summary>JSON text, ASCII throughout.</summary>
public static class Json
{
    public static string String(string text)
    {
        if (IsPlain(text))
        {
            return "\"" + text + "\"";
        }

        var json = new StringBuilder("\"", text.Length + 2);
        foreach (char character in text)
        {
            switch (character)
            {
                case '"': json.Append("\\\""); break;
                case '\\': json.Append(@"\\"); break;
                case '\n': json.Append("\\n"); break;
                case '\r': json.Append("\\r"); break;
                case '\t': json.Append("\\t"); break;
                case >= ' ' and <= '~': json.Append(character); break;
                default: json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)); break;
            }
        }

        return json.Append('"').ToString();
    }

    /// <summary>Whether a text needs no escape, neither in JSON nor in C#: nearly every one.</summary>
    public static bool IsPlain(string text)
    {
        foreach (char character in text)
        {
            if (character is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }
}
