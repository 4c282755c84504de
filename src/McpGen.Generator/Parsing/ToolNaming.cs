using System;
using System.Globalization;
using System.Text;

namespace McpGen.Generator.Parsing;

/// <summary>
/// The names the MCP SDK would choose. System.Text.Json, whose naming policies it uses, cannot be referenced by a compiler component, so its
/// two policies are restated here; tests compare them with the originals.
/// </summary>
public static class ToolNaming
{
    private const string AsyncSuffix = "Async";

    private enum Previous
    {
        None,
        Upper,
        LowerOrDigit,
        Space,
    }

    /// <summary>The tool name of a method. <paramref name="isAsync"/>: it returns a task, a value task or an async stream.</summary>
    public static string DeriveName(string methodName, bool isAsync)
    {
        bool dropsSuffix = isAsync && methodName.Length > AsyncSuffix.Length && methodName.EndsWith(AsyncSuffix, StringComparison.Ordinal);
        string name = dropsSuffix ? methodName.Substring(0, methodName.Length - AsyncSuffix.Length) : methodName;
        string ascii = AsciiOnly(name).Trim('_');
        return SnakeCaseLower(ascii.Length == 0 ? methodName : ascii);
    }

    /// <summary>As JsonNamingPolicy.SnakeCaseLower.</summary>
    public static string SnakeCaseLower(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        var previous = Previous.None;

        for (int i = 0; i < name.Length; i++)
        {
            switch (char.GetUnicodeCategory(name[i]))
            {
                case UnicodeCategory.UppercaseLetter:
                    // The last capital of a run belongs to the word that follows it: XMLHttp is xml_http.
                    bool endsRun = previous == Previous.Upper && i + 1 < name.Length && char.IsLower(name[i + 1]);
                    if (endsRun || previous is Previous.LowerOrDigit or Previous.Space)
                        snake.Append('_');
                    snake.Append(char.ToLowerInvariant(name[i]));
                    previous = Previous.Upper;
                    break;

                case UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber:
                    if (previous == Previous.Space)
                        snake.Append('_');
                    snake.Append(name[i]);
                    previous = Previous.LowerOrDigit;
                    break;

                case UnicodeCategory.SpaceSeparator:
                    previous = previous == Previous.None ? Previous.None : Previous.Space;
                    break;

                default:
                    snake.Append(name[i]);
                    previous = Previous.None;
                    break;
            }
        }

        return snake.ToString();
    }

    /// <summary>As JsonNamingPolicy.CamelCase.</summary>
    public static string CamelCase(string memberName)
    {
        char[] characters = memberName.ToCharArray();

        for (int i = 0; i < characters.Length && char.IsUpper(characters[i]); i++)
        {
            // The capital before a small letter starts a word of its own: URLValue is urlValue.
            bool startsWord = i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]);
            if (startsWord && characters[i + 1] != ' ')
                break;
            characters[i] = char.ToLowerInvariant(characters[i]);
            if (startsWord)
                break;
        }

        return new(characters);
    }

    private static string AsciiOnly(string name)
    {
        var ascii = new StringBuilder(name.Length);
        foreach (char character in name)
        {
            bool isPlain = character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (isPlain)
                ascii.Append(character);
            else if (ascii.Length == 0 || ascii[ascii.Length - 1] != '_')
                ascii.Append('_');
        }

        return ascii.ToString();
    }
}
