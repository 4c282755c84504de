using System.Globalization;
using System.Text;

namespace McpGen.Generator.Emission;

/// <summary>JSON text, ASCII throughout.</summary>
public static class Json
{
    public static string String(string text)
    {
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
}
